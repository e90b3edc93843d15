/** What it means to recognise rivals, whoever does it. */
@NullMarked
package dev.ssot.benchmarks.recognition;

import org.jspecify.annotations.NullMarked;
