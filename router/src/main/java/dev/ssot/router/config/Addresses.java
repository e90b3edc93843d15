package dev.ssot.router.config;

import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Addresses to listen at, such as {@code 127.0.0.1:8080} and {@code "[::1]:8080"}. */
final class Addresses {

  private static final int HIGHEST_PORT = 65_535;
  private static final Pattern HOST_AND_PORT =
      Pattern.compile("(?:\\[([0-9A-Fa-f:.%]+)]|([A-Za-z0-9._-]+)):([0-9]{1,5})");

  private Addresses() {}

  /** The address that a key names; the given one if it names none. */
  static InetSocketAddress read(ConfigMap map, String key, InetSocketAddress standard) {
    Optional<String> text = map.text(key);
    if (text.isEmpty()) {
      return standard;
    }
    Optional<InetSocketAddress> address = parse(text.get());
    if (address.isEmpty()) {
      map.wrong(
          key,
          "must be an address and a port",
          "write 127.0.0.1:8080, 0.0.0.0:8080 or \"[::1]:8080\"; port 0 takes a free one");
    } else if (address.get().isUnresolved()) {
      map.wrong(key, "names a host that is not known here", "write the number of an address");
    }
    return address.orElse(standard);
  }

  static Optional<InetSocketAddress> parse(String text) {
    Matcher parts = HOST_AND_PORT.matcher(text);
    if (!parts.matches() || Integer.parseInt(parts.group(3)) > HIGHEST_PORT) {
      return Optional.empty();
    }
    String host = parts.group(1) == null ? parts.group(2) : parts.group(1);
    return Optional.of(new InetSocketAddress(host, Integer.parseInt(parts.group(3))));
  }

  /** The address as it is written in a file. */
  static String text(InetSocketAddress address) {
    String host = address.getAddress().getHostAddress();
    return (host.contains(":") ? "\"[" + host + "]" : host)
        + ":"
        + address.getPort()
        + (host.contains(":") ? "\"" : "");
  }
}
