/** Measures how well rivals are recognised, on labelled and on injected ones. */
@NullMarked
package dev.ssot.benchmarks;

import org.jspecify.annotations.NullMarked;
