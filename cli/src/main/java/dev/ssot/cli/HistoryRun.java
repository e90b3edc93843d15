package dev.ssot.cli;

import dev.ssot.cli.git.Commits;
import dev.ssot.cli.git.Commits.Step;
import dev.ssot.cli.git.Repository;
import dev.ssot.cli.message.Diagnostic;
import dev.ssot.cli.message.Rejection;
import dev.ssot.rules.model.Baseline;
import dev.ssot.rules.model.CommitRef;
import dev.ssot.rules.model.Grounds;
import dev.ssot.rules.model.History;
import dev.ssot.rules.model.History.PolicyOf;
import dev.ssot.rules.model.Overlay;
import dev.ssot.rules.model.Policy;
import dev.ssot.rules.model.SlashedPaths;
import dev.ssot.rules.scan.HistoryScan;
import dev.ssot.rules.scan.ScanListener;
import dev.ssot.rules.scan.ScanRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Chooses the commits of a history and has them scanned.
 *
 * <p>A commit is laid over an empty folder, so that nothing counts but what it holds. It is judged
 * on its own day.
 */
final class HistoryRun implements AutoCloseable {

  private final ScanOptions options;
  private final Surroundings surroundings;
  private final Repository repository;
  private final Commits commits;
  private final ScanScope scope;
  private final UnaryOperator<Policy> told;
  private final boolean bare;
  private final Path empty;

  private HistoryRun(
      ScanOptions options,
      Surroundings surroundings,
      Repository repository,
      ScanScope scope,
      boolean bare) {
    this.options = options;
    this.surroundings = surroundings;
    this.repository = repository;
    this.commits = repository.commits();
    this.scope = scope;
    this.told = options.sources.telling(scope, surroundings.folder());
    this.bare = bare;
    this.empty = emptyFolder(Objects.toString(scope.base().getFileName(), "root"));
  }

  /**
   * Opens the repository.
   *
   * @throws Rejection if the arguments are wrong or there is none
   */
  static HistoryRun of(List<Path> paths, ScanOptions options, Surroundings surroundings) {
    Path here = surroundings.folder();
    Path asked = paths.isEmpty() ? here : here.resolve(paths.get(0));
    Optional<Path> objects =
        Files.isDirectory(asked)
            ? Repository.bare(asked, here, surroundings.environment())
            : Optional.empty();
    if (objects.isPresent() && paths.size() > 1) {
      throw new Rejection(
          Diagnostic.of(
              "`%s` has no working tree in which a path could lie".formatted(objects.get()),
              "name the repository alone"));
    }
    ScanScope scope =
        objects.isPresent()
            ? new ScanScope(objects.get(), List.of(objects.get()), named(options, here))
            : options.scope(paths, here);
    Repository repository =
        objects.isPresent()
            ? Repository.ofObjects(objects.get(), here, surroundings.environment())
            : Repository.of(scope.base(), scope.paths(), here, surroundings.environment());
    return new HistoryRun(options, surroundings, repository, scope, objects.isPresent());
  }

  private static Optional<Path> named(ScanOptions options, Path here) {
    return Optional.ofNullable(options.policy)
        .map(policy -> here.resolve(policy).toAbsolutePath().normalize());
  }

  /** A folder in which nothing is, of the name that the facts are kept under. */
  private static Path emptyFolder(String name) {
    try {
      Path folder = Files.createTempDirectory("ssot-history").toRealPath();
      Path empty = Files.createDirectory(folder.resolve(name));
      // So that nothing is left where a signal ends the run.
      folder.toFile().deleteOnExit();
      empty.toFile().deleteOnExit();
      return empty;
    } catch (IOException e) {
      throw new Rejection(
          Diagnostic.of(
              "no folder for temporary files: " + e, "make the one of the system writable"));
    }
  }

  /**
   * Scans the commits.
   *
   * @param since where to begin, or the empty string
   * @param every how it was asked for points, or the empty string
   * @param each whether each commit is judged by its own policy
   */
  History history(String since, String every, Spacing spacing, boolean each, Streams streams) {
    String head =
        repository
            .head()
            .orElseThrow(
                () ->
                    new Rejection(
                        Diagnostic.of("there is no commit yet", "commit something first")));
    Policy today = each ? Policy.none() : today(head);
    if (!each && today.roles().isEmpty()) {
      throw new Rejection(
          Diagnostic.of(
              "no policy here declares a role, so there is nothing to follow",
              "`ssot init` writes one; --each-policy goes by the policies of the past"));
    }
    List<Step> line = line(head, since);
    List<Step> chosen = spacing.choose(line);
    Step first = line.get(line.size() - 1);
    boolean cut = commits.isCutOff(first.id()) && !commits.parent(first.id()).isEmpty();
    options.ofStates(scope.base(), surroundings);
    History.Walk walk =
        new History.Walk(
            head,
            since,
            every,
            line.size(),
            every.isEmpty() ? Spacing.MOST_UNASKED : 0,
            cut ? shallow(first.id()) : "",
            each ? "" : today.path(),
            each ? PolicyOf.EACH_COMMIT : PolicyOf.TODAY);
    return options.scanning(
        surroundings,
        streams,
        listener -> {
          HistoryScan scan = new HistoryScan(commits, listener);
          if (cut) {
            scan.refuse(
                CommitRef.unknown(commits.parent(first.id())), "it is not in this shallow clone");
          }
          scan(chosen, scan, each ? Optional.empty() : Optional.of(today), listener);
          return scan.finish(walk);
        });
  }

