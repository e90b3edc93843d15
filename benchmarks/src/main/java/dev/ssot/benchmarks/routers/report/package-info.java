/** What was measured as Markdown tables, a pure function of the figures. */
@NullMarked
package dev.ssot.benchmarks.routers.report;

import org.jspecify.annotations.NullMarked;
