package dev.ssot.benchmarks.routers.load;

import dev.ssot.benchmarks.routers.process.ServerProcess;
import java.time.Duration;
import java.util.function.LongSupplier;

/** A time in which events and the server's processor time are counted. */
final class Window {

  private static final double SECOND = 1e9;
  private static final double MICRO = 1e3;

  private final ServerProcess server;
  private final LongSupplier events;
  private final long eventsBefore;
  private final Duration processorBefore;
  private final long opened;

  Window(ServerProcess server, LongSupplier events) {
    this.server = server;
    this.events = events;
    processorBefore = server.processorTime();
    eventsBefore = events.getAsLong();
    opened = System.nanoTime();
  }

  /** Adds what was counted to the figures of a trial, and says for how many seconds it was. */
  double close(Figures figures, String trial) {
    double seconds = (System.nanoTime() - opened) / SECOND;
    long counted = events.getAsLong() - eventsBefore;
    long processor = server.processorTime().minus(processorBefore).toNanos();
    figures.put(trial + ".events_per_s", counted / seconds);
    figures.put(trial + ".cpu_us_per_event", processor / MICRO / Math.max(1, counted));
    figures.put(trial + ".cores", processor / SECOND / seconds);
    return seconds;
  }
}
