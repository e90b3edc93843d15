/** Connections that ask a server at a given pace and check what comes back. */
@NullMarked
package dev.ssot.benchmarks.routers.load;

import org.jspecify.annotations.NullMarked;
