package dev.ssot.reports;

import static dev.ssot.reports.SampleTypes.type;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ssot.rules.model.Comparison;
import dev.ssot.rules.model.Evidence;
import dev.ssot.rules.model.Liveness;
import dev.ssot.rules.model.Location;
import dev.ssot.rules.model.Region;
import dev.ssot.rules.model.SharedTraits;
import dev.ssot.rules.model.TypeRef;
import dev.ssot.rules.model.Usage;
import dev.ssot.rules.model.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RoleSceneTest {

  private static final TypeRef READER = type("shop.use.Reader", 1);
  private static final TypeRef WRITER = type("shop.use.Writer", 1);

  /** A rival that one type uses, of a canonical that another one does. */
  private static Comparison comparison(TypeRef canonical, TypeRef rival, Liveness liveness) {
    return new Comparison(
        canonical,
        rival,
        Verdict.COPY,
        90,
        new SharedTraits(List.of(), List.of(), List.of(), List.of(), List.of()),
        new Usage(List.of(READER), List.of(WRITER), List.of(), Liveness.PRODUCTION, liveness));
  }

  private static RoleScene proposed(int types, Comparison... comparisons) {
    return RoleScene.proposed(
        new Evidence.Fragments(
            List.of(), types, comparisons[0].canonical(), "it is used", List.of(comparisons)));
  }

  private static TypeRef in(String folder, String name) {
    return new TypeRef(name, new Location(folder + "/A.java", new Region(1, 1, 1, 2)));
  }

  @Test
  void aGroupHasItsProposedCanonicalInTheMiddle() {
    TypeRef canonical = type("a.Codec", 1);
    RoleScene scene =
        proposed(
            3,
            comparison(canonical, type("b.Coder", 1), Liveness.PRODUCTION),
            comparison(type("b.Coder", 1), type("c.Codec", 1), Liveness.NOTHING));
    assertEquals("a.Codec", scene.middle());
    assertEquals("proposed canonical", scene.standing());
    assertTrue(scene.isProposed());
    assertEquals(List.of(READER), scene.callers());
    assertEquals(
        List.of(
            new RoleScene.Neighbour(
                RoleScene.Kind.LIVE, "b.Coder", "live copy, 90 %", List.of(WRITER)),
            new RoleScene.Neighbour(RoleScene.Kind.IDLE, "c.Codec", "copy, 90 %", List.of(WRITER))),
        scene.neighbours());
    assertEquals(2, scene.rivals());
    assertEquals(0, scene.shims());
  }

  @Test
  void aNameIsAsLongAsItTakesToTellItFromTheOthers() {
    RoleScene scene =
        proposed(
            4,
            comparison(type("x.one.Codec", 1), type("x.two.Codec", 1), Liveness.NOTHING),
            comparison(type("x.one.Codec", 1), type("y.two.Codec", 1), Liveness.NOTHING),
            comparison(type("x.one.Codec", 1), type("x.two.Coder", 1), Liveness.NOTHING));
    assertEquals(
        List.of("one.Codec", "x.two.Codec", "y.two.Codec", "Coder"),
        List.of(
            scene.label("x.one.Codec"),
            scene.label("x.two.Codec"),
            scene.label("y.two.Codec"),
            scene.label("x.two.Coder")));
  }

  @Test
  void ofCopiedPackagesThePackagesAreShown() {
    RoleScene scene =
        proposed(
            4,
            comparison(type("a.json.Reader", 1), type("b.json.Reader", 1), Liveness.PRODUCTION),
            comparison(type("a.json.Writer", 1), type("b.json.Writer", 1), Liveness.NOTHING));
    assertEquals("a.json", scene.middle());
    assertEquals(
        List.of(
            new RoleScene.Neighbour(
                RoleScene.Kind.LIVE, "b.json", "live copy of 2 types", List.of(WRITER))),
        scene.neighbours());
  }

  @Test
  void ofOneNameInTwoSourceTreesTheFoldersAreShown() {
    RoleScene scene =
        proposed(
            2, comparison(in("old/src/a", "a.Codec"), in("new/src/a", "a.Codec"), Liveness.TESTS));
    assertEquals("old/src/a", scene.middle());
    assertEquals("new/src/a", scene.neighbours().get(0).name());
    assertEquals("copy of 1 type", scene.neighbours().get(0).words());
  }
}
