package dev.ssot.benchmarks.routers;

import dev.ssot.benchmarks.routers.report.Results;
import dev.ssot.benchmarks.routers.report.Tables;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Prints the figures in a folder as tables; started by {@code benchmarks/beside-routers}. */
public final class TablesMain {

  /** What the names of a server's files end with, one for each process that it was measured in. */
  private static final List<String> PARTS = List.of("", "-latency", "-stall", "-resume", "-memory");

  private TablesMain() {}

  /** Arguments: the folder, and the servers in the order in which they are to be shown. */
  public static void main(String[] arguments) throws IOException {
    List<String> given = List.of(arguments);
    Map<String, Map<String, Double>> figures = new LinkedHashMap<>();
    for (String server : given.subList(1, given.size())) {
      Map<String, Double> own = new LinkedHashMap<>();
      for (String part : PARTS) {
        Path path = Path.of(given.get(0), server + part + ".tsv");
        if (Files.exists(path)) {
          own.putAll(Results.parse(Files.readString(path)));
        }
      }
      figures.put(server, own);
    }
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    out.print(new Tables(new Results(figures)).markdown());
  }
}
