/**
 * The WebSocket server: sockets, handshakes and frames of RFC 6455 around a router.
 *
 * <p>{@link dev.ssot.router.server.RouterServer} is the way in.
 */
@NullMarked
package dev.ssot.router.server;

import org.jspecify.annotations.NullMarked;
