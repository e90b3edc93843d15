package dev.ssot.cli;

/** What the process tells its caller; the outcome of a scan has statuses of its own. */
final class ExitStatus {

  /** All went well, nothing is open. */
  static final int FINE = 0;

  /** What was compared is not the same. */
  static final int DIFFERENT = 1;

  /** The request has to be mended: usage or policy. */
  static final int REJECTED = 2;

  /** The program could not do its job. */
  static final int FAILED = 3;

  private ExitStatus() {}
}
