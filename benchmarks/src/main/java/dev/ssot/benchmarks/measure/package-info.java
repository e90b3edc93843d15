/** What is measured: ranking, decision, discovery, injected rivals. */
@NullMarked
package dev.ssot.benchmarks.measure;

import org.jspecify.annotations.NullMarked;
