package dev.ssot.rules.scan;

/** Hears how far a scan has come; called from one thread at a time. */
public interface ScanListener {

  /** Hears nothing. */
  static ScanListener silent() {
    return (done, total) -> {};
  }

  /** {@code done} of {@code total} files have been read. */
  void filesRead(int done, int total);
}
