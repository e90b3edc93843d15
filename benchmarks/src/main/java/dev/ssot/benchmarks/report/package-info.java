/** Figures, their tables, and the floors that they are held against. */
@NullMarked
package dev.ssot.benchmarks.report;

import org.jspecify.annotations.NullMarked;
