/** What the measured servers speak: how each is asked, and what it says back. */
@NullMarked
package dev.ssot.benchmarks.routers.dialect;

import org.jspecify.annotations.NullMarked;
