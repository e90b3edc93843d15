package dev.ssot.router;

import dev.ssot.router.log.LogHead;
import dev.ssot.router.log.LogUnavailable;
import dev.ssot.router.protocol.ClientMessage;
import dev.ssot.router.protocol.CloseCode;
import dev.ssot.router.protocol.ErrorCode;
import dev.ssot.router.protocol.ServerFrame;
import dev.ssot.router.protocol.ServiceLevel;
import dev.ssot.router.protocol.StreamPosition;
import java.util.Optional;

/**
 * Answers {@code hello}: has a connection follow the stream from where its client wants to go on.
 * While the log is away the answer waits. Guarded by the user's lock.
 */
final class Greeting {

  private final UserState user;

  Greeting(UserState user) {
    this.user = user;
  }

  void hello(Connection connection, ClientMessage message) {
    Optional<StreamPosition> position =
        message.payload().object("resume").flatMap(StreamPosition::of);
    if (message.payload().fields().get("resume") != null && position.isEmpty()) {
      String text = "`resume` is malformed; give epoch and seq";
      user.connections()
          .send(connection, ServerFrame.Failure.of(message.id(), ErrorCode.PROTOCOL, text));
      user.connections().close(connection, CloseCode.PROTOCOL, text, true);
      return;
    }
    connection.greet(position);
    tellDegraded(connection);
    try {
      user.stream().doubt();
      user.refreshStream();
      answer(connection);
    } catch (LogUnavailable unavailable) {
      user.stream().doubt();
    }
  }

  /** Answers who has had to wait, as far as the log is back. */
  void answerAll() {
    user.connections().waiting().forEach(this::answer);
  }

  private void answer(Connection connection) {
    if (!user.connections().isOpen(connection)) {
      return;
    }
    LogHead head = user.stream().head();
    ResumePoint point =
        connection
            .wanted()
            .map(at -> ResumePoint.after(at, head))
            .orElseGet(() -> ResumePoint.fresh(head));
    welcome(connection, point, head);
  }

  private void welcome(Connection connection, ResumePoint point, LogHead head) {
    user.connections()
        .send(
            connection,
            new ServerFrame.Welcome(
                connection.id(),
                point.resumption(),
                new StreamPosition(head.epoch(), point.after()),
                head.newest(),
                user.core().limits().inbound().window().ids(),
                user.runs().open()));
    connection.outlet().follow(point.after(), head.newest());
  }

  private void tellDegraded(Connection connection) {
    if (user.core().service().level() == ServiceLevel.LOCAL_ONLY) {
      user.connections().send(connection, new ServerFrame.ServiceStatus(ServiceLevel.LOCAL_ONLY));
    }
  }
}
