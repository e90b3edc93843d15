package dev.ssot.benchmarks.routers;

import dev.ssot.benchmarks.routers.dialect.Bare;
import dev.ssot.benchmarks.routers.dialect.Dialect;
import dev.ssot.benchmarks.routers.dialect.PlainJson;
import dev.ssot.benchmarks.routers.dialect.SocketIo;
import dev.ssot.benchmarks.routers.dialect.SsotV1;
import dev.ssot.benchmarks.routers.dialect.Stomp;
import dev.ssot.benchmarks.routers.dialect.VertxBridge;
import dev.ssot.benchmarks.routers.load.Figures;
import dev.ssot.benchmarks.routers.load.RouterTrials;
import dev.ssot.benchmarks.routers.load.Timing;
import dev.ssot.benchmarks.routers.load.Trials;
import dev.ssot.benchmarks.routers.process.ServerProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Puts one server through trials; started by {@code benchmarks/beside-routers}. */
public final class TrialsMain {

  private static final int FIXED = 4;

  private TrialsMain() {}

  /** Arguments: dialect, {@code full} or {@code quick}, trials, file, the server's command. */
  public static void main(String[] arguments) {
    int status = 1;
    try {
      measure(List.of(arguments));
      status = 0;
    } catch (Exception failed) {
      failed.printStackTrace(System.err);
    }
    System.exit(status); // The threads of the load would keep a trial that failed alive.
  }

  private static void measure(List<String> given) throws Exception {
    if (given.size() <= FIXED) {
      throw new IllegalArgumentException(
          "Give a dialect, full or quick, trials, a file and the server's command");
    }
    Timing timing = given.get(1).equals("quick") ? Timing.quick() : Timing.full();
    Path file = Path.of(given.get(FIXED - 1));
    Figures figures = new Figures();
    Path log = Path.of(file.toString().replaceFirst("[.]tsv$", ".log"));
    try (ServerProcess server = ServerProcess.start(given.subList(FIXED, given.size()), log)) {
      Dialect dialect = dialect(given.get(0));
      Trials trials = new Trials(server, dialect, timing, figures);
      RouterTrials router = new RouterTrials(server, dialect, timing, figures);
      for (String trial : Arrays.asList(given.get(2).split(",", -1))) {
        run(trials, router, trial);
        Files.writeString(file, figures.lines());
      }
    }
  }

  private static void run(Trials trials, RouterTrials router, String trial)
      throws InterruptedException {
    switch (trial) {
      case "warm" -> trials.warm();
      case "routed" -> trials.routed();
      case "coalesced" -> trials.coalesced();
      case "latency" -> trials.latency();
      case "fan-out" -> trials.fanOut();
      case "memory" -> trials.memory();
      case "resume" -> router.resume();
      case "stall" -> router.stall();
      default -> throw new IllegalArgumentException("No trial is called `%s`".formatted(trial));
    }
  }

  private static Dialect dialect(String name) {
    return switch (name) {
      case "ssot.v1" -> new SsotV1();
      case "bare" -> new Bare();
      case "json" -> new PlainJson();
      case "stomp" -> new Stomp();
      case "socket.io" -> new SocketIo();
      case "vertx" -> new VertxBridge();
      default -> throw new IllegalArgumentException("No dialect is called `%s`".formatted(name));
    };
  }
}
