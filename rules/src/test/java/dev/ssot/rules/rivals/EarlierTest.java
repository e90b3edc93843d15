package dev.ssot.rules.rivals;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ssot.rules.codebase.Codebase;
import dev.ssot.rules.codebase.Codebase.TypeEntry;
import dev.ssot.rules.codebase.Hierarchy;
import dev.ssot.rules.codebase.Mentions;
import dev.ssot.rules.codebase.SourceUnit;
import dev.ssot.rules.fixture.Project;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What two types shared holds until a super-type of theirs changes. */
class EarlierTest {

  private static final String SENDER = "package a; interface Sender { int send(); }";
  private static final String ROUTER = "package a; class %s implements Sender { int send() {} }";

  private final Codebase before;
  private final Path folder;

  EarlierTest(@TempDir Path folder) {
    this.folder = folder;
    this.before = codebase("before", SENDER, "package a; class Other {}");
  }

  private Codebase codebase(String name, String sender, String other) {
    return Project.in(folder.resolve(name))
        .java(sender)
        .java(other)
        .java(ROUTER.formatted("One"))
        .java(ROUTER.formatted("Two"))
        .codebase();
  }

  /** The state before with one file of another state. */
  private Codebase with(Codebase other, String type) {
    List<SourceUnit> units = new ArrayList<>(before.units());
    units.replaceAll(
        unit ->
            unit.firstType().equals(type)
                ? other.type(type).map(TypeEntry::unit).orElseThrow()
                : unit);
    return new Codebase(units, List.of());
  }

  /** Whether it is still known what the two routers shared. */
  private boolean isKnown(Codebase now) {
    ProfileIndex index = new ProfileIndex(before);
    Hierarchy hierarchy = new Hierarchy(before);
    Profile one = index.of(before.type("a.One").orElseThrow());
    Profile two = index.of(before.type("a.Two").orElseThrow());
    LikenessMeasure measure = new LikenessMeasure(before, index, hierarchy);
    Shared shared = measure.shared(one, two);
    Likeness likeness = measure.weighed(shared, one, two);
    List<List<Couples.Known>> known = new ArrayList<>();
    int[][] partners = new int[before.types().size()][];
    for (TypeEntry entry : before.types()) {
      boolean first = entry.id() == one.id();
      partners[entry.id()] = first ? new int[] {two.id()} : new int[0];
      known.add(first ? List.of(new Couples.Known(shared, likeness, true)) : List.of());
    }
    Couples couples = new Couples(partners, known, new BitSet());
    Changes changes = new Changes(before, now, new Mentions());
    ProfileIndex next = new ProfileIndex(now, index, changes);
    Earlier earlier = new Earlier(index, next, hierarchy, couples, changes);
    Hierarchy kin = new Hierarchy(now);
    for (Profile profile : next.all()) {
      earlier.prepare(profile, kin.ancestors(profile.entry));
    }
    return earlier
        .of(next.of(now.type("a.One").orElseThrow()), next.of(now.type("a.Two").orElseThrow()))
        .isPresent();
  }

  @Test
  void holdsWhereNothingOfThemHasChanged() {
    Codebase other = codebase("other", SENDER, "package a; class Other { int more() {} }");

    assertTrue(isKnown(with(other, "a.Other")));
  }

  @Test
  void holdsNoLongerWhenASuperTypeHasOtherMembers() {
    Codebase other =
        codebase(
            "other", "package a; interface Sender { int post(); }", "package a; class Other {}");

    assertFalse(isKnown(with(other, "a.Sender")));
  }

  @Test
  void holdsNoLongerWhenASuperTypeInheritsFromAnother() {
    Codebase other =
        codebase(
            "other",
            "package a; interface Sender extends Other { int send(); }",
            "package a; class Other {}");

    assertFalse(isKnown(with(other, "a.Sender")));
  }
}
