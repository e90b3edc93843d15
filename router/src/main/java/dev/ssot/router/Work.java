package dev.ssot.router;

import dev.ssot.router.guard.Admission;
import dev.ssot.router.guard.GuardKey;
import dev.ssot.router.protocol.ClientMessage;
import dev.ssot.router.protocol.ErrorCode;
import dev.ssot.router.protocol.ServerFrame;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One client message on its way through its handler. It is answered exactly once: by the handler's
 * reply, by the handler's failure, or by time, whichever is first.
 */
final class Work implements Runnable {

  private final UserState user;
  private final Connection origin;
  private final Lane lane;
  private final ClientMessage message;
  private final Handler handler;
  private final Context context;
  private final GuardKey guard;
  private Instant begun = Instant.MAX;
  private boolean started;
  private boolean answered;

  Work(UserState user, Connection origin, Lane lane, ClientMessage message, Handler handler) {
    this.user = user;
    this.origin = origin;
    this.lane = lane;
    this.message = message;
    this.handler = handler;
    context = new Context(user.users(), user.key(), origin.id(), message);
    guard = new GuardKey(message.type(), user.key().tenant());
  }

  ClientMessage message() {
    return message;
  }

  Connection origin() {
    return origin;
  }

  /** Where the message waits for its turn. */
  Lane lane() {
    return lane;
  }

  /** Notes that it is this message's turn; called under the user's lock. */
  void begin() {
    begun = user.now();
  }

  void launch() {
    if (!user.core().handle(this)) {
      finish(failure(ErrorCode.OVERLOADED, "No thread is free for the handler; try again later"));
    }
  }

  @Override
  public void run() {
    if (!user.exclusively(this::start)) {
      return;
    }
    Admission admission = user.core().guards().enter(guard, user.now());
    switch (admission) {
      case ADMITTED -> finish(guarded());
      case BUSY -> finish(failure(ErrorCode.OVERLOADED, "The handler is busy; try again later"));
      case BROKEN ->
          finish(
              failure(
                  ErrorCode.HANDLER_UNAVAILABLE,
                  "The handler has failed too often and rests; try again later"));
    }
  }

  /** Answers for a handler that is past its deadline; called under the user's lock. */
  void tick(Instant now) {
    if (answered || !begun.isBefore(now.minus(deadline()))) {
      return;
    }
    if (started) {
      deadLetter("The handler did not answer in time");
      answer(failure(ErrorCode.HANDLER_TIMED_OUT, "The handler did not answer in time"));
    } else {
      answer(failure(ErrorCode.OVERLOADED, "No thread was free in time; try again later"));
    }
  }

  /** Whether the handler is to be called: not for a message that was answered while it waited. */
  private boolean start() {
    started = !answered;
    if (answered) {
      user.workload().left(this);
    }
    return started;
  }

  private Duration deadline() {
    return user.core().limits().inbound().handlers().deadline();
  }

  private ServerFrame guarded() {
    boolean failed = true;
    try {
      ServerFrame answer = call();
      failed =
          answer instanceof ServerFrame.Failure failure
              && failure.code() == ErrorCode.HANDLER_FAILED;
      return answer;
    } finally {
      user.core().guards().leave(guard, failed, user.now());
    }
  }

  /**
   * Catches whatever a broken handler throws, a missing method or class included: what is not
   * answered here would occupy the user's place for ever.
   */
  private ServerFrame call() {
    try {
      return frame(handler.handle(context, message));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return failed(interrupted);
    } catch (Throwable broken) {
      return failed(broken);
    }
  }

  private ServerFrame frame(Reply reply) {
    if (reply instanceof Reply.Rejected rejected) {
      return failure(ErrorCode.REJECTED, rejected.reason());
    }
    if (reply instanceof Reply.Accepted) {
      return new ServerFrame.Ack(message.id());
    }
    return failed(new IllegalStateException("The handler returned no reply"));
  }

  private ServerFrame failed(Throwable cause) {
    deadLetter(cause.toString());
    return failure(
        ErrorCode.HANDLER_FAILED, "The handler failed; the message is kept for analysis");
  }

  private void deadLetter(String error) {
    DeadLetter letter = new DeadLetter(user.key(), message.withoutSecrets(), user.now(), error);
    user.core().deadLetters().add(letter);
    user.run(() -> user.report(observer -> observer.handlerFailed(letter)));
  }

  private ServerFrame.Failure failure(ErrorCode code, String text) {
    return ServerFrame.Failure.of(message.id(), code, text);
  }

  private void finish(ServerFrame answer) {
    user.run(
        () -> {
          user.workload().left(this);
          if (!answered) {
            answer(answer);
          }
        });
  }

  private void answer(ServerFrame answer) {
    answered = true;
    if (user.core().isObserved()) {
      report(answer);
    }
    user.workload().answered(this, answer);
  }

  private void report(ServerFrame answer) {
    Duration took = Duration.between(begun, user.now());
    Optional<ErrorCode> error =
        answer instanceof ServerFrame.Failure refused
            ? Optional.of(refused.code())
            : Optional.empty();
    user.report(observer -> observer.messageAnswered(user.key(), message.type(), error, took));
  }
}
