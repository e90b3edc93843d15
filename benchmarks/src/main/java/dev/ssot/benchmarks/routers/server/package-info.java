/** The router as a measured server, and a server without any protocol as the limit. */
@NullMarked
package dev.ssot.benchmarks.routers.server;

import org.jspecify.annotations.NullMarked;
