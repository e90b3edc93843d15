package dev.ssot.router.limits;

/**
 * Sizes of messages and events.
 *
 * @param messageBytes size of a client message's payload as JSON
 * @param eventBytes size of an event's payload as JSON
 * @param nameLength characters of an id, a type or a session
 */
public record MessageLimits(@Bytes int messageBytes, @Bytes int eventBytes, int nameLength) {

  /** Levels of nesting that any payload may have; more can't be built at all. */
  public static final int DEEPEST = 32;

  public MessageLimits {
    Bounds.positive("messages.messageBytes", messageBytes);
    Bounds.positive("messages.eventBytes", eventBytes);
    Bounds.positive("messages.nameLength", nameLength);
  }

  /** 32 KiB in, 256 KiB out. */
  public static MessageLimits standard() {
    return new MessageLimits(32 << 10, 256 << 10, 128);
  }
}
