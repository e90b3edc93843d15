package dev.ssot.router.client;

import dev.ssot.router.limits.AuthLimits;
import dev.ssot.router.limits.ConnectionLimits;
import dev.ssot.router.limits.HandshakeLimits;
import dev.ssot.router.limits.LogLimits;
import dev.ssot.router.limits.Rate;
import dev.ssot.router.limits.RateLimits;
import dev.ssot.router.limits.RouterLimits;
import java.time.Duration;

/** The limits that tests in another language ask for by name. */
final class ScriptedLimits {

  private static final Rate ANY = new Rate(10_000, 10_000);

  private ScriptedLimits() {}

  static RouterLimits of(String profile) {
    RouterLimits limits = room(RouterLimits.standard());
    return switch (profile) {
      case "standard" -> limits;
      case "slow-rate" -> withRates(limits, new RateLimits(new Rate(3, 20), new Rate(3, 20), ANY));
      case "any-rate" -> withRates(limits, new RateLimits(ANY, ANY, ANY));
      case "short-log" ->
          limits.withLog(new LogLimits(512, 4L << 20, Duration.ofMinutes(10), 256L << 20));
      case "long-log" ->
          limits.withLog(new LogLimits(2_048, 64L << 20, Duration.ofMinutes(10), 256L << 20));
      case "many-heads" ->
          limits.withConnections(
              new ConnectionLimits(10_000, 8, Duration.ofSeconds(10), Duration.ofMillis(300)));
      default -> throw new IllegalArgumentException("`" + profile + "` is no profile");
    };
  }

  /** No clock skew, as all is on one machine, so that a short token ends in time. */
  static AuthLimits auth() {
    AuthLimits auth = AuthLimits.standard();
    return new AuthLimits(
        auth.tokenLength(),
        Duration.ZERO,
        auth.reloadEvery(),
        auth.tickets(),
        auth.ticketsPerUser(),
        auth.ticketAge());
  }

  private static RouterLimits withRates(RouterLimits limits, RateLimits rates) {
    return limits.withInbound(limits.inbound().withRates(rates));
  }

  /** Everybody comes from one address. */
  private static RouterLimits room(RouterLimits limits) {
    HandshakeLimits handshake = limits.transport().handshake();
    return limits.withTransport(
        limits
            .transport()
            .withAuth(auth())
            .withHandshake(
                new HandshakeLimits(
                    handshake.within(),
                    handshake.lineBytes(),
                    handshake.headerBytes(),
                    100_000,
                    100_000,
                    handshake.retryAfter())));
  }
}
