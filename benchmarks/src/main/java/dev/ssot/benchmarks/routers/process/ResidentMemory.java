package dev.ssot.benchmarks.routers.process;

/** Reads {@code /proc/<pid>/status}, see proc(5). */
final class ResidentMemory {

  private static final String FIELD = "VmRSS:";
  private static final int KIB = 1024;

  private ResidentMemory() {}

  /** Bytes that are resident. */
  static long of(String status) {
    String kib =
        status
            .lines()
            .filter(line -> line.startsWith(FIELD))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("No %s in %s".formatted(FIELD, status)))
            .replaceAll("[^0-9]", "");
    return Long.parseLong(kib) * KIB;
  }
}
