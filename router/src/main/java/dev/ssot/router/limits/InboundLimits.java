package dev.ssot.router.limits;

/** Bounds on what clients send and on what handles it. */
public record InboundLimits(
    MessageLimits messages,
    RateLimits rates,
    WindowLimits window,
    HandlerLimits handlers,
    DeadLetterLimits deadLetters) {

  public InboundLimits {
    Bounds.require(
        handlers.inFlightPerUser() < window.ids(),
        "handlers.inFlightPerUser %d is not less than window.ids %d; an id in flight must stay known",
        handlers.inFlightPerUser(),
        window.ids());
  }

  /** The bounds that {@link RouterLimits#standard()} has. */
  public static InboundLimits standard() {
    return new InboundLimits(
        MessageLimits.standard(),
        RateLimits.standard(),
        WindowLimits.standard(),
        HandlerLimits.standard(),
        DeadLetterLimits.standard());
  }

  /** These limits with other rates. */
  public InboundLimits withRates(RateLimits other) {
    return new InboundLimits(messages, other, window, handlers, deadLetters);
  }

  /** These limits with another window of remembered answers. */
  public InboundLimits withWindow(WindowLimits other) {
    return new InboundLimits(messages, rates, other, handlers, deadLetters);
  }

  /** These limits with other bounds on handlers. */
  public InboundLimits withHandlers(HandlerLimits other) {
    return new InboundLimits(messages, rates, window, other, deadLetters);
  }

  /** These limits with other sizes of messages. */
  public InboundLimits withMessages(MessageLimits other) {
    return new InboundLimits(other, rates, window, handlers, deadLetters);
  }

  /** These limits with another keeping of dead letters. */
  public InboundLimits withDeadLetters(DeadLetterLimits other) {
    return new InboundLimits(messages, rates, window, handlers, other);
  }
}
