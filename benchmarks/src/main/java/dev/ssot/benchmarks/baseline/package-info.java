/** What rivals are recognised by without ssot: names, method names, copied text. */
@NullMarked
package dev.ssot.benchmarks.baseline;

import org.jspecify.annotations.NullMarked;
