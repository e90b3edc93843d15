package dev.ssot.router.limits;

import java.time.Duration;

/**
 * Bounds on what comes before a connection is upgraded.
 *
 * @param within time from the connection to the finished upgrade, TLS included
 * @param lineBytes bytes of the request line
 * @param headerBytes bytes of all headers
 * @param perAddress connections that one address may have open or be opening
 * @param total connections that all together may have open or be opening
 * @param retryAfter what a client that is refused for want of room is told to wait
 */
public record HandshakeLimits(
    Duration within,
    @Bytes int lineBytes,
    @Bytes int headerBytes,
    int perAddress,
    int total,
    Duration retryAfter) {

  public HandshakeLimits {
    Bounds.positive("handshake.within", within);
    Bounds.positive("handshake.lineBytes", lineBytes);
    Bounds.positive("handshake.headerBytes", headerBytes);
    Bounds.positive("handshake.perAddress", perAddress);
    Bounds.positive("handshake.total", total);
    Bounds.positive("handshake.retryAfter", retryAfter);
  }

  /** 5 s, headers of 16 KiB, 256 connections of an address, 12,000 in all. */
  public static HandshakeLimits standard() {
    return new HandshakeLimits(
        Duration.ofSeconds(5), 4 << 10, 16 << 10, 256, 12_000, Duration.ofSeconds(2));
  }
}
