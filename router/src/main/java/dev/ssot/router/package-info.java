/**
 * The canonical WebSocket message router: routes of client messages, connections, users' streams.
 *
 * <p>{@link dev.ssot.router.MessageRouter} is the way in. It has no transport, no clock and no
 * thread of its own; all three are given to it.
 */
@NullMarked
package dev.ssot.router;

import org.jspecify.annotations.NullMarked;
