package dev.ssot.router.server;

import dev.ssot.router.PayloadRules;
import dev.ssot.router.RouterObserver;
import dev.ssot.router.Routes;
import dev.ssot.router.auth.Authenticator;
import dev.ssot.router.auth.AuthenticatorByKind;
import dev.ssot.router.auth.TicketOffice;
import dev.ssot.router.limits.AuthLimits;
import dev.ssot.router.limits.RouterLimits;
import dev.ssot.router.log.EventLog;
import dev.ssot.router.log.InMemoryEventLog;
import dev.ssot.router.wire.ProtocolSchemas;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The parts of a {@link RouterServer}. Not safe for use by several threads. */
public final class ServerBuilder {

  private final RouterLimits limits;
  private InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
  private InstantSource clock = InstantSource.system();
  private String path = "/ws";
  private Set<String> origins = Set.of();
  private String cookie = "ssot_token";
  private Routes routes = Routes.builder().build();
  private PayloadRules rules = ProtocolSchemas.builder().build();
  private RouterObserver observer = RouterObserver.NONE;
  private ServerObserver handshakes = ServerObserver.NONE;
  private boolean usesNative = true;
  private @Nullable Authenticator authenticator;
  private @Nullable EventLog log;
  private Optional<String> tickets = Optional.empty();
  private Optional<TlsFiles> tls = Optional.empty();

  ServerBuilder(RouterLimits limits) {
    this.limits = limits;
  }

  /** Listens here; without it, at a free port that only this machine reaches. */
  public ServerBuilder address(InetSocketAddress listening) {
    address = listening;
    return this;
  }

  /** Gives the clock. */
  public ServerBuilder clock(InstantSource source) {
    clock = source;
    return this;
  }

  /** Is found at this path; without it, at {@code /ws}. */
  public ServerBuilder path(String where) {
    path = where;
    return this;
  }

  /** Lets pages of these origins connect, such as {@code https://chat.example}; others not. */
  public ServerBuilder origins(Set<String> allowed) {
    origins = Set.copyOf(allowed);
    return this;
  }

  /** Reads a token from the cookie of this name. */
  public ServerBuilder cookie(String name) {
    cookie = name;
    return this;
  }

  /** Gives the table of message types and handlers. */
  public ServerBuilder routes(Routes table) {
    routes = table;
    return this;
  }

  /** Gives what payloads are held against; without it, the schemas of the protocol alone. */
  public ServerBuilder rules(PayloadRules checks) {
    rules = checks;
    return this;
  }

  /** Gives who is told what happens. */
  public ServerBuilder observer(RouterObserver told) {
    observer = told;
    return this;
  }

  /** Gives who is told what becomes of handshakes. */
  public ServerBuilder handshakes(ServerObserver told) {
    handshakes = told;
    return this;
  }

  /** Decides who a user is. There is no server without it. */
  public ServerBuilder authenticator(Authenticator decides) {
    authenticator = decides;
    return this;
  }

  /**
   * Gives single-use tickets at this path to whoever shows a token there: {@code POST} with {@code
   * Authorization: Bearer}, answered by {@code {"ticket": …, "usable_ms": …}}. A ticket is for the
   * token's user, and its session ends with the token. Without it, no tickets are given.
   */
  public ServerBuilder tickets(String where) {
    tickets = Optional.of(where);
    return this;
  }

  /** Keeps events here; without it, in this process's memory. */
  public ServerBuilder log(EventLog keeps) {
    log = keeps;
    return this;
  }

  /**
   * Speaks TLS, with a chain of certificates and its key in PEM files that are read again when they
   * change; throws an exception if they can't be used.
   */
  public ServerBuilder tls(Path certificates, Path key) {
    tls = Optional.of(new TlsFiles(certificates, key, limits.transport().auth().reloadEvery()));
    return this;
  }

  /** Uses the system's own way of waiting for sockets where there is one, or does not. */
  public ServerBuilder nativeTransport(boolean wanted) {
    usesNative = wanted;
    return this;
  }

  /** Starts to listen. */
  public RouterServer start() {
    ServerParts parts = parts();
    HandlerThreads handlers = HandlerThreads.start(limits);
    EventLoops loops = EventLoops.start(usesNative);
    boolean started = false;
    try {
      RouterServer server = new RouterServer(parts, handlers, loops);
      started = true;
      return server;
    } finally {
      if (!started) {
        loops.stop();
        handlers.stop();
      }
    }
  }

  private ServerParts parts() {
    Authenticator given = authenticator;
    if (given == null) {
      throw new IllegalStateException("No authenticator is given; nobody could be let in safely");
    }
    EventLog kept =
        log == null ? new InMemoryEventLog(limits.log(), UUID.randomUUID().toString()) : log;
    return new ServerParts(
        limits,
        clock,
        address,
        admittance(given),
        tls,
        new DeafObserver(handshakes),
        new ServerParts.Application(routes, rules, kept, observer));
  }

  private Admittance admittance(Authenticator tokens) {
    if (tickets.isEmpty()) {
      return new Admittance(path, origins, cookie, tokens, Optional.empty());
    }
    if (tickets.get().equals(path)) {
      throw new IllegalStateException(
          "Tickets are given at %s, where the router itself is; choose another path"
              .formatted(path));
    }
    AuthLimits auth = limits.transport().auth();
    TicketOffice office = new TicketOffice(auth);
    return new Admittance(
        path,
        origins,
        cookie,
        new AuthenticatorByKind(tokens, office),
        Optional.of(new TicketWindow(tickets.get(), office, tokens, auth.ticketAge())));
  }
}
