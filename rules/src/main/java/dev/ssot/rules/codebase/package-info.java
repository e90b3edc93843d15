/**
 * Facts: what was read from code, before judgement, and the indexes over them.
 *
 * <p>Facts are immutable and hold no trees. How they were read is of no concern here.
 */
@NullMarked
package dev.ssot.rules.codebase;

import org.jspecify.annotations.NullMarked;
