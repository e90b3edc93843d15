/** What a program can change in code so that findings are gone; nothing is written here. */
@NullMarked
package dev.ssot.rules.fix;

import org.jspecify.annotations.NullMarked;
