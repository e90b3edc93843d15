/** Grows the forest that decides whether two types do one job, from labelled pairs. */
@NullMarked
package dev.ssot.benchmarks.learn;

import org.jspecify.annotations.NullMarked;
