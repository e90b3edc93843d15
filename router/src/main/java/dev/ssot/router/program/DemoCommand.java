package dev.ssot.router.program;

import dev.ssot.router.demo.Demo;
import dev.ssot.router.limits.DemoLimits;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Starts the demonstration and waits until the process is told to end. */
@Command(
    name = "demo",
    description = {
      "Shows the router in a browser: three users, an agent with tools, and buttons that cut a "
          + "connection, stall a reader, crash the agent and drain the server.",
      "Only this machine reaches it, and nothing that it does leaves this machine."
    })
final class DemoCommand implements Callable<Integer> {

  private static final int HIGHEST_PORT = 65_535;

  private final Console console;

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--port",
      paramLabel = "<port>",
      defaultValue = "0",
      description = "Port of the page; 0, the default, takes a free one.")
  private int port;

  @Option(
      names = "--pace",
      paramLabel = "<ms>",
      description = "Milliseconds between two steps of the agent.")
  private @Nullable Long pace;

  DemoCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws InterruptedException {
    try (Demo demo = Demo.start(limits(), checkedPort())) {
      return serve(demo);
    } catch (UncheckedIOException taken) {
      throw refused(String.valueOf(taken.getMessage()));
    }
  }

  /** Waits for a signal; a second one does not wait for politeness. */
  private int serve(Demo demo) throws InterruptedException {
    CountDownLatch told = new CountDownLatch(1);
    Signals.tell(
        name -> {
          if (told.getCount() == 0) {
            Runtime.getRuntime().halt(ExitStatus.FAILED);
          }
          told.countDown();
        });
    console.out().print(demo.address() + "\n");
    console.out().flush();
    console.err().print("Open this address in a browser. Ctrl-C ends the demonstration.\n");
    console.err().flush();
    told.await();
    return ExitStatus.FINE;
  }

  private DemoLimits limits() {
    DemoLimits limits = DemoLimits.standard();
    Long wanted = pace;
    try {
      return wanted == null ? limits : limits.withPace(Duration.ofMillis(wanted));
    } catch (IllegalArgumentException impossible) {
      throw refused(String.valueOf(impossible.getMessage()));
    }
  }

  private int checkedPort() {
    if (port < 0 || port > HIGHEST_PORT) {
      throw refused("Port %d does not exist; give 0 to %d".formatted(port, HIGHEST_PORT));
    }
    return port;
  }

  private ParameterException refused(String why) {
    return new ParameterException(Objects.requireNonNull(spec).commandLine(), why);
  }
}
