/** Reads class files into facts; the only home of ArchUnit and ASM. */
@NullMarked
package dev.ssot.rules.codebase.bytecode;

import org.jspecify.annotations.NullMarked;
