/** Projects whose newest state is kept at hand for questions. */
@NullMarked
package dev.ssot.cli.warm;

import org.jspecify.annotations.NullMarked;
