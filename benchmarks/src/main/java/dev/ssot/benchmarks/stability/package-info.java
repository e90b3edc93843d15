/** Measures how well fingerprints survive: over releases of libraries and over harmless edits. */
@NullMarked
package dev.ssot.benchmarks.stability;

import org.jspecify.annotations.NullMarked;
