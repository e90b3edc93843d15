/** What keeps one slow, hostile or broken user from costing the others. */
@NullMarked
package dev.ssot.router.guard;

import org.jspecify.annotations.NullMarked;
