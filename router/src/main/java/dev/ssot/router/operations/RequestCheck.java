package dev.ssot.router.operations;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.netty.util.NetUtil;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Decides which requests the operations port answers at all: small ones that only read, addressed
 * to this machine by a number or a known name. A page of another site that has its own name point
 * here (DNS rebinding) sends that name.
 */
final class RequestCheck {

  private final Set<String> hosts;

  RequestCheck(Set<String> hosts) {
    this.hosts = hosts;
  }

  Optional<Answer> refusal(HttpRequest request) {
    return tooLong(request)
        .or(() -> malformed(request))
        .or(() -> foreign(request))
        .or(() -> writing(request));
  }

  private static Optional<Answer> tooLong(HttpRequest request) {
    Throwable cause = request.decoderResult().cause();
    if (cause instanceof TooLongHttpLineException) {
      return Optional.of(Answer.refusal(414, "The address is too long"));
    }
    return cause instanceof TooLongHttpHeaderException
        ? Optional.of(Answer.refusal(431, "The headers are too long"))
        : Optional.empty();
  }

  private static Optional<Answer> malformed(HttpRequest request) {
    if (request.decoderResult().isFailure()
        || request.headers().getAll(HttpHeaderNames.HOST).size() != 1) {
      return Optional.of(Answer.refusal(400, "The request is malformed"));
    }
    boolean body =
        request.headers().contains(HttpHeaderNames.TRANSFER_ENCODING)
            || !request.headers().get(HttpHeaderNames.CONTENT_LENGTH, "0").equals("0");
    return body ? Optional.of(Answer.refusal(413, "A body is not read here")) : Optional.empty();
  }

  private Optional<Answer> foreign(HttpRequest request) {
    List<String> host = request.headers().getAll(HttpHeaderNames.HOST);
    return isKnown(name(host.get(0)))
        ? Optional.empty()
        : Optional.of(Answer.refusal(421, "This name is not known here; see `operations.hosts`"));
  }

  private boolean isKnown(String name) {
    return name.equals("localhost")
        || NetUtil.isValidIpV4Address(name)
        || NetUtil.isValidIpV6Address(name)
        || hosts.contains(name);
  }

  /** The name or number without brackets and port. */
  private static String name(String host) {
    String name = host.replaceAll(":[0-9]*$", "");
    boolean number = name.startsWith("[") && name.endsWith("]");
    return (number ? name.substring(1, name.length() - 1) : name).toLowerCase(Locale.ROOT);
  }

  private static Optional<Answer> writing(HttpRequest request) {
    return request.method().equals(HttpMethod.GET)
        ? Optional.empty()
        : Optional.of(Answer.refusal(405, "Here is only something to be read, by GET"));
  }
}
