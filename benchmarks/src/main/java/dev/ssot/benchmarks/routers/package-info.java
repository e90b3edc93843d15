/** The router beside other servers, on the same machine and the same messages. */
@NullMarked
package dev.ssot.benchmarks.routers;

import org.jspecify.annotations.NullMarked;
