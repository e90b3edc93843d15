package dev.ssot.router.program;

/** What the process tells its caller; 1 is not used, as nothing here finds anything. */
public final class ExitStatus {

  /** All went well. */
  public static final int FINE = 0;

  /** The request has to be mended: usage or configuration. */
  public static final int REJECTED = 2;

  /** The program could not do its job. */
  public static final int FAILED = 3;

  private ExitStatus() {}
}
