/** The policy of a project as a test in its own suite. */
@NullMarked
package dev.ssot.junit;

import org.jspecify.annotations.NullMarked;
