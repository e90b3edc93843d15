package dev.ssot.reports;

/** A document that is no complete JSON report of this version; the message says where and why. */
public final class UnreadableResult extends RuntimeException {

  private final String remedy;

  UnreadableResult(String cause, String remedy) {
    super(cause);
    this.remedy = remedy;
  }

  /** The smallest next step, as an imperative. */
  public String remedy() {
    return remedy;
  }
}
