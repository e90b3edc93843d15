package dev.ssot.rules.scan;

import dev.ssot.rules.change.Introduced;
import dev.ssot.rules.model.Finding;
import dev.ssot.rules.model.Look;
import dev.ssot.rules.model.Novelty;
import dev.ssot.rules.model.Problem;
import dev.ssot.rules.model.ScanResult;
import dev.ssot.rules.model.Tally;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Holds each scan of a run against the one before.
 *
 * <p>While a file cannot be understood, as it often cannot be while somebody types, what is missing
 * counts as hidden and stays known until everything is read again. Not safe for concurrent use.
 */
public final class Looks {

  private List<Finding> known = List.of();
  private @Nullable Tally score;
  private int number;

  /** The next scan. */
  public Look next(ScanResult result) {
    List<Finding> now = result.reported();
    List<Finding> appeared = notIn(known, now);
    boolean whole = !result.coverage().incomplete();
    List<Finding> missing = notIn(now, known);
    Tally total = result.compliance().total();
    Look look =
        new Look(
            ++number,
            appeared,
            whole ? missing : List.of(),
            now.size(),
            result.coverage().problems().stream().filter(Looks::hides).toList(),
            Optional.ofNullable(score),
            total,
            result.outcome());
    List<Finding> seen = new ArrayList<>(now);
    seen.addAll(whole ? List.of() : missing);
    known = seen;
    score = total;
    return look;
  }

  private static boolean hides(Problem problem) {
    return problem.kind().incomplete();
  }

  private static List<Finding> notIn(List<Finding> before, List<Finding> now) {
    return Introduced.mark(now, before).stream()
        .filter(finding -> finding.novelty() == Novelty.INTRODUCED)
        .toList();
  }
}
