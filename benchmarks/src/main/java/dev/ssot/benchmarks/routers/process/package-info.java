/** Measured servers as processes of this machine. */
@NullMarked
package dev.ssot.benchmarks.routers.process;

import org.jspecify.annotations.NullMarked;
