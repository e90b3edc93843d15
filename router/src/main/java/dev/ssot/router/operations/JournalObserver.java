package dev.ssot.router.operations;

import dev.ssot.router.DeadLetter;
import dev.ssot.router.RouterObserver;
import dev.ssot.router.protocol.CloseCode;
import dev.ssot.router.protocol.ConnectionId;
import dev.ssot.router.protocol.ErrorCode;
import dev.ssot.router.protocol.UserKey;
import dev.ssot.router.server.ServerObserver;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Writes to the journal what a router and its sockets tell. */
public final class JournalObserver implements RouterObserver, ServerObserver {

  private static final int FIRST_REFUSAL = 400;
  private static final int ACCEPTED = 101;

  private final Journal journal;

  /** Writes to a journal. */
  public JournalObserver(Journal journal) {
    this.journal = journal;
  }

  @Override
  public void handlerFailed(DeadLetter letter) {
    journal.say(
        Level.WARNING,
        "handler_failed",
        Map.of(
            "tenant", letter.user().tenant(),
            "user", letter.user().user(),
            "type", letter.message().type(),
            "error", DeadLetterText.kind(letter.error())));
  }

  @Override
  public void messageAnswered(UserKey user, String type, Optional<ErrorCode> error, Duration took) {
    error.ifPresent(
        code ->
            journal.say(
                Level.DEBUG,
                "message_refused",
                Map.of("tenant", user.tenant(), "user", user.user(), "code", code.label())));
  }

  @Override
  public void connectionOpened(UserKey user, ConnectionId connection) {
    connection(Level.DEBUG, "connection_opened", user, connection, "");
  }

  @Override
  public void connectionLost(UserKey user, ConnectionId connection) {
    connection(Level.DEBUG, "connection_lost", user, connection, "");
  }

  @Override
  public void connectionClosed(UserKey user, ConnectionId connection, CloseCode code) {
    connection(Level.INFO, "connection_closed", user, connection, code.code());
  }

  @Override
  public void outboundFailed(UserKey user, ConnectionId connection, Throwable cause) {
    connection(Level.ERROR, "outbound_failed", user, connection, cause.getClass().getName());
  }

  @Override
  public void tickFailed(UserKey user, Throwable cause) {
    journal.say(
        Level.ERROR,
        "tick_failed",
        Map.of("tenant", user.tenant(), "user", user.user(), "error", cause.getClass().getName()));
  }

  @Override
  public void handshakeAnswered(int status) {
    if (status != ACCEPTED) {
      journal.say(Level.INFO, "handshake_refused", Map.of("status", status));
    }
  }

  @Override
  public void ticketAnswered(int status) {
    if (status >= FIRST_REFUSAL) {
      journal.say(Level.INFO, "ticket_refused", Map.of("status", status));
    }
  }

  @Override
  public void handshakeTimedOut() {
    journal.say(Level.INFO, "handshake_timed_out", Map.of());
  }

  @Override
  public void socketDropped() {
    journal.say(Level.WARNING, "socket_dropped", Map.of());
  }

  private void connection(
      Level level, String name, UserKey user, ConnectionId connection, Object detail) {
    if (journal.writes(level)) {
      journal.say(
          level,
          name,
          Map.of(
              "tenant", user.tenant(),
              "user", user.user(),
              "connection", connection.value(),
              "detail", detail));
    }
  }
}
