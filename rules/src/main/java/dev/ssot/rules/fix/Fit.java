package dev.ssot.rules.fix;

import dev.ssot.rules.codebase.Codebase.TypeEntry;
import dev.ssot.rules.codebase.Hierarchy;
import dev.ssot.rules.codebase.Modifier;
import dev.ssot.rules.codebase.TypeKind;
import dev.ssot.rules.codebase.TypeShape;
import dev.ssot.rules.codebase.TypeShape.Member;
import dev.ssot.rules.model.DottedNames;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Whether one type can stand wherever another one stands, by their shapes alone.
 *
 * <p>Types that are replaced as well count as what replaces them, on both sides: the replacement
 * may itself be a user of another replaced type. Whether it is changed is for {@link Exchanges} to
 * see.
 */
final class Fit {

  private static final Pattern NAME = Pattern.compile("[\\w$]+(?:\\.[\\w$]+)+");
  private static final int NAMED = 3;

  private final Move move;
  private final TypeShape from;
  private final TypeShape to;
  private final List<Member> offered;
  private final Hierarchy hierarchy;
  private final Map<String, String> moves;

  /**
   * A comparison.
   *
   * @param offered the members of the replacement, inherited ones included
   * @param moves all types that are replaced, each with its replacement
   */
  Fit(
      Move move,
      TypeShape from,
      TypeShape to,
      List<Member> offered,
      Hierarchy hierarchy,
      Map<String, String> moves) {
    this.move = move;
    this.from = from;
    this.to = to;
    this.offered = List.copyOf(offered);
    this.hierarchy = hierarchy;
    this.moves = moves;
  }

  /** Why no code at all can use the one for the other, or the empty string. */
  String flaw() {
    TypeKind kind = move.from().type().kind();
    if (kind != move.to().type().kind()) {
      return "`%s` is another kind of type".formatted(move.target());
    }
    if (!moved(from.variables()).equals(moved(to.variables()))) {
      return "`%s` has other type parameters".formatted(move.target());
    }
    boolean creatable = !move.from().type().has(Modifier.ABSTRACT);
    if (creatable && move.to().type().has(Modifier.ABSTRACT) && kind == TypeKind.CLASS) {
      return "`%s` cannot be created".formatted(move.target());
    }
    if (from.generating() || to.generating()) {
      return "an annotation makes members that nobody sees here";
    }
    Set<String> lost = ancestors(move.from());
    lost.removeAll(ancestors(move.to()));
    lost.remove(move.target());
    return lost.isEmpty() ? "" : "`%s` is no `%s`".formatted(move.target(), lost.iterator().next());
  }

