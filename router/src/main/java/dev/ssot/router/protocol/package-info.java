/**
 * The envelopes of the wire protocol {@code ssot.v1} and the words in them, as immutable values.
 */
@NullMarked
package dev.ssot.router.protocol;

import org.jspecify.annotations.NullMarked;
