package dev.ssot.rules.catalog;

import dev.ssot.rules.codebase.Codebase;
import dev.ssot.rules.codebase.Codebase.TypeEntry;
import dev.ssot.rules.codebase.Hierarchy;
import dev.ssot.rules.codebase.TestOutline;
import dev.ssot.rules.codebase.TestOutline.Kind;
import dev.ssot.rules.codebase.TestOutline.Member;
import dev.ssot.rules.model.Location;
import dev.ssot.rules.model.Role;
import dev.ssot.rules.model.RoleTest;
import dev.ssot.rules.model.Subject;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Sorts the tests of a role by what they use.
 *
 * <p>A test uses what its method does, the methods of its own classes that it calls, and what runs
 * before each test: fields, constructors and preparation, those of the types around its own and of
 * the types that these inherit from among them.
 */
final class RoleUses {

  private final Codebase codebase;
  private final Hierarchy hierarchy;
  private final List<TestOutline> outlines;
  private final Map<String, TestOutline> byType = new HashMap<>();
  private final Set<String> watched;
  private final Set<String> things;

  RoleUses(Role role, Codebase codebase, Hierarchy hierarchy, List<TestOutline> outlines) {
    this.codebase = codebase;
    this.hierarchy = hierarchy;
    this.outlines = outlines;
    outlines.forEach(outline -> byType.putIfAbsent(outline.type(), outline));
    this.watched = TestSurvey.watched(role);
    this.things = things(role.canonical().value());
  }

  /** The canonical, and those of the other types that it inherits from or that inherit from it. */
  private Set<String> things(String canonical) {
    Set<String> things = new HashSet<>(Set.of(canonical));
    watched.stream()
        .filter(name -> inherits(canonical, name) || inherits(name, canonical))
        .forEach(things::add);
    return things;
  }

  private boolean inherits(String type, String ancestor) {
    return ancestors(type).contains(ancestor);
  }

  private Set<String> ancestors(String type) {
    return codebase.type(type).map(hierarchy::ancestors).orElse(Set.of());
  }

  /** What a test comes to while its members are gathered. */
  private static final class Gathered {
    private final Set<String> touched = new HashSet<>();
    private final Set<String> replaced = new HashSet<>();
    private boolean asserting;
  }

  /** The tests that use the role or a double of it. */
  List<RoleTest> tests() {
    List<RoleTest> tests = new ArrayList<>();
    for (TestOutline outline : outlines) {
      for (Member member : outline.members()) {
        if (member.kind() == Kind.TEST) {
          Gathered all = gathered(outline, member);
          kind(member, all)
              .ifPresent(
                  kind ->
                      tests.add(
                          new RoleTest(
                              new Subject(outline.type(), member.name()),
                              new Location(outline.unit().path(), member.region()),
                              kind)));
        }
      }
    }
    return tests;
  }

  private Optional<RoleTest.Kind> kind(Member test, Gathered all) {
    boolean replaces = all.replaced.stream().anyMatch(watched::contains);
    boolean about =
        all.replaced.stream().anyMatch(things::contains)
            || all.touched.stream().anyMatch(this::isThing);
    boolean fake = all.touched.stream().anyMatch(type -> fakeOf(type, watched));
    if (!about && !(fake && all.touched.stream().anyMatch(type -> fakeOf(type, things)))) {
      return Optional.empty();
    }
    if (test.traits().disabled()) {
      return Optional.of(RoleTest.Kind.DISABLED);
    }
    if (test.traits().empty()) {
      return Optional.of(RoleTest.Kind.EMPTY);
    }
    if (!all.asserting) {
      return Optional.of(RoleTest.Kind.ASSERTION_FREE);
    }
    return Optional.of(replaces || fake ? RoleTest.Kind.MOCKED : RoleTest.Kind.REAL);
  }

  /** Whether a type is of the role and no fake of it. */
  private boolean isThing(String type) {
    return (things.contains(type) || ancestors(type).stream().anyMatch(things::contains))
        && !fakeOf(type, things);
  }

  private boolean fakeOf(String type, Set<String> real) {
    return Optional.ofNullable(byType.get(type))
        .flatMap(TestOutline::standsInFor)
        .filter(real::contains)
        .isPresent();
  }

  private Gathered gathered(TestOutline outline, Member test) {
    List<TestOutline> classes = classes(outline);
    Gathered all = new Gathered();
    Deque<Member> open = new ArrayDeque<>(List.of(test));
    for (TestOutline one : classes) {
      one.members().stream()
          .filter(member -> member.kind() == Kind.BEFORE || member.kind() == Kind.AFTER)
          .forEach(open::add);
    }
    Set<Member> seen = new HashSet<>();
    while (!open.isEmpty()) {
      Member member = open.remove();
      if (seen.add(member)) {
        all.touched.addAll(member.touched());
        all.replaced.addAll(member.replaced());
        all.asserting |= member.traits().asserting() && member.kind() != Kind.BEFORE;
        called(member, classes).forEach(open::add);
      }
    }
    return all;
  }

  private static List<Member> called(Member caller, List<TestOutline> classes) {
    return classes.stream()
        .flatMap(one -> one.members().stream())
        .filter(member -> member.kind() == Kind.CALLED || member.kind() == Kind.TEST)
        .filter(member -> caller.calls().contains(member.name()))
        .toList();
  }

  /** The type itself, the types around it, and what they inherit from, as far as they were read. */
  private List<TestOutline> classes(TestOutline outline) {
    Set<String> names = new LinkedHashSet<>();
    String at = outline.type();
    while (!at.isEmpty()) {
      names.add(at);
      names.addAll(ancestors(at));
      at = codebase.type(at).map(TypeEntry::type).map(type -> type.enclosing()).orElse("");
    }
    names.remove(outline.type());
    List<TestOutline> classes = new ArrayList<>(List.of(outline));
    names.forEach(name -> Optional.ofNullable(byType.get(name)).ifPresent(classes::add));
    return classes;
  }
}
