package dev.ssot.rules.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ssot.rules.fixture.Project;
import dev.ssot.rules.fixture.TestPolicy;
import dev.ssot.rules.model.Evidence;
import dev.ssot.rules.model.Finding;
import dev.ssot.rules.model.RuleCoverage;
import dev.ssot.rules.model.ScanResult;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BypassTest {

  private final Project project;

  BypassTest(@TempDir Path folder) {
    this.project =
        Project.in(folder)
            .rules("bypass")
            .java(
                """
                package shop;
                public interface Line {
                  void send(Object what);
                  void close();
                }
                """)
            .java("package shop; public class Frame {}")
            .java("package shop; public class TextFrame extends Frame {}")
            .java(
                """
                package shop;
                public class Router {
                  void route(Line line, String text) {
                    Runnable later = () -> line.send(text);
                    later.run();
                  }
                  static class Half {
                    void route(Line line) { line.send(""); }
                  }
                }
                """);
  }

  private static TestPolicy role() {
    return TestPolicy.empty().role("router", "shop.Router");
  }

  private static TestPolicy reserved() {
    return role().reserve("shop.Line", "se*");
  }

  private static RuleCoverage coverage(ScanResult result) {
    return result.coverage().rules().get(0);
  }

  /** A scan of sources must never look as if it had held the calls against the policy. */
  @Test
  void saysThatItDidNotRunWhereThereAreNoClassFiles() {
    RuleCoverage coverage = coverage(project.policy(reserved()).scan());

    assertFalse(coverage.ran());
    assertEquals(
        "it needs class files, and there are none beside the sources: compile them, or name"
            + " folders and archives with --classes",
        coverage.notRun());
  }

  @Test
  void saysThatThereIsNothingToRunForWhereNoCallsAreReserved() {
    assertEquals(
        "the policy reserves no calls for a canonical",
        coverage(project.policy(role()).compiled().scan()).notRun());
  }

  @Test
  void findsCallsOnTheTypeOnSubtypesAndThroughReferences() {
    project
        .policy(reserved())
        .java("package shop; public abstract class Wire implements Line {}")
        .java(
            """
            package shop;

            import java.util.function.Consumer;

            class Sneak {
              void direct(Line line) {
                line.send("a"); // finds: bypass
                line.close();
              }
              void onSubtype(Wire wire) {
                wire.send("a"); // finds: bypass
              }
              Consumer<Object> reference(Line line) {
                return line::send; // finds: bypass
              }
              Runnable inLambda(Line line) {
                return () -> line.send("a"); // finds: bypass
              }
              Runnable inAnonymous(Line line) {
                return new Runnable() {
                  @Override public void run() {
                    line.send("a"); // finds: bypass
                  }
                };
              }
            }
            """)
        .compiled()
        .assertMarkedFindings();
  }

  @Test
  void leavesTheCanonicalItsHeirsTheExceptedAndTheTransportAlone() {
    ScanResult result =
        project
            .policy(reserved().mayCall("shop.net.*"))
            .java(
                """
                package shop.net;
                public class Pump { void pump(shop.Line line) { line.send("a"); } }
                """)
            .java(
                """
                package shop;
                class FastRouter extends Router { void fast(Line line) { line.send("a"); } }
                """)
            .java(
                """
                package shop;
                class Logged implements Line {
                  private final Line line;
                  Logged(Line line) { this.line = line; }
                  @Override public void send(Object what) { line.send(what); }
                  @Override public void close() { line.close(); }
                  class Beat { void beat() { line.send("beat"); } }
                }
                """)
            .test("package shop; class RouterTest { void t(Line line) { line.send(1); } }")
            .compiled()
            .assertMarkedFindings();

    assertTrue(coverage(result).ran());
    assertTrue(coverage(result).subjects() > 4, coverage(result).toString());
  }

  /** A canonical may itself be of the type whose calls are its alone. */
  @Test
  void leavesCallsAloneThatGoThroughACanonicalOfTheReservedType() {
    project
        .policy(TestPolicy.empty().role("wire", "shop.Wire").reserve("shop.Line", "se*"))
        .java(
            """
            package shop;
            public class Wire implements Line {
              private final Line next;
              public Wire(Line next) { this.next = next; }
              @Override public void send(Object what) { next.send(what); }
              @Override public void close() { next.close(); }
            }
            """)
        .java("package shop; public class LongWire extends Wire { LongWire(Line l) { super(l); } }")
        .java(
            """
            package shop;
            class User {
              private final Wire wire;
              User(Wire wire) { this.wire = wire; }
              void through() { wire.send("a"); }
              void throughAnHeir(LongWire wire) { wire.send("a"); }
              void throughTheContract(Line next) {
                Line line = new Wire(next);
                line.send("a");
              }
              void around(Line line) {
                line.send("a"); // finds: bypass
              }
              void perhaps(Line line, boolean safe) {
                Line some = safe ? new Wire(line) : line;
                some.send("a"); // finds: bypass
              }
            }
            """)
        .without("src/main/java/shop/Router.java")
        .compiled()
        .assertMarkedFindings();
  }

  @Test
  void takesARivalOfTheReservedTypeForNoTransport() {
    String wire =
        """
        package shop;
        public class Wire implements Line {
          private final Line next;
          private final java.util.List<Object> unsent = new java.util.ArrayList<>();
          public Wire(Line next) { this.next = next; }
          @Override public void send(Object what) {
            for (Object old : unsent) {
              next.send(old);
            }
            unsent.clear();
            try {
              next.send(what);
            } catch (IllegalStateException e) {
              unsent.add(what);
              closeBroken("broken while sending " + what);
            }
          }
          @Override public void close() { next.close(); }
          public int countUnsent() { return unsent.size(); }
          private void closeBroken(String cause) {
            if (unsent.size() > 100) {
              throw new IllegalStateException(cause);
            }
          }
        }
        """;
    String rival =
        wire.replace("Wire", "Cable")
            .replace("next.send(old);", "next.send(old); // finds: bypass")
            .replace("package shop", "package shop.other")
            .replace("Line", "shop.Line");
    project
        .policy(TestPolicy.empty().role("wire", "shop.Wire").reserve("shop.Line", "se*"))
        .java(wire)
        .java(rival)
        .without("src/main/java/shop/Router.java")
        .compiled()
        .assertMarkedFindings();
  }

  @Test
  void looksAtWhatACallIsGivenWhereThePolicyNamesIt() {
    project
        .policy(role().reserveGiven("shop.Line", "send", "shop.Frame"))
        .java(
            """
            package shop;
            class Sneak {
              void given(Line line, boolean text) {
                Object frame = text ? new TextFrame() : "none";
                line.send(frame); // finds: bypass
              }
              void cast(Line line, Object any) {
                line.send((Frame) any); // finds: bypass
              }
              void made(Line line) {
                line.send(make()); // finds: bypass
              }
              static Frame make() { return new Frame(); }
              void other(Line line, Object any) {
                line.send("text");
                line.send(any);
                line.send(null);
              }
            }
            """)
        .compiled()
        .assertMarkedFindings();
  }

  @Test
  void isOneFindingForTheCallsOfOneMethodAndNamesEachOfThem() {
    ScanResult result =
        project
            .policy(reserved())
            .java(
                """
                package shop;
                class Sneak {
                  void twice(Line line) {
                    line.send("a"); // finds: bypass
                    line.send("b");
                  }
                }
                """)
            .compiled()
            .assertMarkedFindings();

    Finding finding = result.findings().get(0);
    Evidence.Bytecode evidence = (Evidence.Bytecode) finding.evidence();
    assertEquals("shop.Line#send", evidence.about());
    assertEquals("shop.Sneak#twice", finding.subject().text());
    assertEquals(4, evidence.sightings().get(0).location().region().line());
    assertEquals(10, evidence.sightings().get(0).location().region().column());
    assertEquals(5, evidence.sightings().get(1).location().region().line());
    assertEquals("target/classes/shop/Sneak.class", evidence.sightings().get(0).classFile());
  }

  @Test
  void isSuppressedInTheSource() {
    ScanResult result =
        project
            .policy(reserved())
            .today("2026-01-01")
            .java(
                """
                package shop;
                class Sneak {
                  void send(Line line) {
                    // ssot:allow bypass until=2027-01-01 -- it goes with the old line
                    line.send("a");
                  }
                }
                """)
            .compiled()
            .assertMarkedFindings();

    assertEquals(1, result.findings().size());
  }

  @Test
  void showsTheClassFileWhereNoSourceIsKnown() {
    ScanResult result =
        project
            .policy(reserved())
            .file(
                "lib-src/lib/Sneak.java",
                "package lib; public class Sneak {\n void f(shop.Line line) {\n line.send(1); } }")
            .file(
                "lib-src/shop/Line.java",
                "package shop; public interface Line { void send(Object o); }")
            .compiledThere("lib-src")
            .without("lib-src/lib/Sneak.java")
            .without("lib-src/shop/Line.java")
            .classes("lib-src")
            .scan();

    assertEquals(
        List.of("lib-src/lib/Sneak.class:3"),
        result.findings().stream().map(one -> one.location().pathAndLine()).toList());
  }
}
