/** Where events are kept before and after they are sent. */
@NullMarked
package dev.ssot.router.log;

import org.jspecify.annotations.NullMarked;
