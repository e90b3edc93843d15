/**
 * The envelopes of {@code ssot.v1} as JSON text, and the published schemas that payloads are held
 * against.
 */
@NullMarked
package dev.ssot.router.wire;

import org.jspecify.annotations.NullMarked;
