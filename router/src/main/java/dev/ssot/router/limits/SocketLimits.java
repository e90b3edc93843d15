package dev.ssot.router.limits;

import java.time.Duration;

/**
 * Bounds on an open socket and on all of them.
 *
 * @param pingEvery time without a byte from the client after which it is pinged
 * @param idle time without a byte from the client after which its connection is dropped
 * @param closeWithin time that the other side has to answer a close frame
 * @param unsentBytes bytes that may wait in one socket before the router is asked to wait
 * @param unsentTotal bytes that may wait in all sockets before every router is asked to wait
 * @param controlFrames ping frames of a client that may come at once, and in a second
 * @param fragments frames that one message may be made of
 * @param compressFrom bytes from which on a frame is compressed for a client that can
 */
public record SocketLimits(
    Duration pingEvery,
    Duration idle,
    Duration closeWithin,
    @Bytes int unsentBytes,
    @Bytes long unsentTotal,
    Rate controlFrames,
    int fragments,
    @Bytes int compressFrom) {

  public SocketLimits {
    Bounds.positive("sockets.pingEvery", pingEvery);
    Bounds.positive("sockets.closeWithin", closeWithin);
    Bounds.positive("sockets.unsentBytes", unsentBytes);
    Bounds.positive("sockets.unsentTotal", unsentTotal);
    Bounds.positive("sockets.fragments", fragments);
    Bounds.positive("sockets.compressFrom", compressFrom);
    Bounds.require(
        pingEvery.compareTo(idle) < 0,
        "sockets.pingEvery %s is not shorter than sockets.idle %s; a ping must have time",
        pingEvery,
        idle);
  }

  /** A ping after 20 s, dropped after 50 s, 64 KiB unsent in one socket, 64 MiB in all. */
  public static SocketLimits standard() {
    return new SocketLimits(
        Duration.ofSeconds(20),
        Duration.ofSeconds(50),
        Duration.ofSeconds(2),
        64 << 10,
        64L << 20,
        new Rate(20, 5),
        1_024,
        1_024);
  }
}
