package dev.ssot.router.auth;

import dev.ssot.router.limits.AuthLimits;
import dev.ssot.router.protocol.UserKey;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Issues tickets that open one connection each: an application that knows its user hands one to the
 * page, and the page shows it in the list of subprotocols. A ticket is used up by the first look at
 * it; what is kept of it is a hash, so whoever sees the office's memory can't enter. Thread-safe.
 */
public final class TicketOffice implements Authenticator {

  private static final int TICKET_BYTES = 32;

  private final AuthLimits limits;
  private final SecureRandom random = new SecureRandom();
  private final LinkedHashMap<String, Ticket> waiting = new LinkedHashMap<>();
  private final Map<UserKey, Integer> shares = new HashMap<>();

  /** An office that has issued nothing. */
  public TicketOffice(AuthLimits limits) {
    this.limits = limits;
  }

  private record Ticket(UserKey user, Instant sessionEnds, Instant usableUntil) {}

  /**
   * Issues a ticket; empty if as many are waiting as the limits allow.
   *
   * @param sessionEnds when the connection that the ticket opens is closed; {@link Instant#MAX} if
   *     never
   */
  public synchronized Optional<String> issue(UserKey user, Instant sessionEnds, Instant now) {
    tick(now);
    if (shares.getOrDefault(user, 0) >= limits.ticketsPerUser()) {
      removeOldestOf(user);
    }
    if (waiting.size() >= limits.tickets()) {
      return Optional.empty();
    }
    byte[] bytes = new byte[TICKET_BYTES];
    random.nextBytes(bytes);
    String ticket = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    waiting.put(hash(ticket), new Ticket(user, sessionEnds, now.plus(limits.ticketAge())));
    shares.merge(user, 1, Integer::sum);
    return Optional.of(ticket);
  }

  @Override
  public synchronized Authentication authenticate(Credential credential, Instant now) {
    if (credential.kind() != Credential.Kind.TICKET
        || credential.value().length() > limits.tokenLength()) {
      return new Authentication.Denied("It is no ticket");
    }
    String key = hash(credential.value());
    Ticket ticket = waiting.get(key);
    if (ticket == null) {
      return new Authentication.Denied("The ticket was used, is too old or was never issued");
    }
    remove(key, ticket);
    return now.isBefore(ticket.usableUntil())
        ? new Authentication.Proved(ticket.user(), ticket.sessionEnds())
        : new Authentication.Denied("The ticket is too old");
  }

  /** Forgets the tickets that are too old; all live equally long, so the oldest come first. */
  @Override
  public synchronized void tick(Instant now) {
    while (!waiting.isEmpty()) {
      Map.Entry<String, Ticket> oldest = waiting.entrySet().iterator().next();
      if (now.isBefore(oldest.getValue().usableUntil())) {
        return;
      }
      remove(oldest.getKey(), oldest.getValue());
    }
  }

  /** Tickets that are waiting to be used. */
  public synchronized int waiting() {
    return waiting.size();
  }

  private void removeOldestOf(UserKey user) {
    waiting.entrySet().stream()
        .filter(entry -> entry.getValue().user().equals(user))
        .findFirst()
        .ifPresent(entry -> remove(entry.getKey(), entry.getValue()));
  }

  private void remove(String key, Ticket ticket) {
    waiting.remove(key);
    shares.computeIfPresent(ticket.user(), (user, share) -> share == 1 ? null : share - 1);
  }

  private static String hash(String ticket) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(ticket.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java has SHA-256", impossible);
    }
  }
}
