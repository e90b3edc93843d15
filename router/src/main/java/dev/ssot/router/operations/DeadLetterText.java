package dev.ssot.router.operations;

/** What may be shown of the error of a dead letter. */
final class DeadLetterText {

  private DeadLetterText() {}

  /** What was thrown, without its message, which may repeat what a client has sent. */
  static String kind(String error) {
    int message = error.indexOf(':');
    return message < 0 ? error : error.substring(0, message);
  }
}
