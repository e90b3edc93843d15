package dev.ssot.benchmarks.routers.server;

import dev.ssot.router.Context;
import dev.ssot.router.Handler;
import dev.ssot.router.Reply;
import dev.ssot.router.Routes;
import dev.ssot.router.Tenant;
import dev.ssot.router.TenantHandler;
import dev.ssot.router.auth.Authentication;
import dev.ssot.router.limits.ConnectionLimits;
import dev.ssot.router.limits.HandlerLimits;
import dev.ssot.router.limits.HandshakeLimits;
import dev.ssot.router.limits.InboundLimits;
import dev.ssot.router.limits.LogLimits;
import dev.ssot.router.limits.Rate;
import dev.ssot.router.limits.RateLimits;
import dev.ssot.router.limits.RouterLimits;
import dev.ssot.router.limits.TransportLimits;
import dev.ssot.router.protocol.ClientMessage;
import dev.ssot.router.protocol.Emission;
import dev.ssot.router.protocol.Event;
import dev.ssot.router.protocol.EventClass;
import dev.ssot.router.protocol.Payload;
import dev.ssot.router.protocol.UserKey;
import dev.ssot.router.server.RouterServer;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * The router as it is shipped, with nothing switched off: schemas, rates, windows of answers, the
 * log. Only limits that would refuse this load are raised.
 */
public final class MeasuredRouter {

  private static final int MANY = 20_000;

  /** The log of all users; what a stalled reader is sent would not fit into the standard one. */
  private static final long LOG_BYTES = 512L << 20;

  private static final int BEYOND_THIS_LOAD = 1_000_000;

  private MeasuredRouter() {}

  /**
   * Serves until standard input ends. With the argument {@code prompt} the handler runs where its
   * turn comes: it never waits.
   */
  public static void main(String[] arguments) throws IOException {
    TenantHandler announce = MeasuredRouter::announce;
    try (RouterServer server =
        RouterServer.builder(limits())
            .authenticator(
                (credential, now) ->
                    new Authentication.Proved(
                        new UserKey("bench", credential.value()), Instant.MAX))
            .routes(
                routes(List.of(arguments).contains("prompt")).handle("announce", announce).build())
            .start()) {
      new Console().serve(server.port());
      Runtime.getRuntime().halt(0);
    }
  }

  private static Routes.Builder routes(boolean prompt) {
    Handler ask = MeasuredRouter::ask;
    Routes.Builder routes = Routes.builder();
    return prompt ? routes.handlePromptly("ask", ask) : routes.handle("ask", ask);
  }

  private static RouterLimits limits() {
    RouterLimits standard = RouterLimits.standard();
    HandlerLimits handlers = standard.inbound().handlers();
    ConnectionLimits connections = standard.connections();
    HandshakeLimits handshake = standard.transport().handshake();
    Rate unbounded = new Rate(BEYOND_THIS_LOAD, BEYOND_THIS_LOAD);
    InboundLimits inbound =
        standard
            .inbound()
            .withRates(new RateLimits(unbounded, unbounded, standard.inbound().rates().refusals()))
            .withHandlers(
                new HandlerLimits(
                    handlers.bulkhead(),
                    standard.inbound().window().ids() - 1,
                    handlers.deadline(),
                    handlers.failures(),
                    handlers.openFor()));
    TransportLimits transport =
        standard
            .transport()
            .withHandshake(
                new HandshakeLimits(
                    handshake.within(),
                    handshake.lineBytes(),
                    handshake.headerBytes(),
                    MANY,
                    MANY,
                    handshake.retryAfter()));
    LogLimits log = standard.log();
    return standard
        .withLog(new LogLimits(log.events(), log.bytes(), log.age(), LOG_BYTES))
        .withInbound(inbound)
        .withTransport(transport)
        .withConnections(
            new ConnectionLimits(
                MANY,
                connections.perUser(),
                connections.helloWithin(),
                connections.headEvery(),
                connections.topics()));
  }

  private static Reply ask(Context context, ClientMessage message) {
    Map<String, ?> fields = message.payload().fields();
    long events = message.payload().number("k").orElse(1L);
    for (long index = 0; index < events; index++) {
      Emission emission = context.emit(event(fields, index));
      if (emission instanceof Emission.Refused refused) {
        return Reply.rejected(refused.detail());
      }
    }
    return Reply.accepted();
  }

  private static Reply announce(Context context, Tenant tenant, ClientMessage message) {
    tenant.broadcast(event(message.payload().fields(), 0));
    return Reply.accepted();
  }

  private static Event event(Map<String, ?> asked, long index) {
    Payload payload =
        Payload.of(Map.of("i", index, "n", asked.get("n"), "text", asked.get("text")));
    return Event.of("answer", EventClass.CRITICAL, payload);
  }
}
