package dev.ssot.rules.fix;

import dev.ssot.rules.codebase.Codebase;
import dev.ssot.rules.codebase.Codebase.TypeEntry;
import dev.ssot.rules.codebase.RewriteOrder;
import dev.ssot.rules.codebase.RewriteOrder.ConstantUse;
import dev.ssot.rules.codebase.Rewriting;
import dev.ssot.rules.codebase.SourceKind;
import dev.ssot.rules.codebase.SourceUnit;
import dev.ssot.rules.model.ConstantRef;
import dev.ssot.rules.model.Evidence;
import dev.ssot.rules.model.Finding;
import dev.ssot.rules.model.Obstacle;
import dev.ssot.rules.model.Restated;
import dev.ssot.rules.model.Triage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Decides which literals give way to the constants that they restate. */
final class LiteralFixes {

  private final Codebase codebase;
  private final Rewriting rewriting;
  private final Map<String, SourceUnit> units = new HashMap<>();
  private final Map<String, List<ConstantUse>> uses = new TreeMap<>();
  private final Set<Finding> fixed = new LinkedHashSet<>();
  private final List<Obstacle> obstacles = new ArrayList<>();

  LiteralFixes(Codebase codebase, Rewriting rewriting, List<Finding> findings) {
    this.codebase = codebase;
    this.rewriting = rewriting;
    codebase.units().forEach(unit -> units.put(unit.path(), unit));
    for (Finding finding : findings) {
      boolean accepted = finding.triage() instanceof Triage.Suppressed;
      if (!accepted && finding.evidence() instanceof Evidence.Restatement restatement) {
        add(finding, restatement);
      }
    }
  }

  private void add(Finding finding, Evidence.Restatement restatement) {
    SourceUnit unit = units.get(finding.location().path());
    ConstantRef constant = restatement.constant();
    Optional<String> form = form(constant);
    String reason = "";
    if (unit == null || unit.kind() == SourceKind.GENERATED) {
      reason = "the file is generated";
    } else if (form.isEmpty()) {
      reason =
          "`%s` is not declared once and by a literal, so that it may not be a constant for the"
                  .formatted(constant.shortName())
              + " compiler";
    }
    List<ConstantUse> wanted = new ArrayList<>();
    for (Restated place : restatement.places()) {
      wanted.add(
          new ConstantUse(place.region(), constant.type(), constant.name(), form.orElse("")));
    }
    if (reason.isEmpty() && unit != null) {
      reason = hindrance(unit, wanted);
    }
    if (!reason.isEmpty()) {
      obstacles.add(new Obstacle(finding.rule(), finding.location(), reason));
    } else {
      fixed.add(finding);
      uses.computeIfAbsent(finding.location().path(), path -> new ArrayList<>()).addAll(wanted);
    }
  }

  private Optional<String> form(ConstantRef constant) {
    List<TypeEntry> types = codebase.declarations(constant.type());
    return types.size() == 1
        ? rewriting.literalType(types.get(0), constant.name())
        : Optional.empty();
  }

  private String hindrance(SourceUnit unit, List<ConstantUse> wanted) {
    RewriteOrder order = new RewriteOrder(unit, new TreeMap<>(), Set.of(), wanted, Set.of());
    return rewriting.rewrite(order).hindrances().stream()
        .findFirst()
        .map(hindrance -> "%s (line %s)".formatted(hindrance.reason(), hindrance.region().line()))
        .orElse("");
  }

  /** The constants to use, by path. */
  Map<String, List<ConstantUse>> uses() {
    return uses;
  }

  Set<Finding> fixed() {
    return fixed;
  }

  List<Obstacle> obstacles() {
    return obstacles;
  }
}
