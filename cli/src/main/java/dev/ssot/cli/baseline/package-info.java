/** The baseline: from lines of JSON to entries and back, and the merge of two. */
@NullMarked
package dev.ssot.cli.baseline;

import org.jspecify.annotations.NullMarked;
