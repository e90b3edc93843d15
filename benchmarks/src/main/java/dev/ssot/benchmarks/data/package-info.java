/** The committed data of the benchmark: labels, codebases, judgements, floors. */
@NullMarked
package dev.ssot.benchmarks.data;

import org.jspecify.annotations.NullMarked;
