/** Marks findings as open, suppressed or known. */
@NullMarked
package dev.ssot.rules.triage;

import org.jspecify.annotations.NullMarked;
