package dev.ssot.router.server;

import dev.ssot.router.auth.Authentication;
import dev.ssot.router.auth.Credential;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.cookie.Cookie;
import io.netty.handler.codec.http.cookie.ServerCookieDecoder;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Decides about a request for a WebSocket (RFC 6455 section 4.2), the cheap questions first: is it
 * here, is it an upgrade, from an allowed page, in a protocol that is spoken, and from whom.
 */
final class UpgradeCheck {

  static final String SUBPROTOCOL = "ssot.v1";

  /** A token or a ticket in the list of subprotocols; it is read and never sent back. */
  private static final String TOKEN_PREFIX = "ssot.token.";

  private static final String TICKET_PREFIX = "ssot.ticket.";
  private static final int KEY_BYTES = 16;

  private final Admittance admittance;
  private final InstantSource clock;

  UpgradeCheck(Admittance admittance, InstantSource clock) {
    this.admittance = admittance;
    this.clock = clock;
  }

  /** What was found out about a request. */
  sealed interface Result {
    /** It may be upgraded. */
    record Accepted(String key, Authentication.Proved proof, Optional<Compression> compression)
        implements Result {}

    /** It may not. */
    record Refused(HttpRefusal refusal) implements Result {}
  }

  Result examine(HttpRequest request) {
    Optional<HttpRefusal> refusal =
        malformed(request).or(() -> noUpgrade(request)).or(() -> foreign(request.headers()));
    if (refusal.isPresent()) {
      return new Result.Refused(refusal.get());
    }
    List<String> offered = list(request.headers(), HttpHeaderNames.SEC_WEBSOCKET_PROTOCOL);
    if (!offered.contains(SUBPROTOCOL)) {
      return new Result.Refused(HttpRefusal.upgradeRequired("Offer a subprotocol that is spoken"));
    }
    return authenticate(request.headers(), offered);
  }

  private Optional<HttpRefusal> malformed(HttpRequest request) {
    if (request.decoderResult().isFailure()
        || !request.protocolVersion().equals(HttpVersion.HTTP_1_1)
        || request.headers().getAll(HttpHeaderNames.HOST).size() != 1
        || request.headers().contains(HttpHeaderNames.TRANSFER_ENCODING)
        || !request.headers().get(HttpHeaderNames.CONTENT_LENGTH, "0").equals("0")) {
      return Optional.of(
          HttpRefusal.of(HttpResponseStatus.BAD_REQUEST, "The request is malformed"));
    }
    return request.uri().equals(admittance.path())
        ? Optional.empty()
        : Optional.of(HttpRefusal.of(HttpResponseStatus.NOT_FOUND, "Nothing is here"));
  }

  private static Optional<HttpRefusal> noUpgrade(HttpRequest request) {
    HttpHeaders headers = request.headers();
    if (!request.method().equals(HttpMethod.GET)
        || !contains(headers, HttpHeaderNames.UPGRADE, "websocket")
        || !contains(headers, HttpHeaderNames.CONNECTION, "upgrade")) {
      return Optional.of(HttpRefusal.upgradeRequired("Only a WebSocket is here"));
    }
    if (!"13".equals(headers.get(HttpHeaderNames.SEC_WEBSOCKET_VERSION))) {
      return Optional.of(HttpRefusal.upgradeRequired("Only version 13 is spoken"));
    }
    return isKey(headers.getAll(HttpHeaderNames.SEC_WEBSOCKET_KEY))
        ? Optional.empty()
        : Optional.of(HttpRefusal.of(HttpResponseStatus.BAD_REQUEST, "The key is malformed"));
  }

  /** A browser always says from which page it comes; a client that does not is no browser. */
  private Optional<HttpRefusal> foreign(HttpHeaders headers) {
    List<String> origins = headers.getAll(HttpHeaderNames.ORIGIN);
    return origins.stream().allMatch(admittance::isFrom) && origins.size() <= 1
        ? Optional.empty()
        : Optional.of(HttpRefusal.of(HttpResponseStatus.FORBIDDEN, "This page may not connect"));
  }

  private Result authenticate(HttpHeaders headers, List<String> offered) {
    List<Credential> credentials =
        Stream.concat(offered.stream().flatMap(UpgradeCheck::credential), cookies(headers))
            .toList();
    if (credentials.size() == 1
        && prove(credentials.get(0)) instanceof Authentication.Proved proof) {
      return new Result.Accepted(
          String.valueOf(headers.get(HttpHeaderNames.SEC_WEBSOCKET_KEY)),
          proof,
          Compression.negotiate(headers.getAll(HttpHeaderNames.SEC_WEBSOCKET_EXTENSIONS)));
    }
    return new Result.Refused(
        HttpRefusal.of(
            HttpResponseStatus.UNAUTHORIZED, "Show one valid token or ticket, and only one"));
  }

  private Authentication prove(Credential credential) {
    try {
      return admittance.authenticator().authenticate(credential, clock.instant());
    } catch (RuntimeException broken) {
      return new Authentication.Denied("The authenticator failed: " + broken.getClass().getName());
    }
  }

  private static Stream<Credential> credential(String subprotocol) {
    if (subprotocol.startsWith(TOKEN_PREFIX)) {
      return Stream.of(
          new Credential(Credential.Kind.TOKEN, subprotocol.substring(TOKEN_PREFIX.length())));
    }
    return subprotocol.startsWith(TICKET_PREFIX)
        ? Stream.of(
            new Credential(Credential.Kind.TICKET, subprotocol.substring(TICKET_PREFIX.length())))
        : Stream.empty();
  }

  /** A cookie counts only with the page's origin, which was found to be allowed by then. */
  private Stream<Credential> cookies(HttpHeaders headers) {
    if (!headers.contains(HttpHeaderNames.ORIGIN)) {
      return Stream.empty();
    }
    return headers.getAll(HttpHeaderNames.COOKIE).stream()
        .flatMap(header -> ServerCookieDecoder.STRICT.decodeAll(header).stream())
        .filter(cookie -> cookie.name().equals(admittance.cookie()))
        .map(Cookie::value)
        .map(value -> new Credential(Credential.Kind.COOKIE, value));
  }

  private static boolean contains(HttpHeaders headers, CharSequence name, String token) {
    return list(headers, name).stream().anyMatch(token::equalsIgnoreCase);
  }

  private static List<String> list(HttpHeaders headers, CharSequence name) {
    return headers.getAll(name).stream()
        .flatMap(header -> Arrays.stream(header.split(",", -1)))
        .map(String::strip)
        .toList();
  }

  private static boolean isKey(List<String> keys) {
    try {
      return keys.size() == 1 && Base64.getDecoder().decode(keys.get(0)).length == KEY_BYTES;
    } catch (IllegalArgumentException noBase64) {
      return false;
    }
  }
}
