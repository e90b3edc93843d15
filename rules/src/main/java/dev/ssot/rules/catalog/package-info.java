/** The rules: each a class, its test of the same name and its page. */
@NullMarked
package dev.ssot.rules.catalog;

import org.jspecify.annotations.NullMarked;
