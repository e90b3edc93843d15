package dev.ssot.cli;

import dev.ssot.cli.git.Repository;
import dev.ssot.cli.message.Rejection;
import dev.ssot.rules.model.Change;
import dev.ssot.rules.model.Change.Relation;
import dev.ssot.rules.model.Deletions;
import dev.ssot.rules.model.Overlay;
import dev.ssot.rules.model.ScanResult;
import dev.ssot.rules.scan.ChangeScan;
import dev.ssot.rules.scan.ChangeScan.Comparison;
import dev.ssot.rules.scan.ChangeScan.Earlier;
import dev.ssot.rules.scan.ScanListener;
import dev.ssot.rules.scan.ScanRequest;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Finds the two states that a comparison is about, and has them compared. */
final class ChangeRun {

  private final ChangeOptions options;
  private final Repository repository;

  ChangeRun(ChangeOptions options, Repository repository) {
    this.options = options;
    this.repository = repository;
  }

  /**
   * Scans both states.
   *
   * @param around adds to the result what lies around it in the state after the change, for as long
   *     as the repository is open
   * @param request what to scan of a state, with the policy and the baseline that it has
   * @throws Rejection if the state now, or what is asked for, is wrong
   */
  ScanResult run(
      Function<Overlay, ScanRequest> request,
      Function<Scanning, ScanResult> scanning,
      BiFunction<ScanResult, ScanRequest, ScanResult> around) {
    Change.Base base = base();
    ScanRequest after =
        request.apply(
            options.staged ? repository.indexOverDisk() : repository.workingTreeOverDisk());
    Overlay earlier =
        base.commit().isEmpty()
            ? repository.nothingOverDisk()
            : repository.commitOverDisk(base.commit());
    Deletions deletions =
        base.commit().isEmpty()
            ? Deletions.unknown()
            : repository.commits().deletions(base.commit());
    Comparison comparison =
        new Comparison(base, earlier(request, earlier), options.strict, deletions);
    return around.apply(
        scanning.apply(listener -> ChangeScan.run(after, comparison, listener)), after);
  }

  /** A scan that waits for somebody to hear its progress. */
  interface Scanning extends Function<ScanListener, ScanResult> {}

  private static Earlier earlier(Function<Overlay, ScanRequest> request, Overlay overlay) {
    try {
      return Earlier.of(request.apply(overlay));
    } catch (Rejection rejection) {
      return Earlier.refused(String.valueOf(rejection.getMessage()));
    }
  }

  private Change.Base base() {
    String head = options.staged ? "the index" : "the working tree";
    Optional<String> here = repository.head();
    if (options.since == null) {
      return new Change.Base(
          "HEAD", here.orElse(""), here.isPresent() ? Relation.ITSELF : Relation.NOTHING, head);
    }
    String asked = repository.commit(options.since);
    String shared = repository.mergeBase(options.since);
    Relation relation = asked.equals(shared) ? Relation.ITSELF : Relation.MERGE_BASE;
    return new Change.Base(options.since, shared, relation, head);
  }
}
