/** Changes a class as people do who end up with a rival of it. */
@NullMarked
package dev.ssot.benchmarks.mutation;

import org.jspecify.annotations.NullMarked;
