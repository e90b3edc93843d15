package dev.ssot.router.demo;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Decides whose requests are heard. The page is shown to whoever asks under a name of this machine,
 * so that no foreign name can be pointed here; its buttons obey only a page of the same origin that
 * has the key, which is made at each start, printed once, and never sent to anybody.
 */
final class Gate {

  static final String KEY_HEADER = "X-Demo-Key";

  private static final int KEY_BYTES = 32;

  private final String key;

  /** A gate with a new key. */
  Gate() {
    byte[] random = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(random);
    key = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
  }

  String key() {
    return key;
  }

  /** The origins that pages from a port of this machine have. */
  static Set<String> origins(int port) {
    return hosts(port).stream().map(Gate::origin).collect(Collectors.toUnmodifiableSet());
  }

  /** The host that a request at a port of this machine is for, if it is one of ours. */
  static Optional<String> host(HttpHeaders headers, int port) {
    List<String> named = headers.getAll(HttpHeaderNames.HOST);
    return named.size() == 1
        ? Optional.of(named.get(0)).filter(hosts(port)::contains)
        : Optional.empty();
  }

  /** Why a button's request is not obeyed, if it is not. */
  Optional<Answer> refusal(HttpHeaders headers, String host) {
    if (!headers.getAll(HttpHeaderNames.ORIGIN).equals(List.of(origin(host)))) {
      return Optional.of(
          Answer.of(HttpResponseStatus.FORBIDDEN, "Only a page of this origin may do that"));
    }
    return headers.getAll(KEY_HEADER).size() == 1 && isKey(headers.get(KEY_HEADER))
        ? Optional.empty()
        : Optional.of(
            Answer.of(
                HttpResponseStatus.FORBIDDEN, "Open the address that the demonstration printed"));
  }

  private boolean isKey(String shown) {
    return MessageDigest.isEqual(
        shown.getBytes(StandardCharsets.UTF_8), key.getBytes(StandardCharsets.UTF_8));
  }

  private static Set<String> hosts(int port) {
    return Set.of("127.0.0.1:" + port, "localhost:" + port);
  }

  private static String origin(String host) {
    return "http://" + host;
  }
}