  private Set<String> ancestors(TypeEntry type) {
    return hierarchy.ancestors(type).stream()
        .map(this::moved)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /**
   * What users of a package miss in the replacement, or the empty string.
   *
   * @param heirs whether they inherit from the type
   */
  String missing(String userPackage, boolean heirs) {
    boolean near = userPackage.equals(move.from().unit().packageName());
    boolean nearTarget = userPackage.equals(move.to().unit().packageName());
    Set<String> there = new HashSet<>();
    for (Member member : offered) {
      if (isVisible(member, nearTarget, heirs)) {
        there.add(moved(member.form()));
      }
    }
    Set<String> missing = new TreeSet<>();
    for (Member member : from.members()) {
      if (isVisible(member, near, heirs) && !there.contains(moved(member.form()))) {
        missing.add(member.name().equals("<init>") ? "a constructor" : member.name());
      }
    }
    if (!missing.isEmpty()) {
      return "`%s` does not offer %s%s in the same form"
          .formatted(
              move.target(),
              missing.stream().limit(NAMED).collect(Collectors.joining(", ")),
              missing.size() > NAMED ? " and %s more".formatted(missing.size() - NAMED) : "");
    }
    return forms(heirs);
  }

  private static boolean isVisible(Member member, boolean near, boolean heirs) {
    Set<Modifier> modifiers = member.modifiers();
    return modifiers.contains(Modifier.PUBLIC)
        || near
        || (heirs && modifiers.contains(Modifier.PROTECTED));
  }

  /** What else must not be more than it was. */
  private String forms(boolean heirs) {
    TypeKind kind = move.from().type().kind();
    boolean closed =
        kind == TypeKind.ENUM || kind == TypeKind.RECORD || kind == TypeKind.ANNOTATION;
    if (closed && !forms(from, closedMembers(kind)).equals(forms(to, closedMembers(kind)))) {
      return "`%s` has other constants, components or elements".formatted(move.target());
    }
    if (!heirs && kind != TypeKind.INTERFACE) {
      return "";
    }
    if (!forms(from, has(Modifier.ABSTRACT)).equals(forms(to, has(Modifier.ABSTRACT)))) {
      return "`%s` asks its heirs for other methods".formatted(move.target());
    }
    if (!ancestors(move.from()).equals(others())) {
      return "`%s` has other super-types, which its heirs would have to serve"
          .formatted(move.target());
    }
    Set<String> sealed = forms(to, has(Modifier.FINAL));
    sealed.removeAll(forms(from, has(Modifier.FINAL)));
    boolean closing = move.to().type().has(Modifier.FINAL) || !sealed.isEmpty();
    return heirs && closing ? "`%s` leaves less to its heirs".formatted(move.target()) : "";
  }

  /** The super-types of the replacement, itself left out in case it is one of the other. */
  private Set<String> others() {
    Set<String> others = new LinkedHashSet<>(hierarchy.ancestors(move.to()));
    if (ancestors(move.from()).contains(move.target())) {
      others.add(move.target());
    }
    return others;
  }

  private static Predicate<Member> closedMembers(TypeKind kind) {
    List<String> kinds =
        kind == TypeKind.ENUM
            ? List.of("constant ")
            : List.of("components ", "element ", "annotated ");
    return member -> kinds.stream().anyMatch(member.form()::startsWith);
  }

  private static Predicate<Member> has(Modifier modifier) {
    return member -> member.modifiers().contains(modifier) && !member.form().contains("field ");
  }

  private Set<String> forms(TypeShape shape, Predicate<Member> which) {
    return shape.members().stream()
        .filter(which)
        .map(member -> moved(member.form()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /**
   * Whether members of some names throw the same on both sides, so that a handler is neither
   * missing nor without use.
   */
  boolean throwsAlike(Set<String> names) {
    return thrown(from.members(), names).equals(thrown(offered, names));
  }

  private Set<String> thrown(List<Member> members, Set<String> names) {
    Set<String> thrown = new TreeSet<>();
    for (Member member : members) {
      int mark = member.form().indexOf('!');
      if (mark >= 0 && names.contains(member.name())) {
        thrown.add(member.name() + moved(member.form().substring(mark)));
      }
    }
    return thrown;
  }

  /** Whether instances have fields that code elsewhere can reach. */
  boolean hasOpenFields() {
    return from.members().stream().anyMatch(member -> member.form().startsWith("field "));
  }

  /** The replaced types that its members speak of. */
  Set<String> mentioned() {
    Set<String> mentioned = new TreeSet<>();
    for (Member member : from.members()) {
      Matcher matcher = NAME.matcher(member.form());
      while (matcher.find()) {
        String name = matcher.group();
        moves.keySet().stream().filter(one -> DottedNames.isIn(name, one)).forEach(mentioned::add);
      }
    }
    return mentioned;
  }

  /** A text in which every replaced type has the name of its replacement. */
  private String moved(String text) {
    return NAME.matcher(text).replaceAll(match -> Matcher.quoteReplacement(renamed(match.group())));
  }

  private String renamed(String name) {
    String best = "";
    for (String one : moves.keySet()) {
      best = DottedNames.isIn(name, one) && one.length() > best.length() ? one : best;
    }
    return best.isEmpty() ? name : moves.get(best) + name.substring(best.length());
  }
}
