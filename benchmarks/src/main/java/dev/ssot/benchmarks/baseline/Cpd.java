package dev.ssot.benchmarks.baseline;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Runs PMD's copy-paste detector in a process of its own and reads its report. */
public final class Cpd {

  private static final Pattern TAB = Pattern.compile("\t");

  private final Path libraries;
  private final Path program;
  private final Path work;
  private final String heap;

  /**
   * A runner.
   *
   * @param libraries folder with the jars of PMD
   * @param program source of the program that runs it on many groups of files
   * @param work folder for lists and reports
   * @param heap the most that the process may use, such as {@code 2g}
   */
  public Cpd(Path libraries, Path program, Path work, String heap) {
    this.libraries = libraries;
    this.program = program;
    this.work = work;
    this.heap = heap;
  }

  /**
   * What counts as a duplication.
   *
   * @param tokens its smallest length
   * @param ignoring whether identifiers and literals count alike
   */
  public record Settings(int tokens, boolean ignoring) {

    /** The name in tables and keys. */
    public String name() {
      return "cpd-" + tokens + (ignoring ? "-ignoring" : "");
    }
  }

  /**
   * The tokens of duplications that two files share, by both paths; the same in both directions.
   *
   * @param paths relative to {@code base}
   * @param wanted pairs without any of these are left out
   */
  public Map<String, Map<String, Integer>> run(
      Settings settings, Path base, Set<String> paths, Set<String> wanted) {
    try {
      Files.createDirectories(work);
      Path list = work.resolve(settings.name() + ".txt");
      Files.write(list, paths.stream().sorted().map(path -> base.resolve(path) + "").toList());
      Path report = work.resolve(settings.name() + ".xml");
      start(
          List.of(
              "net.sourceforge.pmd.cli.PmdCli",
              "cpd",
              "--language",
              "java",
              "--minimum-tokens",
              String.valueOf(settings.tokens),
              "--format",
              "xml",
              "--no-fail-on-violation",
              "--no-fail-on-error",
              "--file-list",
              list.toString()),
          report);
      return read(report, base, wanted);
    } catch (IOException e) {
      throw new UncheckedIOException("CPD could not be run", e);
    }
  }

  /** The same within groups of files, of which each is read on its own. */
  public Map<String, Map<String, Integer>> runGroups(
      Settings settings, Path base, Collection<? extends Collection<String>> groups) {
    try {
      Files.createDirectories(work);
      Path list = work.resolve("groups.txt");
      Files.write(
          list,
          groups.stream()
              .map(
                  group ->
                      group.stream()
                          .map(path -> base.resolve(path) + "")
                          .collect(Collectors.joining("\t")))
              .toList());
      Path report = work.resolve(settings.name() + "-groups.tsv");
      start(
          List.of(
              program.toString(),
              list.toString(),
              String.valueOf(settings.tokens),
              String.valueOf(settings.ignoring)),
          report);
      return readGroups(report, base);
    } catch (IOException e) {
      throw new UncheckedIOException("CPD could not be run", e);
    }
  }

  static Map<String, Map<String, Integer>> readGroups(Path report, Path base) throws IOException {
    Map<String, Map<String, Integer>> shared = new HashMap<>();
    for (String line : Files.readAllLines(report)) {
      List<String> cells = TAB.splitAsStream(line).toList();
      shared
          .computeIfAbsent(relative(base, cells.get(0)), path -> new HashMap<>())
          .merge(relative(base, cells.get(1)), Integer.parseInt(cells.get(2)), Integer::max);
    }
    return shared;
  }

  private void start(List<String> arguments, Path report) throws IOException {
    Path log = work.resolve("cpd.log");
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heap,
                "-cp",
                libraries + File.separator + "*"));
    command.addAll(arguments);
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(report.toFile())
            .redirectError(log.toFile())
            .start();
    try {
      int status = process.waitFor();
      if (status != 0) {
        throw new IOException("CPD ended with status %s; see %s".formatted(status, log));
      }
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
      throw new IOException("CPD was interrupted", e);
    }
  }

  static Map<String, Map<String, Integer>> read(Path report, Path base, Set<String> wanted)
      throws IOException {
    XMLInputFactory factory = XMLInputFactory.newInstance();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    try (InputStream bytes = Files.newInputStream(report)) {
      return read(factory.createXMLStreamReader(bytes), base, wanted);
    } catch (XMLStreamException e) {
      throw new IOException(report + " is no report of CPD", e);
    }
  }

  private static Map<String, Map<String, Integer>> read(
      XMLStreamReader reader, Path base, Set<String> wanted) throws XMLStreamException {
    Map<String, Map<String, Integer>> shared = new HashMap<>();
    int tokens = 0;
    Set<String> files = new TreeSet<>();
    while (reader.hasNext()) {
      int event = reader.next();
      String element = reader.hasName() ? reader.getLocalName() : "";
      if (event == XMLStreamReader.START_ELEMENT && element.equals("duplication")) {
        tokens = Integer.parseInt(reader.getAttributeValue(null, "tokens"));
        files.clear();
      } else if (event == XMLStreamReader.START_ELEMENT && element.equals("file")) {
        files.add(relative(base, reader.getAttributeValue(null, "path")));
      } else if (event == XMLStreamReader.END_ELEMENT && element.equals("duplication")) {
        addPairs(files, tokens, wanted, shared);
      }
    }
    return shared;
  }

  private static String relative(Path base, String path) {
    return base.relativize(Path.of(path)).toString().replace(File.separatorChar, '/');
  }

  private static void addPairs(
      Set<String> files, int tokens, Set<String> wanted, Map<String, Map<String, Integer>> shared) {
    for (String one : files) {
      if (wanted.contains(one)) {
        for (String other : files) {
          if (!one.equals(other)) {
            shared.computeIfAbsent(one, path -> new HashMap<>()).merge(other, tokens, Integer::sum);
          }
        }
      }
    }
  }
}
