package dev.ssot.rules.catalog;

import dev.ssot.rules.model.Comparison;
import dev.ssot.rules.model.Evidence.Fragments;
import dev.ssot.rules.model.Finding;
import dev.ssot.rules.model.Fingerprint;
import dev.ssot.rules.model.Location;
import dev.ssot.rules.model.Related;
import dev.ssot.rules.model.Severity;
import dev.ssot.rules.model.Statement;
import dev.ssot.rules.model.Subject;
import dev.ssot.rules.model.TypeRef;
import dev.ssot.rules.rivals.PackageTrees;
import dev.ssot.rules.rivals.Patterns;
import dev.ssot.rules.rivals.Rivalry;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/** Finds types that are rivals of each other where no canonical is declared. */
final class FragmentedRole implements Rule {

  @Override
  public String id() {
    return "fragmented-role";
  }

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public List<String> tags() {
    return List.of("duplication", "role", "discovery");
  }

  @Override
  public Judgement judge(Case facts) {
    Rivalry.Fragmentation found = facts.rivalry().fragments(facts.accountedFor());
    List<Finding> findings = found.groups().stream().map(this::finding).toList();
    return Judgement.of(findings, found.looked(), "types held against each other");
  }

  /** A finding stands at the likest rival: that is the type that goes. */
  private Finding finding(Fragments group) {
    Comparison first = group.comparisons().get(0);
    Location location = first.rival().declaration();
    return new Finding(
        id(),
        severity(),
        location,
        Subject.ofType(group.canonical().name()),
        new Statement(message(group), help(group), related(group)),
        group,
        fingerprint(group));
  }

  /**
   * Made of all types of the group, or of the two packages where one was copied as a whole, alone
   * or with those below it, and only some of the types are listed. It does not depend on which of
   * them is proposed, because one more user elsewhere can change that.
   */
  private Fingerprint fingerprint(Fragments group) {
    List<String> parties = parties(group).stream().filter(party -> !party.isEmpty()).toList();
    return Fingerprint.of(id(), Subject.ofType(parties.get(0)), parties);
  }

  private static Set<String> parties(Fragments group) {
    if (!group.isPaired() || isTwin(group)) {
      return names(group, type -> type);
    }
    return trees(group)
        .<Set<String>>map(tops -> new TreeSet<>(List.of(tops.one(), tops.other())))
        .orElseGet(() -> names(group, Patterns::packageOf));
  }

  /** Something of the name of each type, sorted. */
  private static Set<String> names(Fragments group, UnaryOperator<String> part) {
    Set<String> names = new TreeSet<>();
    for (Comparison comparison : group.comparisons()) {
      for (TypeRef type : List.of(comparison.canonical(), comparison.rival())) {
        names.add(part.apply(type.name()));
      }
    }
    return names;
  }

  /** What was copied if it was more than one package. */
  private static Optional<PackageTrees> trees(Fragments group) {
    Set<List<String>> packages = new HashSet<>();
    for (Comparison one : group.comparisons()) {
      packages.add(
          List.of(
              Patterns.packageOf(one.canonical().name()), Patterns.packageOf(one.rival().name())));
    }
    Comparison first = group.comparisons().get(0);
    return packages.size() == 1
        ? Optional.empty()
        : PackageTrees.apart(
            Patterns.packageOf(first.canonical().name()), Patterns.packageOf(first.rival().name()));
  }

  private static String message(Fragments group) {
    Comparison first = group.comparisons().get(0);
    String rival = first.rival().name();
    if (isTwin(group)) {
      int more = group.types() / 2 - 1;
      return "`%s` is declared twice%s (%s, confidence %s %%)"
          .formatted(
              rival,
              more == 0 ? "" : ", and so are %s more types".formatted(more),
              first.verdict().words(),
              first.confidence());
    }
    return "`%s` is a %s of `%s`%s (confidence %s %%)"
        .formatted(
            rival,
            first.verdict().words(),
            first.canonical().name(),
            others(group),
            first.confidence());
  }

  private static String others(Fragments group) {
    if (group.isPaired()) {
      int more = group.types() / 2 - 1;
      return trees(group)
          .map(
              tops ->
                  ", and %s more types of `%s` and below have their like in `%s` and below"
                      .formatted(more, tops.other(), tops.one()))
          .orElse(", and %s more types of its package have their like there".formatted(more));
    }
    int more = group.types() - 2;
    return more == 0 ? "" : ", and %s more of its kind".formatted(more);
  }

  /** Whether the group is about one name that is declared in two source trees. */
  private static boolean isTwin(Fragments group) {
    return group.comparisons().get(0).rival().name().equals(group.canonical().name());
  }

  private static String help(Fragments group) {
    if (isTwin(group)) {
      return "keep one of the source trees, or exclude the other (%s)".formatted(group.reason());
    }
    if (group.isPaired()) {
      return "keep one of the packages (%s), or declare its roles in `ssot.yaml`"
          .formatted(group.reason());
    }
    return "keep `%s` (%s), or declare the role in `ssot.yaml` with another canonical"
        .formatted(canonical(group), group.reason());
  }

  /** The simple name of the proposed canonical, or the qualified one where others have the same. */
  private static String canonical(Fragments group) {
    TypeRef canonical = group.canonical();
    boolean shared =
        group.comparisons().stream()
            .anyMatch(one -> one.rival().simpleName().equals(canonical.simpleName()));
    return shared ? canonical.name() : canonical.simpleName();
  }

  private static List<Related> related(Fragments group) {
    List<Related> related = new ArrayList<>();
    related.add(
        new Related(
            "proposed canonical", group.canonical().name(), group.canonical().declaration()));
    group.comparisons().stream()
        .skip(1)
        .map(Comparison::rival)
        .forEach(rival -> related.add(new Related("rival", rival.name(), rival.declaration())));
    return related;
  }
}
