/** Reads Java source into facts; the only home of JavaParser. */
@NullMarked
package dev.ssot.rules.codebase.source;

import org.jspecify.annotations.NullMarked;
