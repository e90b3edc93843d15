/** The flow of a scan, from a request to a result. */
@NullMarked
package dev.ssot.rules.scan;

import org.jspecify.annotations.NullMarked;
