package dev.ssot.rules.fix;

import dev.ssot.rules.codebase.Codebase;
import dev.ssot.rules.codebase.SourceUnit;
import dev.ssot.rules.model.AccessPath;
import dev.ssot.rules.model.Evidence;
import dev.ssot.rules.model.Finding;
import dev.ssot.rules.model.ForbiddenPath;
import dev.ssot.rules.model.Obstacle;
import dev.ssot.rules.model.Policy;
import dev.ssot.rules.model.Triage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What the findings on access paths ask for, file by file. */
final class Wishes {

  private final Codebase codebase;
  private final MoveTargets targets;
  private final Map<String, SourceUnit> units = new HashMap<>();
  private final Map<String, Move> moves = new TreeMap<>();
  private final Map<String, OfFile> files = new TreeMap<>();
  private final List<Obstacle> obstacles = new ArrayList<>();
  private final Set<String> accepted = new TreeSet<>();

  /** The wishes of one file; each type and package with the findings that are about it. */
  static final class OfFile {

    private final SourceUnit unit;
    private final Map<String, Set<Finding>> code = new TreeMap<>();
    private final Map<String, Set<Finding>> documentation = new TreeMap<>();
    private final Map<String, Set<Finding>> wildcards = new TreeMap<>();

    private OfFile(SourceUnit unit) {
      this.unit = unit;
    }

    SourceUnit unit() {
      return unit;
    }

    /** Types that code of the file names. */
    Map<String, Set<Finding>> code() {
      return code;
    }

    /** Types that its documentation names. */
    Map<String, Set<Finding>> documentation() {
      return documentation;
    }

    /** Packages whose wildcard import is to go. */
    Map<String, Set<Finding>> wildcards() {
      return wildcards;
    }

    /** The types of all wishes. */
    Set<String> types() {
      Set<String> types = new TreeSet<>(code.keySet());
      types.addAll(documentation.keySet());
      return types;
    }

    /** The findings that are about a type. */
    Set<Finding> findings(String type) {
      Set<Finding> findings = new LinkedHashSet<>(code.getOrDefault(type, Set.of()));
      findings.addAll(documentation.getOrDefault(type, Set.of()));
      return findings;
    }
  }

  Wishes(Codebase codebase, Policy policy, List<Finding> findings) {
    this.codebase = codebase;
    this.targets = new MoveTargets(codebase, policy);
    codebase.units().forEach(unit -> units.put(unit.path(), unit));
    for (Finding finding : findings) {
      if (finding.evidence() instanceof Evidence.Access access) {
        if (finding.triage() instanceof Triage.Suppressed) {
          targets
              .of(access)
              .move()
              .ifPresent(move -> accepted.add(finding.location().path() + " " + move.source()));
        } else {
          add(finding, access);
        }
      }
    }
  }

  private void add(Finding finding, Evidence.Access access) {
    SourceUnit unit = units.get(finding.location().path());
    String reason = untouchable(access.path());
    if (unit == null || !reason.isEmpty()) {
      obstacles.add(
          new Obstacle(finding.rule(), finding.location(), reason.isEmpty() ? SERVICE : reason));
      return;
    }
    boolean wildcard = access.path() == AccessPath.WILDCARD_IMPORT && !isImplicit(access);
    if (wildcard) {
      addWildcard(unit, finding, access);
      return;
    }
    MoveTargets.Answer answer = targets.of(access);
    Move move = answer.move().orElse(null);
    if (move == null) {
      obstacles.add(new Obstacle(finding.rule(), finding.location(), answer.reason()));
    } else if (isShared(unit, answer)) {
      obstacles.add(
          new Obstacle(
              finding.rule(),
              finding.location(),
              "a type of this file may use `%s` by an exception of the policy"
                  .formatted(move.source())));
    } else {
      moves.putIfAbsent(move.source(), move);
      OfFile file = file(unit);
      Map<String, Set<Finding>> wishes =
          access.path() == AccessPath.JAVADOC_LINK ? file.documentation() : file.code();
      wishes.computeIfAbsent(move.source(), type -> new LinkedHashSet<>()).add(finding);
    }
  }

  private static final String SERVICE =
      "a service loader makes instances of what it names, and nothing tells whether the canonical"
          + " may stand there";

  /** Why what is reached by a path is for a person to decide, or the empty string. */
  private static String untouchable(AccessPath path) {
    return switch (path) {
      case REFLECTION_STRING -> "a string names it, and nothing tells who reads the string";
      case MODULE_IMPORT -> "a module import brings in more than types of this codebase";
      case SERVICE_FILE -> SERVICE;
      default -> "";
    };
  }

  /** Whether it is {@code java.lang}, which no file has to import. */
  private static boolean isImplicit(Evidence.Access access) {
    return access.target().startsWith("java.lang.");
  }

  private OfFile file(SourceUnit unit) {
    return files.computeIfAbsent(unit.path(), path -> new OfFile(unit));
  }

  /** Whether the file holds types of which one may go on as it is. */
  private static boolean isShared(SourceUnit unit, MoveTargets.Answer answer) {
    ForbiddenPath path = answer.path().orElse(null);
    return path != null
        && unit.types().stream()
            .anyMatch(
                type -> type.isTopLevel() && MoveTargets.isExcepted(path, type.qualifiedName()));
  }

  /** A wildcard stands for every type that it brings in and that the policy forbids. */
  private void addWildcard(SourceUnit unit, Finding finding, Evidence.Access access) {
    String packageName = wildcard(unit, finding);
    boolean whole = access.target().endsWith(".*");
    boolean any = false;
    for (String simple : codebase.topLevelTypes(packageName)) {
      String type = packageName + "." + simple;
      MoveTargets.Answer answer =
          targets.ofType(type, unit.firstType()).orElseGet(() -> MoveTargets.Answer.no(""));
      Move move = answer.move().orElse(null);
      if (move != null && !isShared(unit, answer)) {
        moves.putIfAbsent(move.source(), move);
        any |= file(unit).code().computeIfAbsent(type, key -> new LinkedHashSet<>()).add(finding);
      }
    }
    if (whole) {
      file(unit)
          .wildcards()
          .computeIfAbsent(packageName, key -> new LinkedHashSet<>())
          .add(finding);
    } else if (!any) {
      obstacles.add(new Obstacle(finding.rule(), finding.location(), targets.of(access).reason()));
    }
  }

  private static String wildcard(SourceUnit unit, Finding finding) {
    return unit.imports().stream()
        .filter(single -> single.region().equals(finding.location().region()))
        .map(single -> single.name())
        .findFirst()
        .orElse("");
  }

  /** The files with wishes, in the order of paths. */
  List<OfFile> files() {
    return List.copyOf(files.values());
  }

  Map<String, Move> moves() {
    return moves;
  }

  /** What cannot be fixed by its kind. */
  List<Obstacle> obstacles() {
    return obstacles;
  }

  /** Whether a suppression accepts another use of a type in a file. */
  boolean isAccepted(SourceUnit unit, String type) {
    return accepted.contains(unit.path() + " " + type);
  }
}
