package dev.ssot.router.operations;

import dev.ssot.router.DeadLetter;
import dev.ssot.router.RouterObserver;
import dev.ssot.router.protocol.CloseCode;
import dev.ssot.router.protocol.ConnectionId;
import dev.ssot.router.protocol.Emission;
import dev.ssot.router.protocol.ErrorCode;
import dev.ssot.router.protocol.Event;
import dev.ssot.router.protocol.UserKey;
import dev.ssot.router.server.ServerObserver;
import java.time.Duration;
import java.util.Optional;

/** Tells the metrics and the journal. */
public final class Observers implements RouterObserver, ServerObserver {

  private final ServerMetrics metrics;
  private final JournalObserver journal;

  /** Tells both, the metrics first. */
  public Observers(ServerMetrics metrics, JournalObserver journal) {
    this.metrics = metrics;
    this.journal = journal;
  }

  @Override
  public void connectionOpened(UserKey user, ConnectionId connection) {
    metrics.connectionOpened(user, connection);
    journal.connectionOpened(user, connection);
  }

  @Override
  public void connectionLost(UserKey user, ConnectionId connection) {
    metrics.connectionLost(user, connection);
    journal.connectionLost(user, connection);
  }

  @Override
  public void connectionClosed(UserKey user, ConnectionId connection, CloseCode code) {
    metrics.connectionClosed(user, connection, code);
    journal.connectionClosed(user, connection, code);
  }

  @Override
  public void messageAnswered(UserKey user, String type, Optional<ErrorCode> error, Duration took) {
    metrics.messageAnswered(user, type, error, took);
    journal.messageAnswered(user, type, error, took);
  }

  @Override
  public void eventDecided(UserKey user, Event event, Emission outcome) {
    metrics.eventDecided(user, event, outcome);
  }

  @Override
  public void handlerFailed(DeadLetter letter) {
    metrics.handlerFailed(letter);
    journal.handlerFailed(letter);
  }

  @Override
  public void tickFailed(UserKey user, Throwable cause) {
    metrics.tickFailed(user, cause);
    journal.tickFailed(user, cause);
  }

  @Override
  public void outboundFailed(UserKey user, ConnectionId connection, Throwable cause) {
    metrics.outboundFailed(user, connection, cause);
    journal.outboundFailed(user, connection, cause);
  }

  @Override
  public void handshakeAnswered(int status) {
    metrics.handshakeAnswered(status);
    journal.handshakeAnswered(status);
  }

  @Override
  public void ticketAnswered(int status) {
    metrics.ticketAnswered(status);
    journal.ticketAnswered(status);
  }

  @Override
  public void handshakeTimedOut() {
    metrics.handshakeTimedOut();
    journal.handshakeTimedOut();
  }

  @Override
  public void socketDropped() {
    metrics.socketDropped();
    journal.socketDropped();
  }
}
