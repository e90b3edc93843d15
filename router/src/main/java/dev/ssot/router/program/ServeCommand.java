package dev.ssot.router.program;

import dev.ssot.router.config.ConfigReader;
import dev.ssot.router.config.EffectiveConfig;
import dev.ssot.router.config.RouterConfig;
import dev.ssot.router.operations.Journal;
import dev.ssot.router.operations.JournalHandler;
import dev.ssot.router.server.ServerBuilder;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs a server until it is told to go away. */
@Command(
    name = "serve",
    description = "Run a server with an application's handlers until SIGTERM.",
    footerHeading = "%nExample:%n",
    footer = {
      "  ssot router serve --config router.yaml --application chat.jar",
      "SIGTERM and SIGINT have it drain and exit with 0; a second one ends it at once."
    })
final class ServeCommand implements Callable<Integer> {

  private final Console console;

  @Option(
      names = "--config",
      required = true,
      paramLabel = "<file>",
      description = "The configuration, YAML.")
  private @Nullable Path file;

  @Option(
      names = "--application",
      paramLabel = "<jar>",
      description = "A jar with the application or its libraries, instead of those in the file.")
  private List<Path> jars = new ArrayList<>();

  @Option(
      names = "--check-config",
      description = "Read everything, print what would be in effect, and start nothing.")
  private boolean check;

  ServeCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws InterruptedException {
    RouterConfig config = ConfigReader.read(Objects.requireNonNull(file)).with(jars);
    Applications.Loaded loaded = Applications.load(config.applications());
    ServerBuilder builder = prepared(config);
    if (check) {
      loaded.application().close();
      console.out().print(EffectiveConfig.text(config));
      return ExitStatus.FINE;
    }
    return serve(config, loaded, builder);
  }

  private static ServerBuilder prepared(RouterConfig config) {
    try {
      return Standalone.prepared(config);
    } catch (RuntimeException broken) {
      throw new Rejection(
          String.valueOf(broken.getMessage()), "correct the file that the configuration names");
    }
  }

  private int serve(RouterConfig config, Applications.Loaded loaded, ServerBuilder builder)
      throws InterruptedException {
    Journal journal =
        new Journal(
            Level.valueOf(config.logLevel().name()),
            config.operations().limits().logLines(),
            InstantSource.system(),
            this::log);
    JournalHandler.install(journal);
    CountDownLatch told = new CountDownLatch(1);
    AtomicInteger signals = new AtomicInteger();
    try (Standalone standalone = Standalone.start(config, loaded, journal, builder)) {
      Signals.tell(name -> signal(name, journal, signals, told));
      standalone.announce();
      told.await();
      boolean inTime = standalone.drain();
      journal.say(Level.INFO, "stopped", Map.of("in_time", inTime));
      return inTime ? ExitStatus.FINE : ExitStatus.FAILED;
    } finally {
      journal.close();
    }
  }

  private static void signal(
      String name, Journal journal, AtomicInteger signals, CountDownLatch told) {
    int number = signals.incrementAndGet();
    journal.say(Level.INFO, "signal", Map.of("name", name, "number", number));
    told.countDown();
    if (number > 1) {
      Runtime.getRuntime().halt(ExitStatus.FAILED);
    }
  }

  private void log(String line) {
    console.err().print(line + "\n");
    console.err().flush();
  }
}
