package dev.ssot.benchmarks.routers.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** What a measured server says to whoever started it. */
final class Console {

  private final BufferedReader in =
      new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
  private final PrintStream out = System.out;

  /** Says where it listens, and returns when the server is no longer wanted. */
  void serve(int port) throws IOException {
    out.println("listening " + port);
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      if (line.equals("collect")) {
        System.gc();
        out.println("collected");
      }
    }
  }
}
