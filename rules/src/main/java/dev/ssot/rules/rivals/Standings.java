package dev.ssot.rules.rivals;

import dev.ssot.rules.codebase.Codebase.TypeEntry;
import dev.ssot.rules.codebase.Hierarchy;
import dev.ssot.rules.codebase.MethodFact;
import dev.ssot.rules.codebase.SourceKind;
import dev.ssot.rules.model.Standing;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells which part a type plays beside a canonical, by what the code shows: hierarchy, forwarding,
 * results. Names decide nothing but that a rival is a backup copy, or a type in a test a double.
 *
 * <p>Not safe for concurrent use.
 */
final class Standings {

  private static final Pattern PUT_ASIDE =
      Pattern.compile("(^|.*[/_.-])(bak|backups?|old|orig|copy)([/_.-].*|\\.java|$)");
  private static final Pattern ASIDE_NAME =
      Pattern.compile("(Old|Backup|Bak|Copy|Orig|Deprecated|_old|_bak|_copy)$");
  private static final Pattern DOUBLE =
      Pattern.compile("^(Mock|Stub|Fake|Dummy|Spy).*|.*(Mock|Stub|Fake|Double)$");

  private final Hierarchy hierarchy;
  private final Classifier classifier;
  private final Shims shims;

  Standings(Hierarchy hierarchy, Classifier classifier, Shims shims) {
    this.hierarchy = hierarchy;
    this.classifier = classifier;
    this.shims = shims;
  }

  /** A part with the reason for it, a clause. */
  record Seen(Standing standing, String reason) {}

  /**
   * The part of a type beside a canonical.
   *
   * @param rival what the type is if nothing else explains its likeness
   */
  Seen of(TypeEntry entry, TypeEntry canonical, Seen rival) {
    if (entry.name().equals(canonical.name())) {
      return new Seen(Standing.CANONICAL, "it is the canonical or another declaration of its name");
    }
    Seen kin = byHierarchy(entry, canonical);
    if (kin.standing() != Standing.UNRELATED) {
      return kin;
    }
    Seen origin = byOrigin(entry, canonical);
    if (origin.standing() != Standing.UNRELATED) {
      return origin;
    }
    if (shims.forwards(entry, canonical)) {
      return forwarding(entry, canonical);
    }
    if (makes(entry, canonical)) {
      return new Seen(Standing.FACTORY, "most of its methods return the canonical");
    }
    return rival.standing() == Standing.RIVAL && isPutAside(entry, canonical)
        ? new Seen(
            Standing.BACKUP, "its name or folder says that it was put aside; " + rival.reason())
        : rival;
  }

  private Seen byHierarchy(TypeEntry entry, TypeEntry canonical) {
    if (hierarchy.ancestors(canonical).contains(entry.name())) {
      return new Seen(Standing.SUPERTYPE, "the canonical inherits from it");
    }
    if (!hierarchy.ancestors(entry).contains(canonical.name())) {
      return new Seen(Standing.UNRELATED, "");
    }
    if (entry.unit().kind() == SourceKind.TEST) {
      return new Seen(Standing.TEST_DOUBLE, "it inherits from the canonical in test code");
    }
    boolean adds = entry.type().methods().stream().anyMatch(method -> !method.isConstructor());
    return adds
        ? new Seen(Standing.SPECIALISATION, "it inherits from the canonical and adds to it")
        : new Seen(Standing.ALIAS, "it inherits from the canonical and adds nothing");
  }

  private Seen byOrigin(TypeEntry entry, TypeEntry canonical) {
    TypeClass own = classifier.classify(entry);
    if (own == TypeClass.TEST) {
      Set<String> common = new HashSet<>(hierarchy.ancestors(entry));
      common.retainAll(hierarchy.ancestors(canonical));
      boolean stands = !common.isEmpty() || DOUBLE.matcher(entry.type().simpleName()).matches();
      return stands
          ? new Seen(Standing.TEST_DOUBLE, "it stands in for such a type in test code")
          : new Seen(Standing.TEST, "it is test code");
    }
    return own == TypeClass.GENERATED
        ? new Seen(Standing.GENERATED, "a tool wrote it, as its folder or a mark in it says")
        : new Seen(Standing.UNRELATED, "");
  }

  private static Seen forwarding(TypeEntry entry, TypeEntry canonical) {
    Set<String> names = new HashSet<>();
    canonical.type().methods().forEach(method -> names.add(method.name()));
    List<MethodFact> passing =
        entry.type().methods().stream().filter(m -> !m.forwardsTo().isEmpty()).toList();
    long same = passing.stream().filter(method -> names.contains(method.name())).count();
    String count = "%s of its methods pass on to the canonical".formatted(passing.size());
    return 2 * same >= passing.size()
        ? new Seen(Standing.SHIM, count + ", most under the same name")
        : new Seen(Standing.ADAPTER, count + ", most under names of its own");
  }

  private static boolean makes(TypeEntry entry, TypeEntry canonical) {
    String made = canonical.type().simpleName();
    List<MethodFact> working =
        entry.type().methods().stream()
            .filter(method -> !method.isConstructor() && !method.traits().accessor())
            .toList();
    long making = working.stream().filter(method -> method.returns().equals(made)).count();
    boolean itself = entry.type().simpleName().equals(made);
    return !itself && making > 0 && 2 * making > working.size();
  }

  /** Whether a name or a folder says that a type is what somebody kept of another. */
  static boolean isPutAside(TypeEntry entry, TypeEntry canonical) {
    String name = entry.type().simpleName();
    String rest = ASIDE_NAME.matcher(name).replaceFirst("");
    boolean named = !rest.equals(name) && canonical.type().simpleName().startsWith(rest);
    return named || PUT_ASIDE.matcher(entry.unit().path().toLowerCase(Locale.ROOT)).matches();
  }
}
