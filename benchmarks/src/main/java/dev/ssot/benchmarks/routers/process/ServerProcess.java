package dev.ssot.benchmarks.routers.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A server in a process of its own. It says {@code listening <port>} on its standard output,
 * answers the line {@code collect} by {@code collected} when it has thrown away its garbage, and
 * ends when its standard input does.
 */
public final class ServerProcess implements AutoCloseable {

  private static final String LISTENING = "listening ";
  private static final Duration FAREWELL = Duration.ofSeconds(3);

  private final Process process;
  private final BufferedReader says;
  private final Writer hears;
  private final int port;

  private ServerProcess(Process process, Path log) throws IOException {
    this.process = process;
    says = process.inputReader(StandardCharsets.UTF_8);
    hears = process.outputWriter(StandardCharsets.UTF_8);
    port = Integer.parseInt(await(LISTENING, log).substring(LISTENING.length()));
  }

  /**
   * Starts a server and waits until it listens.
   *
   * @param log where its error output goes
   */
  public static ServerProcess start(List<String> command, Path log) {
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
              .start();
      return new ServerProcess(process, log);
    } catch (IOException broken) {
      throw new UncheckedIOException("The server could not be started: " + command, broken);
    }
  }

  /** The port at which it listens. */
  public int port() {
    return port;
  }

  /** Processor time that it has used so far. */
  public Duration processorTime() {
    return ProcessorTime.of(read("stat"));
  }

  /** Bytes of its memory that are resident, after it has thrown away its garbage. */
  public long residentBytes() {
    try {
      for (int i = 0; i < 2; i++) {
        hears.write("collect\n");
        hears.flush();
        await("collected", Path.of("."));
      }
    } catch (IOException gone) {
      throw new UncheckedIOException("The server is gone", gone);
    }
    return ResidentMemory.of(read("status"));
  }

  @Override
  public void close() {
    try {
      hears.close();
      if (!process.waitFor(FAREWELL.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (IOException gone) {
      process.destroyForcibly();
    } catch (InterruptedException interrupted) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private String read(String file) {
    try {
      return Files.readString(Path.of("/proc", String.valueOf(process.pid()), file));
    } catch (IOException gone) {
      throw new UncheckedIOException("The server is gone, or this is no Linux", gone);
    }
  }

  private String await(String beginning, Path log) throws IOException {
    String line = says.readLine();
    while (line != null && !line.startsWith(beginning)) {
      line = says.readLine();
    }
    if (line == null) {
      throw new IOException(
          "The server ended before it said `%s`; see %s".formatted(beginning, log));
    }
    return line;
  }
}
