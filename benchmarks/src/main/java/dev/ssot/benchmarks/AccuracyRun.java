package dev.ssot.benchmarks;

import dev.ssot.benchmarks.data.Floor;
import dev.ssot.benchmarks.data.Judgements;
import dev.ssot.benchmarks.data.Label;
import dev.ssot.benchmarks.data.Labels;
import dev.ssot.benchmarks.data.Libraries;
import dev.ssot.benchmarks.data.Library;
import dev.ssot.benchmarks.data.Sample;
import dev.ssot.benchmarks.data.TypeName;
import dev.ssot.benchmarks.measure.Part;
import dev.ssot.benchmarks.measure.Setting;
import dev.ssot.benchmarks.measure.SsotOrder;
import dev.ssot.benchmarks.report.FloorCheck;
import dev.ssot.benchmarks.report.ReadmeSection;
import dev.ssot.benchmarks.report.Results;
import dev.ssot.benchmarks.report.ResultsPage;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** One run: reads the data, measures part by part, prints, writes and checks. */
final class AccuracyRun {

  private final Options options;
  private final PrintStream out;
  private final PrintStream err;
  private final Path data;
  private final Results results = new Results();

  AccuracyRun(Options options, PrintStream out, PrintStream err) {
    this.options = options;
    this.out = out;
    this.err = err;
    this.data = options.home().resolve("benchmarks/accuracy");
  }

  /** Whether all bounds hold that were to be checked. */
  boolean run() {
    List<Library> libraries = Libraries.read(data.resolve("codebases.tsv"));
    List<Label> labels = Labels.read(data.resolve("labels.tsv"));
    Judgements judgements = Judgements.read(data.resolve("judged.tsv"));
    List<Floor> floors = Floor.read(data.resolve("floors.tsv"));
    if (options.sample()) {
      libraries = Sample.read(data.resolve("sample.tsv"), libraries);
      measure("sample", libraries, within(labels, libraries), judgements);
    } else {
      for (String part : options.parts()) {
        measure(
            part,
            libraries.stream().filter(one -> one.part().equals(part)).toList(),
            labels,
            judgements);
      }
    }
    results.tables().forEach(table -> out.println(table.markdown()));
    if (options.write()) {
      write(libraries, labels);
    }
    return !options.check() || check(floors);
  }

  /** The labels of which both types are in the given libraries. */
  private static List<Label> within(List<Label> labels, List<Library> libraries) {
    return labels.stream()
        .filter(
            label ->
                List.of(label.left(), label.right()).stream()
                    .allMatch(type -> holds(libraries, label.codebase(), type)))
        .toList();
  }

  private static boolean holds(List<Library> libraries, String codebase, TypeName type) {
    return libraries.stream()
        .anyMatch(one -> one.codebase().equals(codebase) && one.artifact().equals(type.artifact()));
  }

  private void measure(
      String scope, List<Library> libraries, List<Label> labels, Judgements judgements) {
    Path work = options.home().resolve("benchmarks/target/accuracy");
    Setting setting =
        new Setting(
            scope,
            options.home().resolve(".corpus/accuracy"),
            work,
            options.pmd(),
            options.home().resolve("benchmarks/cpd/CpdGroups.java"),
            options.measures(),
            options.threads(),
            options.sample() ? 2 : 12,
            5);
    Part part = new Part(setting, judgements, SsotOrder::of, this::progress);
    for (String codebase : libraries.stream().map(Library::codebase).distinct().toList()) {
      part.measure(
          codebase,
          libraries.stream().filter(one -> one.codebase().equals(codebase)).toList(),
          labels.stream().filter(one -> one.codebase().equals(codebase)).toList());
    }
    part.report(results);
  }

  private void progress(String text) {
    err.println("measure-accuracy: " + text);
  }

  private boolean check(List<Floor> floors) {
    FloorCheck check = new FloorCheck(results, floors);
    check.failures().forEach(err::println);
    err.println("measure-accuracy: " + check.summary());
    return check.failures().isEmpty();
  }

  private void write(List<Library> libraries, List<Label> labels) {
    Path readme = options.home().resolve("README.md");
    try {
      Files.writeString(
          data.resolve("RESULTS.md"), ResultsPage.markdown(results, libraries, labels));
      Files.writeString(readme, ReadmeSection.in(Files.readString(readme), results));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
