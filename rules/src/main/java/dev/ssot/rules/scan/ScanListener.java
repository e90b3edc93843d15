package dev.ssot.rules.scan;

/** Hears how far a scan has come; called from one thread at a time. */
public interface ScanListener {

  /** Hears nothing. */
  static ScanListener silent() {
    return (done, total) -> {};
  }

  /** The scan that begins is number {@code scan} of {@code scans}. */
  default void scanBegins(int scan, int scans) {}

  /** {@code done} of {@code total} files have been read. */
  void filesRead(int done, int total);
}
