package dev.ssot.router.program;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The program as a process, from the jar that this build has packaged. */
final class RouterProcess implements AutoCloseable {

  /** Only a fail-safe. */
  private static final long PATIENCE_SECONDS = 60;

  private final Process process;
  private final List<String> lines = new ArrayList<>();
  private final Thread reader;

  private RouterProcess(Path folder, List<String> arguments) throws IOException {
    List<String> words = new ArrayList<>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-jar"));
    words.add(Path.of("target/ssot-router.jar").toAbsolutePath().toString());
    words.addAll(arguments);
    process =
        new ProcessBuilder(words).directory(folder.toFile()).redirectErrorStream(true).start();
    reader = new Thread(this::read);
    reader.start();
  }

  static RouterProcess start(Path folder, String... arguments) throws IOException {
    return new RouterProcess(folder, List.of(arguments));
  }

  /** Starts a server and waits until it listens. */
  static RouterProcess serving(Path folder) throws Exception {
    RouterProcess server = start(folder, "serve", "--config", "router.yaml");
    server.awaitLine(line -> line.contains("\"event\":\"started\""));
    return server;
  }

  private void read() {
    try (BufferedReader out =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        add(line);
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private synchronized void add(String line) {
    lines.add(line);
    notifyAll();
  }

  synchronized List<String> lines() {
    return List.copyOf(lines);
  }

  synchronized String awaitLine(Predicate<String> wanted) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (lines.stream().noneMatch(wanted)) {
      long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
      if (left <= 0 || !process.isAlive()) {
        throw new AssertionError("The process did not say what was waited for: " + lines);
      }
      wait(left);
    }
    return lines.stream().filter(wanted).findFirst().orElseThrow();
  }

  int port() throws InterruptedException {
    return number("port");
  }

  int operationsPort() throws InterruptedException {
    return number("operations_port");
  }

  private int number(String field) throws InterruptedException {
    String line = awaitLine(one -> one.contains("\"event\":\"started\""));
    Matcher number = Pattern.compile("\"" + field + "\":([0-9]+)").matcher(line);
    if (!number.find()) {
      throw new AssertionError(line);
    }
    return Integer.parseInt(number.group(1));
  }

  /** Asks the operations port. */
  HttpResponse<String> ask(String path) throws IOException, InterruptedException {
    URI address = URI.create("http://127.0.0.1:" + operationsPort() + path);
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
  }

  /** SIGTERM. */
  void terminate() {
    process.toHandle().destroy();
  }

  int awaitExit() throws InterruptedException {
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      throw new AssertionError("The process does not end: " + lines());
    }
    reader.join();
    return process.exitValue();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
