package dev.ssot.rules.rivals;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ssot.rules.codebase.Codebase;
import dev.ssot.rules.codebase.Codebase.TypeEntry;
import dev.ssot.rules.codebase.Hierarchy;
import dev.ssot.rules.codebase.Mentions;
import dev.ssot.rules.codebase.SourceUnit;
import dev.ssot.rules.fixture.Project;
import dev.ssot.rules.fixture.TicketOffice;
import dev.ssot.rules.model.Neighbour;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was said of a type holds until its file, a super-type or the way of a name changes. */
class SteadyTest {

  private static final String OFFICE = TicketOffice.copy("fair.tickets", "Office");
  private static final String BOOTH =
      TicketOffice.copy("fair.gate", "Booth").replace("class Booth", "class Booth extends Stand");
  private static final String STAND = "package fair.gate; class Stand extends Place {}";
  private static final String PLACE = "package fair.gate; class Place {}";
  private static final String ALONE = "package fair.gate; class Alone {}";

  private final Path folder;
  private final Map<String, SourceUnit> units = new HashMap<>();

  SteadyTest(@TempDir Path folder) {
    this.folder = folder;
  }

  /** A state of a codebase; a file that several have is one and the same. */
  private Codebase state(String... files) {
    return new Codebase(
        Stream.of(files)
            .map(file -> units.computeIfAbsent(file, this::read))
            .sorted(Comparator.comparing(SourceUnit::path))
            .toList(),
        List.of());
  }

  private SourceUnit read(String file) {
    return Project.in(folder.resolve("" + units.size())).java(file).codebase().units().get(0);
  }

  private static final class Look {

    private final Codebase before;
    private final Codebase now;
    private final Changes changes;
    private final Steady steady;

    Look(Codebase before, Codebase now) {
      this.before = before;
      this.now = now;
      this.changes = new Changes(before, now, new Mentions());
      ProfileIndex index = new ProfileIndex(now, new ProfileIndex(before), changes);
      boolean asMany = before.types().size() == now.types().size();
      this.steady = new Steady(index, new Hierarchy(now), changes, asMany);
    }

    private TypeEntry type(String name) {
      return now.type(name).orElseThrow();
    }

    void assertSame(String name) {
      assertEquals(before.type(name).orElseThrow().id(), steady.idOfSame(type(name)), name);
    }

    void assertOther(String name) {
      assertEquals(-1, steady.idOfSame(type(name)), name);
      assertEquals(-1, steady.idOfAsFrequent(type(name)), name);
    }
  }

  private Look look(String... files) {
    return new Look(state(OFFICE, BOOTH, STAND, PLACE, ALONE), state(files));
  }

  @Test
  void anImportElsewhereChangesNothing() {
    Look look =
        look(OFFICE, BOOTH, STAND, PLACE, ALONE.replace("; class", "; import java.util.*; class"));

    assertFalse(look.changes.keepOutline());
    look.assertSame("fair.gate.Booth");
    look.assertSame("fair.tickets.Office");
    look.assertOther("fair.gate.Alone");
    TypeEntry booth = look.type("fair.gate.Booth");
    assertEquals(booth.id(), look.steady.idOfAsFrequent(booth));
  }

  @Test
  void isKnownByTheIdThatItHad() {
    Look look = look(OFFICE, BOOTH, STAND, PLACE);

    look.assertSame("fair.gate.Booth");
    TypeEntry booth = look.type("fair.gate.Booth");
    assertNotEquals(booth.id(), look.steady.idOfSame(booth));
    assertEquals(-1, look.steady.idOfAsFrequent(booth), "there are fewer types");
  }

  @Test
  void whatItInheritsFromMustStay() {
    look(OFFICE, BOOTH, STAND.replace("extends Place ", ""), PLACE, ALONE)
        .assertOther("fair.gate.Booth");
    look(OFFICE, BOOTH, STAND, PLACE.replace("{}", "{ int size() { return 1; } }"), ALONE)
        .assertOther("fair.gate.Booth");
  }

  @Test
  void aNameMayLeadElsewhereWhenATypeComes() {
    Look look = look(OFFICE, BOOTH, STAND, PLACE, "package fair; class Stand {}");

    look.assertOther("fair.gate.Booth");
    look.assertSame("fair.tickets.Office");
  }

  @Test
  void aPackageThatComesIsNoLongerALibrarys() {
    assertTrue(look(OFFICE, BOOTH, STAND, PLACE).changes.keepPackages());
    assertFalse(
        look(OFFICE, BOOTH, STAND, PLACE, ALONE, "package fair.new_; class Some {}")
            .changes
            .keepPackages());
  }

  /** An import elsewhere goes as well, so that this is not left to states of one outline. */
  @Test
  void aRankingForgetsWhatAParentSaid() {
    String imports = ALONE.replace("; class", "; import java.util.*; class");
    Codebase before =
        state(OFFICE, BOOTH, STAND.replace("Place", "fair.tickets.Office"), PLACE, imports);
    Codebase now = state(OFFICE, BOOTH, STAND, PLACE, ALONE);
    Rivalry last = new Rivalry(before);
    List<Neighbour> were = similar(last, before);

    List<Neighbour> are = similar(last.over(now), now);

    assertEquals(similar(new Rivalry(now), now), are);
    assertNotEquals(were, are);
  }

  private static List<Neighbour> similar(Rivalry rivalry, Codebase codebase) {
    return rivalry.similar(codebase.type("fair.tickets.Office").orElseThrow(), 10);
  }
}
