package dev.ssot.rules.catalog;

import dev.ssot.rules.catalog.StateChanges.Change;
import dev.ssot.rules.codebase.ClassFact;
import dev.ssot.rules.codebase.ClassUse;
import dev.ssot.rules.codebase.Modifier;
import dev.ssot.rules.model.AccessPattern;
import dev.ssot.rules.model.DottedNames;
import dev.ssot.rules.model.Evidence;
import dev.ssot.rules.model.Finding;
import dev.ssot.rules.model.Fingerprint;
import dev.ssot.rules.model.Isolation;
import dev.ssot.rules.model.Policy;
import dev.ssot.rules.model.Severity;
import dev.ssot.rules.model.Sighting;
import dev.ssot.rules.model.Statement;
import dev.ssot.rules.model.Subject;
import dev.ssot.rules.rivals.Patterns;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Finds static fields that change after their class is initialised, in code that serves several
 * tenants.
 *
 * <p>A field that nothing seen changes is no finding, whatever its type.
 */
final class SharedMutableState extends ClassFileRule {

  private static final String ID = "shared-mutable-state";
  private static final String UNIT = "static fields";
  private static final int LISTED = 5;

  SharedMutableState() {
    super(ID, "isolation", UNIT, "the policy isolates no code");
  }

  @Override
  public boolean needsClassFiles(Policy policy) {
    return !policy.structure().isolated().isEmpty();
  }

  @Override
  Judgement look(Case facts) {
    List<ClassFact> judged = facts.places().judged();
    Map<String, Held> fields = fields(facts.policy().structure().isolated(), judged);
    StateChanges changes = new StateChanges(facts);
    Set<String> assigned = new HashSet<>();
    Set<String> filled = new HashSet<>();
    fields.forEach(
        (name, held) -> {
          if (!held.field().modifiers().contains(Modifier.FINAL)) {
            assigned.add(name);
          }
          if (changes.holdsState(held.field().type())) {
            filled.add(name);
          }
        });
    Map<String, List<Change>> changed = changes.of(judged, assigned, filled);
    List<Finding> findings = new ArrayList<>();
    fields.forEach(
        (name, held) -> {
          List<Change> some = changed.getOrDefault(name, List.of());
          if (!some.isEmpty()) {
            findings.add(finding(facts, held, some));
          }
        });
    return Judgement.of(findings, fields.size(), facts.bytecode().unit(UNIT));
  }

  /** A static field of isolated code. */
  private record Held(ClassFact owner, ClassFact.Field field, Isolation isolation) {}

  private static Map<String, Held> fields(List<Isolation> isolations, List<ClassFact> judged) {
    List<Isolated> isolated = isolations.stream().map(Isolated::of).toList();
    Map<String, Held> fields = new TreeMap<>();
    for (ClassFact fact : judged) {
      for (ClassFact.Field field : fact.fields()) {
        if (field.modifiers().contains(Modifier.STATIC) && !field.synthetic()) {
          isolated.stream()
              .filter(one -> one.covers(fact.sourceType(), field.name()))
              .findFirst()
              .ifPresent(
                  one ->
                      fields.put(
                          fact.name() + "#" + field.name(),
                          new Held(fact, field, one.isolation())));
        }
      }
    }
    return fields;
  }

  /** An isolation with its patterns. */
  private record Isolated(
      Isolation isolation, List<AccessPattern> types, List<AccessPattern> except) {

    static Isolated of(Isolation isolation) {
      return new Isolated(
          isolation, AccessPattern.all(isolation.types()), AccessPattern.all(isolation.except()));
    }

    boolean covers(String type, String field) {
      return types.stream().anyMatch(pattern -> covers(pattern, type, field))
          && except.stream().noneMatch(pattern -> covers(pattern, type, field));
    }

    private static boolean covers(AccessPattern pattern, String type, String field) {
      return pattern.kind() == AccessPattern.Kind.MEMBER
          ? pattern.name().equals(type) && pattern.member().equals(field)
          : Patterns.covers(pattern, type);
    }
  }

  private static Finding finding(Case facts, Held held, List<Change> changes) {
    ClassFact owner = held.owner();
    String field = held.field().name();
    boolean counts = changes.stream().allMatch(Change::counts);
    Subject subject = new Subject(owner.sourceType(), field);
    List<Sighting> sightings =
        changes.stream().limit(LISTED).map(change -> sighting(facts, change)).toList();
    return new Finding(
        ID,
        counts ? Severity.NOTE : Severity.ERROR,
        facts.places().field(owner, field),
        subject,
        new Statement(
            "the static field `%s` is one for all tenants and %s: %s"
                .formatted(
                    subject.text(),
                    counts
                        ? "counts on after its class is initialised"
                        : "changes after its class is initialised",
                    held.isolation().reason()),
            "make it a field of an object that belongs to one tenant, or except it in `isolated`",
            List.of()),
        new Evidence.Bytecode(
            DottedNames.last(held.field().type()),
            held.isolation().reason(),
            sightings,
            changes.size() - sightings.size()),
        Fingerprint.of(ID, subject, List.of()));
  }

  private static Sighting sighting(Case facts, Change change) {
    ClassUse use = change.use();
    String in = ClassPlaces.subject(change.by(), use.from()).text();
    Sighting seen = facts.places().sighting(change.by(), use);
    return new Sighting("`%s` %s".formatted(in, seen.words()), seen.location(), seen.classFile());
  }
}
