package dev.ssot.rules.catalog;

import dev.ssot.rules.codebase.AnnotationFact;
import dev.ssot.rules.codebase.Codebase.TypeEntry;
import dev.ssot.rules.codebase.Modifier;
import dev.ssot.rules.codebase.SourceKind;
import dev.ssot.rules.codebase.TypeOutline;
import dev.ssot.rules.model.DeclaredShim;
import dev.ssot.rules.model.Role;
import dev.ssot.rules.model.ShimTerms;
import dev.ssot.rules.model.Standing;
import dev.ssot.rules.rivals.RoleCast;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Finds the shims of a codebase: those that the policy declares, those with an annotation {@code
 * Shim} of whatever package, and those that nobody has declared and that forward to a canonical
 * under its own method names.
 */
final class KnownShims {

  private static final String ANNOTATION = "Shim";

  private final Case facts;
  private final Map<String, KnownShim> shims = new TreeMap<>();

  private KnownShims(Case facts) {
    this.facts = facts;
  }

  /** The shims, in the order of their places. */
  static List<KnownShim> of(Case facts) {
    KnownShims known = new KnownShims(facts);
    facts.policy().roles().forEach(known::addDeclared);
    known.addAnnotated();
    TestSupport support = new TestSupport(facts.codebase());
    facts.casts().forEach(cast -> known.addForwarding(cast, support));
    List<KnownShim> all = new ArrayList<>(known.shims.values());
    all.sort(Comparator.comparing(shim -> shim.entry().location()));
    return List.copyOf(all);
  }

  private void addDeclared(Role role) {
    for (DeclaredShim shim : role.bystanders().shims()) {
      ShimTerms terms = new ShimTerms(shim.owner(), shim.until().toString());
      facts
          .codebase()
          .type(shim.type().value())
          .ifPresent(entry -> add(entry, role.canonical().value(), terms));
    }
  }

  private void addAnnotated() {
    List<TypeEntry> candidates =
        facts.codebase().types().stream()
            .filter(entry -> entry.unit().kind() == SourceKind.PRODUCTION)
            .filter(entry -> entry.type().declaration().annotations().contains(ANNOTATION))
            .filter(entry -> !shims.containsKey(entry.name()))
            .toList();
    if (candidates.isEmpty()) {
      return;
    }
    for (TypeOutline outline : facts.closer().outlines(candidates)) {
      for (AnnotationFact annotation : outline.annotations()) {
        if (annotation.name().equals(ANNOTATION)) {
          add(
              outline.entry(),
              canonicalOf(outline.entry().name()),
              new ShimTerms(annotation.element("owner"), annotation.element("until")));
        }
      }
    }
  }

  private String canonicalOf(String shim) {
    return facts.casts().stream()
        .filter(cast -> cast.shims().contains(shim))
        .map(cast -> cast.role().canonical().value())
        .findFirst()
        .orElse("");
  }

  private void addForwarding(RoleCast cast, TestSupport support) {
    for (String name : cast.shims()) {
      facts
          .codebase()
          .type(name)
          .filter(entry -> !shims.containsKey(name))
          .filter(entry -> !entry.type().has(Modifier.ABSTRACT) && support.isProduction(entry))
          .filter(entry -> facts.rivalry().standing(entry, cast.role()).standing() == Standing.SHIM)
          .ifPresent(entry -> add(entry, cast.role().canonical().value(), ShimTerms.none()));
    }
  }

  private void add(TypeEntry entry, String canonical, ShimTerms terms) {
    shims.putIfAbsent(entry.name(), new KnownShim(entry, canonical, terms));
  }
}
