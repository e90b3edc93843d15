package dev.ssot.benchmarks.routers.process;

import java.time.Duration;

/** Reads {@code /proc/<pid>/stat}, see proc(5). */
final class ProcessorTime {

  /** Clock ticks of Linux are hundredths of a second on every platform that Java runs on. */
  private static final long TICK_MILLIS = 10;

  /** Places of utime and stime among the fields behind the name. */
  private static final int USER = 11;

  private static final int SYSTEM = 12;

  private ProcessorTime() {}

  /** User and system time together. The name may hold spaces and brackets, so it is cut off. */
  static Duration of(String stat) {
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
    long ticks = Long.parseLong(fields[USER]) + Long.parseLong(fields[SYSTEM]);
    return Duration.ofMillis(ticks * TICK_MILLIS);
  }
}
