package dev.ssot.router.server;

import dev.ssot.router.auth.Authenticator;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Who is let in.
 *
 * @param path where the router is found, such as {@code /ws}
 * @param origins origins of pages that may connect, such as {@code https://chat.example}
 * @param cookie name of the cookie that may hold a token
 * @param tickets where tickets are given for tokens, if anywhere
 */
record Admittance(
    String path,
    Set<String> origins,
    String cookie,
    Authenticator authenticator,
    Optional<TicketWindow> tickets) {

  Admittance {
    Set<String> normalised = new TreeSet<>();
    origins.forEach(origin -> normalised.add(origin.toLowerCase(Locale.ROOT)));
    origins = Set.copyOf(normalised);
  }

  boolean isFrom(String origin) {
    return origins.contains(origin.toLowerCase(Locale.ROOT));
  }
}
