/**
 * Every number of the router, in one immutable tree. Nothing outside this package names a limit.
 */
@NullMarked
package dev.ssot.router.limits;

import org.jspecify.annotations.NullMarked;
