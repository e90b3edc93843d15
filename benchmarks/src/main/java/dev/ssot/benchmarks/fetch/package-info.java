/** Fetches real code; run from its source by {@code benchmarks/fetch-corpus}. */
@NullMarked
package dev.ssot.benchmarks.fetch;

import org.jspecify.annotations.NullMarked;
