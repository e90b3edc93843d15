package dev.ssot.benchmarks.measure;

import dev.ssot.benchmarks.baseline.Cpd;
import dev.ssot.benchmarks.baseline.MethodNames;
import dev.ssot.benchmarks.baseline.NameSuffix;
import dev.ssot.benchmarks.data.Judgements;
import dev.ssot.benchmarks.data.Label;
import dev.ssot.benchmarks.data.Library;
import dev.ssot.benchmarks.recognition.Decider;
import dev.ssot.benchmarks.recognition.Ranker;
import dev.ssot.benchmarks.report.Results;
import dev.ssot.benchmarks.report.Table;
import dev.ssot.rules.codebase.Codebase;
import dev.ssot.rules.model.FileCounts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/** Measures everything on the codebases of one part. */
public final class Part {

  private static final String CPD_HEAP = "3g";

  private final Setting setting;
  private final Function<Codebase, Ranker> ours;
  private final Consumer<String> progress;
  private final Ranking ranking = new Ranking();
  private final Decision decision = new Decision();
  private final DiscoveryMeasure discovery;
  private final InjectedRivals injected = new InjectedRivals();
  private final Map<String, long[]> read = new LinkedHashMap<>();

  /**
   * A part.
   *
   * @param ours makes the product's own order of a codebase
   * @param progress hears what is being done
   */
  public Part(
      Setting setting,
      Judgements judgements,
      Function<Codebase, Ranker> ours,
      Consumer<String> progress) {
    this.setting = setting;
    this.ours = ours;
    this.progress = progress;
    this.discovery = new DiscoveryMeasure(judgements);
  }

  /**
   * Measures on one codebase; discovery and injection only where it is not an old state, and
   * discovery alone where nothing is labelled.
   */
  public void measure(String codebase, List<Library> libraries, List<Label> labels) {
    if (labels.isEmpty()) {
      discover(codebase, libraries);
      return;
    }
    Path base = setting.sources().resolve(codebase);
    List<String> artifacts = libraries.stream().map(Library::artifact).toList();
    boolean labelled = setting.wants(Measure.RANKING) || setting.wants(Measure.DECISION);
    boolean main = !codebase.startsWith("before-");
    if (!labelled && !main) {
      return;
    }
    List<CopiedTexts> copies = new ArrayList<>();
    if (labelled) {
      progress.accept(codebase + ": CPD");
      Cpd cpd =
          new Cpd(
              setting.pmd(),
              setting.cpdProgram(),
              setting.work().resolve("cpd-" + codebase),
              CPD_HEAP);
      List<String> ranked = setting.wants(Measure.RANKING) ? artifacts : List.of();
      copies.add(new CopiedTexts(cpd, base, ranked, labels));
    }
    progress.accept(codebase + ": reading");
    Corpus corpus = Corpus.read(codebase, base, artifacts, setting.threads());
    addRead(corpus, libraries, labels);
    copies.forEach(copied -> measureLabels(corpus, Pair.of(corpus, labels), copied));
    if (main) {
      measureLibraries(corpus, base);
    }
  }

  /** Reads the libraries one by one, so that memory has to hold no more than the largest. */
  private void discover(String codebase, List<Library> libraries) {
    if (!setting.wants(Measure.DISCOVERY)) {
      return;
    }
    progress.accept(codebase + ": discovery");
    Path base = setting.sources().resolve(codebase);
    for (Library library : libraries) {
      Corpus corpus = Corpus.read(codebase, base, List.of(library.artifact()), setting.threads());
      addRead(corpus, List.of(library), List.of());
      discovery.ask(corpus);
    }
  }

  private void addRead(Corpus corpus, List<Library> libraries, List<Label> labels) {
    long rivals = labels.stream().filter(Label::isRival).count();
    long roles = labels.stream().filter(Label::isRival).map(Label::role).distinct().count();
    FileCounts counts = corpus.counts();
    long[] more = {
      libraries.size(),
      counts.read(),
      counts.partly() + counts.unreadable(),
      counts.lines(),
      corpus.codebase().types().size(),
      roles,
      rivals,
      labels.size() - rivals
    };
    long[] sums = read.computeIfAbsent(corpus.name(), name -> new long[more.length]);
    Arrays.setAll(sums, at -> sums[at] + more[at]);
  }

  private List<List<String>> readRows() {
    return read.entrySet().stream()
        .map(
            row ->
                Stream.concat(
                        Stream.of(row.getKey()),
                        Arrays.stream(row.getValue()).mapToObj(String::valueOf))
                    .toList())
        .toList();
  }

  private void measureLabels(Corpus corpus, List<Pair> pairs, CopiedTexts copied) {
    Codebase codebase = corpus.codebase();
    NameSuffix suffix = new NameSuffix(codebase);
    MethodNames names = new MethodNames(codebase);
    if (setting.wants(Measure.RANKING)) {
      progress.accept(corpus.name() + ": ranking");
      ranking.ask(
          corpus, pairs, List.of(ours.apply(codebase), suffix, names, copied.ranker(codebase)));
    }
    if (setting.wants(Measure.DECISION)) {
      progress.accept(corpus.name() + ": decision");
      List<Decider> others = new ArrayList<>(List.of(suffix, names));
      others.addAll(copied.deciders(codebase));
      decision.ask(corpus, pairs, others);
    }
  }

  private void measureLibraries(Corpus corpus, Path base) {
    if (setting.wants(Measure.DISCOVERY)) {
      progress.accept(corpus.name() + ": discovery");
      discovery.ask(corpus);
    }
    if (setting.wants(Measure.INJECTED)) {
      progress.accept(corpus.name() + ": injected rivals");
      injected.run(
          corpus,
          setting.injectedLibraries(),
          setting.injectedEach(),
          base,
          setting.work().resolve("mutants").resolve(corpus.name()),
          setting.threads());
    }
  }

  /** Adds the figures and tables, and writes the details into the work folder. */
  public void report(Results results) {
    String scope = setting.scope();
    results.add(
        new Table(
            "Data (%s)".formatted(scope),
            List.of(
                "codebase",
                "libraries",
                "files read",
                "files not or partly read",
                "lines",
                "types",
                "roles",
                "rivals",
                "negatives"),
            readRows(),
            ""));
    if (setting.wants(Measure.RANKING)) {
      ranking.report(scope, results);
      write("ranking", ranking.details());
      write("unlabelled", ranking.unlabelled());
    }
    if (setting.wants(Measure.DECISION)) {
      decision.report(scope, results);
      write("decision", decision.details());
      write("unjudged", decision.unjudged());
    }
    if (setting.wants(Measure.DISCOVERY)) {
      discovery.report(scope, results);
      write("findings", discovery.details());
    }
    if (setting.wants(Measure.INJECTED)) {
      injected.report(scope, results);
      write("injected", injected.details());
    }
  }

  private void write(String name, List<List<String>> rows) {
    Path file =
        setting
            .work()
            .resolve("%s-%s.tsv".formatted(setting.scope(), name).toLowerCase(Locale.ROOT));
    try {
      Files.createDirectories(setting.work());
      Files.write(file, rows.stream().map(row -> String.join("\t", row)).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    progress.accept("details in " + file);
  }
}
