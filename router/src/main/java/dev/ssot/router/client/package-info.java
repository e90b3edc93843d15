/**
 * A client that hides reconnecting: it hands over the user's stream without gap, duplicate or
 * reordering, and has every message answered exactly once.
 *
 * <p>{@link dev.ssot.router.client.RouterClient} is the way in.
 */
@NullMarked
package dev.ssot.router.client;

import org.jspecify.annotations.NullMarked;