  private static String shallow(String first) {
    return "the clone is shallow and begins at %s; %s"
        .formatted(CommitRef.unknown(first).shortId(), Repository.deepen());
  }

  /** The policy of today: that on disk, or of the last commit where there is no disk. */
  private Policy today(String head) {
    boolean checkedOut = !bare || scope.policy().isPresent();
    Overlay files = checkedOut ? Overlay.none() : commits.files(head);
    return new StateFiles(scope, files, !options.noPolicy).policy();
  }

  /** The commits that a history is made of, the latest first; one before what was asked for. */
  private List<Step> line(String head, String since) {
    Optional<LocalDate> day = day(since);
    if (since.isEmpty() || day.isPresent()) {
      List<Step> all = commits.line(head, "");
      return day.map(from -> from(from, all)).orElse(all);
    }
    List<Step> line = new ArrayList<>(commits.line(head, repository.mergeBase(since)));
    String start = line.isEmpty() ? head : commits.parent(line.get(line.size() - 1).id());
    line.add(commits.step(start));
    return line;
  }

  private static Optional<LocalDate> day(String since) {
    try {
      return Optional.of(LocalDate.parse(since));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /** The commits of a day and later, and the one before them, which shows how it was that day. */
  private static List<Step> from(LocalDate day, List<Step> all) {
    long begin = day.atStartOfDay(ZoneOffset.UTC).toEpochSecond();
    int last = all.size() - 1;
    while (last > 0 && all.get(last).seconds() < begin) {
      last--;
    }
    boolean later = all.get(last).seconds() >= begin;
    return all.subList(0, Math.min(all.size(), later ? last + 2 : last + 1));
  }

  private void scan(
      List<Step> chosen, HistoryScan scan, Optional<Policy> today, ScanListener listener) {
    Map<String, CommitRef> described = commits.describe(chosen.stream().map(Step::id).toList());
    int number = 0;
    for (Step step : chosen) {
      listener.scanBegins(++number, chosen.size());
      CommitRef commit = described.getOrDefault(step.id(), CommitRef.unknown(step.id()));
      try {
        request(step, today)
            .ifPresentOrElse(
                request -> scan.add(commit, request),
                () -> scan.refuse(commit, "there is no Java file"));
      } catch (Rejection rejection) {
        scan.refuse(commit, why(rejection));
      }
    }
  }

  private static String why(Rejection rejection) {
    Diagnostic first = rejection.diagnostics().get(0);
    return first.file().isEmpty() ? first.what() : first.file() + ": " + first.what();
  }

  /**
   * What to scan of a commit; nothing if it holds none of the paths.
   *
   * @throws Rejection if it has no policy, or a wrong one
   */
  private Optional<ScanRequest> request(Step step, Optional<Policy> today) {
    Overlay files = commits.files(step.id());
    List<Path> there =
        scope.paths().stream()
            .map(path -> empty.resolve(scope.base().relativize(path)).normalize())
            .filter(path -> holds(files, SlashedPaths.of(empty.relativize(path))))
            .toList();
    if (there.isEmpty()) {
      return Optional.empty();
    }
    LocalDate day = LocalDate.ofInstant(Instant.ofEpochSecond(step.seconds()), ZoneOffset.UTC);
    Policy policy = told.apply(today.orElseGet(() -> own(files)));
    ScanRequest request =
        new ScanRequest(
            empty,
            there,
            policy,
            Set.of(),
            new Grounds(day, Baseline.none()),
            Threads.of(options.threads));
    return Optional.of(options.cached(request.with(files), surroundings));
  }

  private static boolean holds(Overlay files, String path) {
    return files.stored().keySet().stream()
        .filter(file -> file.endsWith(".java"))
        .anyMatch(
            file ->
                path.isEmpty()
                    ? !file.startsWith("../")
                    : file.equals(path) || file.startsWith(path + "/"));
  }

  /** The policy that a commit holds. */
  private Policy own(Overlay files) {
    String name =
        scope.policy().filter(policy -> !bare).map(scope::name).orElse(PolicyLocation.NAME);
    if (files.stored(name).isEmpty()) {
      throw new Rejection(
          Diagnostic.of("it holds no policy `%s`".formatted(name), "judge it by that of today"));
    }
    ScanScope there = new ScanScope(empty, List.of(empty), Optional.of(empty.resolve(name)));
    Policy policy = new StateFiles(there, files, true).policy();
    if (policy.roles().isEmpty()) {
      throw new Rejection(
          Diagnostic.of("its policy declares no role", "judge it by the policy of today"));
    }
    return policy;
  }

  @Override
  public void close() {
    repository.close();
    try {
      Files.deleteIfExists(empty);
      Path folder = empty.getParent();
      if (folder != null) {
        Files.deleteIfExists(folder);
      }
    } catch (IOException e) {
      // A temporary folder that cannot be deleted is no reason to lose a report.
    }
  }
}
