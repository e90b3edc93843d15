package dev.ssot.rules.change;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.ssot.rules.catalog.Catalog;
import dev.ssot.rules.fixture.TestPolicy;
import dev.ssot.rules.model.Baseline;
import dev.ssot.rules.model.BaselineEntry;
import dev.ssot.rules.model.Fingerprint;
import dev.ssot.rules.model.Location;
import dev.ssot.rules.model.Permission;
import dev.ssot.rules.model.Region;
import dev.ssot.rules.model.Severity;
import dev.ssot.rules.model.ShimTerms;
import dev.ssot.rules.model.ShimUse;
import dev.ssot.rules.model.TypeRef;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GrowthTest {

  private static List<Permission> of(TestPolicy policy, ShimUse... shims) {
    return Permissions.of(
        policy.policy(),
        Baseline.none(),
        policy.policy().accepted().suppressions(),
        List.of(shims),
        Catalog.descriptions());
  }

  private static List<String> growth(List<Permission> before, List<Permission> after) {
    return Growth.between(before, after).stream()
        .map(
            one ->
                "%s %s %s [%s] [%s]"
                    .formatted(
                        one.permission().kind().label(),
                        one.kind().label(),
                        one.permission().what(),
                        one.before(),
                        one.permission().extent().text()))
        .toList();
  }

  private static List<String> growth(TestPolicy before, TestPolicy after) {
    return growth(of(before), of(after));
  }

  private static TestPolicy role() {
    return TestPolicy.empty().role("router", "shop.Router");
  }

  @Test
  void nothingGrowsWhereNothingChanges() {
    TestPolicy policy =
        role()
            .forbid("shop.old.**")
            .except("shop.a.*")
            .excludes("gen")
            .roots("src")
            .suppress("bypass", "shop.A", "2027-01-31");
    assertEquals(List.of(), growth(policy, policy));
  }

  @Test
  void whatIsAddedGrowsAndItsLossDoesNot() {
    TestPolicy more =
        TestPolicy.empty()
            .role("router", "shop.Router")
            .unrelated("shop.Rooter")
            .excludes("gen")
            .testRoots("checks")
            .generatedRoots("made")
            .suppress("bypass", "shop.A", "2027-01-31");
    assertEquals(
        List.of(
            "suppression added `bypass` at `shop.A` [] [until 2027-01-31]",
            "exclude added `gen` [] []",
            "test-root added `checks` [] []",
            "generated-root added `made` [] []",
            "unrelated added `shop.Rooter` of the role `router` [] []"),
        growth(role(), more));
    assertEquals(List.of(), growth(more, role()));
  }

  @Test
  void aLaterEndDateIsWiderAndAnEarlierOneIsNot() {
    TestPolicy soon = TestPolicy.empty().suppress("bypass", "shop.A", "2027-01-31");
    TestPolicy late = TestPolicy.empty().suppress("bypass", "shop.A", "2028-01-31");
    assertEquals(
        List.of("suppression widened `bypass` at `shop.A` [until 2027-01-31] [until 2028-01-31]"),
        growth(soon, late));
    assertEquals(List.of(), growth(late, soon));
  }

  @Test
  void lowerGatesAndSeveritiesAreWider() {
    TestPolicy strict =
        role().threshold(40).gate(Severity.NOTE, 100).severity("unused-shim", Severity.ERROR);
    TestPolicy lax =
        role().threshold(70).gate(Severity.ERROR, 80).severity("unused-shim", Severity.NOTE);
    assertEquals(
        List.of(
            "severity widened `unused-shim` [error] [note]",
            "threshold widened rivals of the role `router` [from 40 %] [from 70 %]",
            "fail-on widened `gate.fail-on` [note] [error]",
            "minimum-score widened `gate.minimum-score` [100 %] [80 %]"),
        growth(strict, lax));
    assertEquals(List.of(), growth(lax, strict));
  }

  @Test
  void aLostRestrictionIsLiftedAndANewOneIsNoPermission() {
    TestPolicy more = role().forbid("shop.old.**").reserve("java.net.Socket", "send*");
    assertEquals(
        List.of(
            "role lifted `router` [] []",
            "forbidden-path lifted `shop.old.**` of the role `router` [error] [error]",
            "reserved-call lifted `java.net.Socket#send*()` of the role `router` [] []"),
        growth(more, TestPolicy.empty()));
    assertEquals(List.of(), growth(TestPolicy.empty(), more));
  }

  @Test
  void anExceptionIsAPermission() {
    assertEquals(
        List.of("exception added `shop.a.*` may use `shop.old.**` [] []"),
        growth(
            TestPolicy.forbidding("shop.old.**"),
            TestPolicy.forbidding("shop.old.**").except("shop.a.*")));
  }

  @Test
  void rootsThatLeaveTheRestOutArePermissionsAndSoIsALostOne() {
    TestPolicy all = TestPolicy.empty();
    TestPolicy two = TestPolicy.empty().roots("a", "b");
    assertEquals(
        List.of("source-roots added no folder but those of `sources.roots` is read [] []"),
        growth(all, two));
    assertEquals(
        List.of("source-root lifted `b` [] []"), growth(two, TestPolicy.empty().roots("a")));
    assertEquals(List.of(), growth(two, all));
  }

  @Test
  void entriesOfABaselineAreAMultiset() {
    assertEquals(2, growth(entries("a"), entries("a", "a", "b")).size());
    assertEquals(List.of(), growth(entries("a", "a", "b"), entries("b", "a")));
  }

  /** The fingerprint decides what an entry accepts, so the words alone may not hide a new one. */
  @Test
  void anEntryWithTheWordsOfAnotherIsNew() {
    List<Permission> forged = new ArrayList<>(entries("a"));
    assertEquals(1, growth(forged, entries("b")).size());
  }

  private static List<Permission> entries(String... digits) {
    List<Baseline.Line> lines = new ArrayList<>();
    for (String digit : digits) {
      Fingerprint fingerprint = new Fingerprint("v1:" + digit.repeat(32));
      lines.add(
          new Baseline.Line(
              lines.size() + 1, new BaselineEntry("bypass", "shop.A", "", fingerprint, "A.java")));
    }
    return Permissions.of(
        TestPolicy.empty().policy(),
        new Baseline("known.jsonl", lines),
        List.of(),
        List.of(),
        Catalog.descriptions());
  }

  @Test
  void aShimIsPermittedUntilItsLastDay() {
    assertEquals(
        List.of("shim added `shop.Old` [] [until 2027-06-30]"),
        growth(of(role()), of(role(), shim("2027-06-30"))));
    assertEquals(
        List.of("shim widened `shop.Old` [until 2027-06-30] [until 2027-12-31]"),
        growth(of(role(), shim("2027-06-30")), of(role(), shim("2027-12-31"))));
    assertEquals(List.of(), growth(of(role()), of(role(), shim(""))));
  }

  private static ShimUse shim(String until) {
    Location place = new Location("shop/Old.java", new Region(3, 1, 3, 2));
    return new ShimUse(
        new TypeRef("shop.Old", place), "shop.Router", new ShimTerms("chat", until), List.of());
  }
}
