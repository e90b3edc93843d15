package dev.ssot.rules.catalog;

import dev.ssot.rules.codebase.Codebase;
import dev.ssot.rules.codebase.ImportFact;
import dev.ssot.rules.codebase.SourceUnit;
import dev.ssot.rules.model.AccessPath;
import dev.ssot.rules.model.Evidence;
import dev.ssot.rules.model.Finding;
import dev.ssot.rules.model.ImportVerdict;
import dev.ssot.rules.model.ImportVerdict.Objection;
import dev.ssot.rules.model.Layer;
import dev.ssot.rules.model.Region;
import dev.ssot.rules.model.Severity;
import dev.ssot.rules.model.TypeRef;
import dev.ssot.rules.rivals.RoleCast;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Asks what the rules would say of an import that is not there yet.
 *
 * <p>The file is judged as if it had the import. To what a scan would find comes what it finds only
 * where class files show it (layers), and what it finds at the type and not at its users (rivals,
 * shims).
 */
public final class ImportQuestion {

  private final Case facts;
  private final SourceUnit unit;
  private final ImportFact asked;

  private ImportQuestion(Case facts, SourceUnit without, ImportFact asked) {
    this.facts = facts;
    // Below the last line, where no import of the file itself can be.
    int line = without.lines() + 1;
    this.asked = new ImportFact(asked.path(), asked.name(), new Region(line, 1, line, 1));
    this.unit = without.with(this.asked);
  }

  /**
   * Asks.
   *
   * @param unit the file, which need not be one of the codebase
   * @param written the import as it is written, without the keyword
   */
  public static ImportVerdict of(Case facts, SourceUnit unit, ImportFact asked, String written) {
    ImportQuestion question = new ImportQuestion(facts, unit, asked);
    return new ImportVerdict(unit.firstType(), written, question.objections());
  }

  private List<Objection> objections() {
    List<Objection> all = new ArrayList<>();
    Case probe = facts.over(extended());
    List<Prohibition> prohibitions = ForbiddenImport.prohibitions(facts.policy());
    Accesses accesses = new Accesses(probe.codebase(), ForbiddenImport.watchedNames(prohibitions));
    for (Access access : accesses.of(unit)) {
      Finding finding =
          access.location().region().equals(asked.region())
              ? ForbiddenImport.judge(access, prohibitions, probe)
              : null;
      if (finding != null) {
        all.add(objection(finding));
      }
    }
    new UnresolvedImport()
        .judge(probe).findings().stream()
            .filter(finding -> finding.location().path().equals(unit.path()))
            .filter(finding -> finding.location().region().equals(asked.region()))
            .map(ImportQuestion::objection)
            .forEach(all::add);
    addLayers(all);
    facts.casts().forEach(cast -> addRole(cast, all));
    all.sort(Comparator.comparing(Objection::severity));
    return all.stream().distinct().toList();
  }

  /** The codebase with the file as if it had the import. */
  private Codebase extended() {
    Map<String, SourceUnit> units = new LinkedHashMap<>();
    facts.codebase().units().forEach(one -> units.put(one.path(), one));
    units.put(unit.path(), unit);
    List<SourceUnit> all =
        units.values().stream().sorted(Comparator.comparing(SourceUnit::path)).toList();
    return new Codebase(all, facts.codebase().services());
  }

  private static Objection objection(Finding finding) {
    String use = "";
    if (finding.evidence() instanceof Evidence.Access access) {
      use = access.replacement();
    } else if (finding.evidence() instanceof Evidence.Unresolved unresolved) {
      use = unresolved.candidates().stream().findFirst().map(TypeRef::name).orElse("");
    }
    return new Objection(
        finding.rule(),
        finding.severity(),
        finding.statement().message(),
        finding.statement().help(),
        use);
  }

  /** The type that is imported, or whose member is; the empty string for a whole package. */
  private String type() {
    return switch (asked.path()) {
      case IMPORT, STATIC_WILDCARD_IMPORT -> asked.name();
      case STATIC_IMPORT -> asked.qualifier();
      default -> "";
    };
  }

  private void addLayers(List<Objection> all) {
    List<Layer> layers = facts.policy().structure().layers();
    String used = asked.path() == AccessPath.WILDCARD_IMPORT ? asked.name() + ".Any" : type();
    if (layers.isEmpty() || used.isEmpty()) {
      return;
    }
    LayerViolation.Order order = new LayerViolation.Order(layers);
    int from = order.of(unit.firstType());
    int to = order.of(used);
    if (from >= 0 && to >= 0 && from > to) {
      Layer upper = order.layer(to);
      all.add(
          new Objection(
              "layer-violation",
              Severity.ERROR,
              "`%s` of the layer `%s` would use `%s` of the layer `%s` above it: %s"
                  .formatted(
                      unit.firstType(),
                      order.layer(from).id(),
                      asked.name(),
                      upper.id(),
                      upper.reason()),
              "turn the dependency around, or move one of the two types to the layer of the other",
              ""));
    }
  }

  private void addRole(RoleCast cast, List<Objection> all) {
    String type = type();
    String canonical = cast.role().canonical().value();
    boolean rival = cast.rivals().stream().anyMatch(one -> one.entry().name().equals(type));
    boolean shim = cast.shims().contains(type);
    if ((rival || shim) && !unit.firstType().equals(canonical)) {
      all.add(
          new Objection(
              rival ? "duplicate-implementation" : "overdue-shim",
              Severity.WARNING,
              rival
                  ? "`%s` is a rival of `%s`, the canonical of the role `%s`"
                      .formatted(type, canonical, cast.role().id())
                  : "`%s` only forwards to `%s`, the canonical of the role `%s`, for a while"
                      .formatted(type, canonical, cast.role().id()),
              "import `%s` instead".formatted(canonical),
              canonical));
    }
  }
}
