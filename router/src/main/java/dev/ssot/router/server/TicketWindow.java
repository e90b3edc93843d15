package dev.ssot.router.server;

import dev.ssot.router.auth.Authentication;
import dev.ssot.router.auth.Authenticator;
import dev.ssot.router.auth.Credential;
import dev.ssot.router.auth.TicketOffice;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Gives a ticket for a token: {@code POST} with {@code Authorization: Bearer} and nothing else, so
 * that the ticket is always for the token's own user and its session ends with the token. A cookie
 * opens nothing here, as a browser sends it whatever page asks it to. Pages of the allowed origins
 * may ask (CORS), others not. Thread-safe.
 *
 * @param path where it is found, such as {@code /tickets}
 * @param tokens examines tokens; tickets are none
 * @param age time for which a ticket may be used
 */
record TicketWindow(String path, TicketOffice office, Authenticator tokens, Duration age) {

  private static final String BEARER = "bearer ";

  /** The answer to a request, if it was made at this window. */
  Optional<HttpAnswer> answer(HttpRequest request, Admittance admittance, InstantSource clock) {
    return request.decoderResult().isSuccess() && request.uri().equals(path)
        ? Optional.of(withOrigin(request, admittance, clock.instant()))
        : Optional.empty();
  }

  private TicketAnswer withOrigin(HttpRequest request, Admittance admittance, Instant now) {
    List<String> origins = request.headers().getAll(HttpHeaderNames.ORIGIN);
    if (origins.size() > 1 || !origins.stream().allMatch(admittance::isFrom)) {
      return TicketAnswer.refusal(
          HttpResponseStatus.FORBIDDEN, "This page may not ask", Map.of("Vary", "Origin"));
    }
    TicketAnswer answer = answer(request, now);
    Map<String, String> headers = new LinkedHashMap<>(answer.headers());
    headers.put("Vary", "Origin");
    origins.forEach(origin -> headers.put("Access-Control-Allow-Origin", origin));
    return new TicketAnswer(answer.status(), answer.json(), headers);
  }

  private TicketAnswer answer(HttpRequest request, Instant now) {
    if (request.method().equals(HttpMethod.OPTIONS)) {
      return new TicketAnswer(
          HttpResponseStatus.OK,
          "",
          Map.of(
              "Access-Control-Allow-Methods", "POST",
              "Access-Control-Allow-Headers", "authorization"));
    }
    if (!request.method().equals(HttpMethod.POST)) {
      return TicketAnswer.refusal(
          HttpResponseStatus.METHOD_NOT_ALLOWED,
          "A ticket is asked for by POST",
          Map.of("Allow", "POST, OPTIONS"));
    }
    HttpHeaders headers = request.headers();
    if (headers.getAll(HttpHeaderNames.HOST).size() != 1
        || headers.contains(HttpHeaderNames.TRANSFER_ENCODING)
        || !headers.get(HttpHeaderNames.CONTENT_LENGTH, "0").equals("0")) {
      return TicketAnswer.refusal(
          HttpResponseStatus.BAD_REQUEST,
          "Ask without a body; the token alone says whose ticket it is",
          Map.of());
    }
    Optional<Authentication.Proved> proof = token(headers).flatMap(token -> proof(token, now));
    return proof.isPresent() ? issue(proof.get(), now) : unauthorized();
  }

  private TicketAnswer issue(Authentication.Proved proof, Instant now) {
    return office
        .issue(proof.user(), proof.expires(), now)
        .map(
            ticket ->
                new TicketAnswer(
                    HttpResponseStatus.CREATED,
                    "{\"ticket\":\"%s\",\"usable_ms\":%s}\n".formatted(ticket, age.toMillis()),
                    Map.of()))
        .orElseGet(
            () ->
                TicketAnswer.refusal(
                    HttpResponseStatus.SERVICE_UNAVAILABLE,
                    "Too many tickets are waiting to be used",
                    Map.of("Retry-After", String.valueOf(Math.max(1, age.toSeconds())))));
  }

  private static TicketAnswer unauthorized() {
    return TicketAnswer.refusal(
        HttpResponseStatus.UNAUTHORIZED,
        "Show one valid token in the header Authorization, after the word Bearer",
        Map.of("WWW-Authenticate", "Bearer"));
  }

  private static Optional<Credential> token(HttpHeaders headers) {
    List<String> shown = headers.getAll(HttpHeaderNames.AUTHORIZATION);
    return shown.size() == 1 && shown.get(0).toLowerCase(Locale.ROOT).startsWith(BEARER)
        ? Optional.of(
            new Credential(Credential.Kind.TOKEN, shown.get(0).substring(BEARER.length()).strip()))
        : Optional.empty();
  }

  private Optional<Authentication.Proved> proof(Credential token, Instant now) {
    try {
      return tokens.authenticate(token, now) instanceof Authentication.Proved proof
          ? Optional.of(proof)
          : Optional.empty();
    } catch (RuntimeException broken) {
      return Optional.empty();
    }
  }
}
