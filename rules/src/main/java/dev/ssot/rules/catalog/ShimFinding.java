package dev.ssot.rules.catalog;

import dev.ssot.rules.codebase.Codebase;
import dev.ssot.rules.model.Evidence;
import dev.ssot.rules.model.Finding;
import dev.ssot.rules.model.Fingerprint;
import dev.ssot.rules.model.Related;
import dev.ssot.rules.model.Severity;
import dev.ssot.rules.model.ShimUse;
import dev.ssot.rules.model.Statement;
import dev.ssot.rules.model.Subject;
import dev.ssot.rules.model.TypeRef;
import dev.ssot.rules.rivals.UsageIndex;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the findings about a shim have in common.
 *
 * @param users the types and services that use it, each once, in the order of names
 */
record ShimFinding(Codebase codebase, KnownShim shim, List<TypeRef> users) {

  ShimFinding {
    users = List.copyOf(users);
  }

  static ShimFinding of(Case facts, KnownShim shim) {
    Map<String, TypeRef> users = new TreeMap<>();
    for (UsageIndex.Use use : facts.shimUsages().of(shim.entry().name())) {
      users.putIfAbsent(use.user(), new TypeRef(use.user(), use.location()));
    }
    return new ShimFinding(facts.codebase(), shim, List.copyOf(users.values()));
  }

  /**
   * A finding.
   *
   * @param what goes on after the words that it is a shim
   * @param kinds tell findings of one rule about one shim apart
   */
  Finding finding(Rule rule, Severity severity, String what, String help, List<String> kinds) {
    Subject subject = Subject.ofType(shim.entry().name());
    return new Finding(
        rule.id(),
        severity,
        shim.entry().location(),
        subject,
        new Statement(
            "`%s` is a shim%s%s".formatted(shim.entry().name(), ofCanonical(), what),
            help,
            related()),
        new Evidence.Shim(shim.canonical(), shim.entry().ref(), shim.terms(), users),
        Fingerprint.of(rule.id(), subject, kinds));
  }

  /** The shim as reports list it. */
  ShimUse use() {
    return new ShimUse(shim.entry().ref(), shim.canonical(), shim.terms(), users);
  }

  /** The canonical as the end of a noun, or nothing where it is not known. */
  String ofCanonical() {
    return shim.canonical().isEmpty() ? "" : " of `%s`".formatted(shim.canonical());
  }

  List<Related> related() {
    return codebase
        .type(shim.canonical())
        .map(own -> List.of(new Related("canonical", own.name(), own.location())))
        .orElse(List.of());
  }
}
