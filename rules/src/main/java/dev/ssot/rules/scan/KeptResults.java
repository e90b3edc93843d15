package dev.ssot.rules.scan;

import dev.ssot.rules.codebase.cache.DamagedCache;
import dev.ssot.rules.codebase.cache.FactsCache;
import dev.ssot.rules.codebase.cache.KeptScan;
import dev.ssot.rules.codebase.cache.SeenSources;
import dev.ssot.rules.codebase.source.Listing;
import dev.ssot.rules.model.Grounds;
import dev.ssot.rules.model.Policy;
import dev.ssot.rules.model.ScanResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What scans came to, kept in a folder until anything that they depend on is different.
 *
 * <p>Not safe for concurrent use.
 */
final class KeptResults {

  private final Path folder;
  private final List<String> damages = new ArrayList<>();
  private final List<String> failures = new ArrayList<>();

  KeptResults(Path folder) {
    this.folder = folder;
  }

  /** All that a result depends on, apart from the files and from what its name says. */
  record Question(Policy policy, Grounds grounds) {

    static Question of(ScanRequest request) {
      return new Question(request.policy(), request.grounds());
    }
  }

  /**
   * What a scan came to.
   *
   * @param classes what it saw of class files
   */
  record Answer(ScanResult result, ClassesSeen classes) {}

  /** What tells scans apart whose results are kept beside one another. */
  static String name(ScanRequest request, String facts) {
    return String.join(
        "\n",
        facts,
        request.base().toString(),
        request.policy().path(),
        String.join("\t", request.rules().stream().sorted().toList()),
        String.valueOf(request.classes().roots()),
        String.valueOf(request.classes().compiled()));
  }

  /** The last scan of a name that was kept, if one was. */
  Optional<KeptScan> scan(String name) {
    return attempt(() -> KeptScan.in(folder, name));
  }

  /** What a kept scan came to, if it was asked the same of the same files. */
  Optional<ScanResult> result(KeptScan kept, String name, ScanRequest request, Listing listing) {
    if (!listing.isAsSeen(kept.sources())) {
      return Optional.empty();
    }
    Question question = Question.of(request);
    Optional<Answer> answer =
        attempt(() -> kept.answerTo(question).map(Answer.class::cast))
            .filter(known -> known.classes().isStill());
    if (answer.isPresent() && listing.settlesMoreThan(kept.sources())) {
      keep(name, listing.again(kept.sources()), request, answer.get());
    }
    return answer.map(Answer::result);
  }

  /**
   * Keeps what a scan came to, if it has seen one state of each file.
   *
   * @param again the paths of the files that it has read more than once
   */
  void keep(
      String name,
      Listing listing,
      FactsCache facts,
      Set<String> again,
      ScanRequest request,
      Answer found) {
    if (!found.result().coverage().incomplete()) {
      listing.seen(facts, again).ifPresent(sources -> keep(name, sources, request, found));
    }
  }

  private void keep(String name, SeenSources sources, ScanRequest request, Answer answer) {
    attempt(
        () -> {
          KeptScan.keep(folder, name, sources, Question.of(request), answer);
          return Optional.empty();
        });
  }

  /** What reads or writes what is kept. */
  @FunctionalInterface
  private interface Attempt<T> {
    Optional<T> run() throws IOException;
  }

  private <T> Optional<T> attempt(Attempt<T> attempt) {
    try {
      return attempt.run();
    } catch (DamagedCache e) {
      damages.add(e.getMessage());
    } catch (IOException | RuntimeException e) {
      failures.add("cannot be used for results: " + e);
    }
    return Optional.empty();
  }

  List<String> damages() {
    return List.copyOf(damages);
  }

  List<String> failures() {
    return List.copyOf(failures);
  }
}
