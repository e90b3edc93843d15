/**
 * Recognises types that do one job: how alike two types are, in which class each belongs, and who
 * uses them.
 */
@NullMarked
package dev.ssot.rules.rivals;

import org.jspecify.annotations.NullMarked;
