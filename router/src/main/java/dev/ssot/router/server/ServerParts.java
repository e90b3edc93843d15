package dev.ssot.router.server;

import dev.ssot.router.MessageRouter;
import dev.ssot.router.PayloadRules;
import dev.ssot.router.RouterObserver;
import dev.ssot.router.Routes;
import dev.ssot.router.limits.RouterLimits;
import dev.ssot.router.log.EventLog;
import java.net.InetSocketAddress;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Executor;

/** What a server is made of. */
record ServerParts(
    RouterLimits limits,
    InstantSource clock,
    InetSocketAddress address,
    Admittance admittance,
    Optional<TlsFiles> tls,
    ServerObserver observer,
    Application application) {

  /** What is the application's own. */
  record Application(Routes routes, PayloadRules rules, EventLog log, RouterObserver observer) {}

  MessageRouter router(Executor handlers) {
    return MessageRouter.builder(limits, clock, application.log(), handlers)
        .routes(application.routes())
        .rules(application.rules())
        .observer(application.observer())
        .sessions(new TokenRenewal(admittance.authenticator(), clock))
        .build();
  }
}
