package dev.ssot.benchmarks.learn;

import dev.ssot.benchmarks.data.BadData;
import dev.ssot.benchmarks.data.Label;
import dev.ssot.benchmarks.data.Labels;
import dev.ssot.benchmarks.data.Libraries;
import dev.ssot.benchmarks.data.Library;
import dev.ssot.benchmarks.measure.Corpus;
import dev.ssot.benchmarks.measure.Injection;
import dev.ssot.benchmarks.measure.UnknownTypes;
import dev.ssot.benchmarks.mutation.Mutation;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Grows the forest on the development part of the labels; started by {@code
 * benchmarks/measure-accuracy --grow}.
 */
public final class GrowMain {

  private static final String PART = "development";
  private static final String FOREST =
      "rules/src/main/resources/dev/ssot/rules/rivals/job-forest.txt";

  private static final int LIBRARIES = 12;
  private static final int ORIGINALS = 4;

  private GrowMain() {}

  /**
   * Takes the project's folder, and {@code --write} to put the forest into it. Exit status: 0
   * grown, 2 wrong arguments or data.
   */
  public static void main(String[] arguments) throws IOException {
    System.exit(run(List.of(arguments), System.out, System.err));
  }

  static int run(List<String> arguments, PrintStream out, PrintStream err) throws IOException {
    boolean write = arguments.contains("--write");
    List<String> folders = arguments.stream().filter(one -> !one.equals("--write")).toList();
    if (folders.size() != 1) {
      err.println("measure-accuracy: error: the project's folder is wanted, and --write at most");
      return 2;
    }
    Path home = Path.of(folders.get(0)).toAbsolutePath();
    try {
      Lessons lessons = lessons(home, err);
      out.print(new Trial(lessons).markdown());
      if (write) {
        Files.writeString(home.resolve(FOREST), text(lessons));
      }
      return 0;
    } catch (BadData | UnknownTypes e) {
      err.println("measure-accuracy: error: " + e.getMessage());
      return 2;
    }
  }

  private static Lessons lessons(Path home, PrintStream err) {
    Path data = home.resolve("benchmarks/accuracy");
    List<Library> libraries =
        Libraries.read(data.resolve("codebases.tsv")).stream()
            .filter(library -> library.part().equals(PART))
            .toList();
    List<Label> labels = Labels.read(data.resolve("labels.tsv"));
    Lessons lessons =
        new Lessons(
            libraries.stream()
                .collect(Collectors.toMap(Library::artifact, Library::group, (one, again) -> one)));
    for (String codebase : libraries.stream().map(Library::codebase).distinct().toList()) {
      err.println("measure-accuracy: " + codebase);
      List<String> artifacts =
          libraries.stream()
              .filter(library -> library.codebase().equals(codebase))
              .map(Library::artifact)
              .toList();
      Path folder = home.resolve(".corpus/accuracy").resolve(codebase);
      Corpus corpus =
          Corpus.read(codebase, folder, artifacts, Runtime.getRuntime().availableProcessors());
      lessons.add(
          corpus, labels.stream().filter(label -> label.codebase().equals(codebase)).toList());
      if (codebase.equals(PART)) {
        addMutants(lessons, corpus, folder, home.resolve("benchmarks/target/lessons"));
      }
    }
    return lessons;
  }

  private static void addMutants(Lessons lessons, Corpus corpus, Path folder, Path work) {
    for (Injection injection : Injection.into(corpus, LIBRARIES, ORIGINALS, folder, work)) {
      injection.make(Mutation.all()).forEach(lessons::add);
    }
  }

  private static String text(Lessons lessons) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "# How probable it is that two types do one job; made by benchmarks/measure-accuracy --grow.");
    lines.add(String.join(" ", lessons.features()));
    lines.addAll(new Grower(lessons.all(), lessons.features().size()).grow());
    return String.join("\n", lines) + "\n";
  }
}
