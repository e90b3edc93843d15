package dev.ssot.router.demo.agent;

/** A tool could not do what it was asked for; the message says why. */
final class ToolFailed extends Exception {

  private static final long serialVersionUID = 1;

  ToolFailed(String why) {
    super(why);
  }

  /** Why, in words for the user. */
  String why() {
    return String.valueOf(getMessage());
  }
}
