/** Turns a scan result into bytes. */
@NullMarked
package dev.ssot.reports;

import org.jspecify.annotations.NullMarked;
