package dev.ssot.router.client;

import dev.ssot.router.limits.ClientLimits;
import dev.ssot.router.limits.RouterLimits;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import javax.net.ssl.SSLException;

/**
 * What a client needs to know.
 *
 * @param address where the router is, such as {@code wss://chat.example/ws}
 * @param credential asked before each attempt to connect, for what goes into the list of
 *     subprotocols: {@code ssot.token.} and a token, or {@code ssot.ticket.} and a ticket
 * @param limits of the client
 * @param router those of the router, which say how large its frames may be
 * @param random spreads the attempts of many clients
 */
public record ClientSettings(
    URI address,
    Supplier<String> credential,
    ClientLimits limits,
    RouterLimits router,
    InstantSource clock,
    RandomGenerator random) {

  /** The settings that most clients have. */
  public static ClientSettings of(URI address, Supplier<String> credential) {
    return new ClientSettings(
        address,
        credential,
        ClientLimits.standard(),
        RouterLimits.standard(),
        InstantSource.system(),
        RandomGenerator.getDefault());
  }

  /** What is trusted: the certificates that this machine trusts. */
  Optional<SslContext> tls() {
    if (!"wss".equals(address.getScheme())) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          SslContextBuilder.forClient().endpointIdentificationAlgorithm("HTTPS").build());
    } catch (SSLException broken) {
      throw new IllegalStateException("This Java can't speak TLS", broken);
    }
  }

  /** These settings with other limits of the client. */
  public ClientSettings withLimits(ClientLimits other) {
    return new ClientSettings(address, credential, other, router, clock, random);
  }
}
