package dev.ssot.rules.codebase.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.ssot.rules.codebase.SuppressionFact;
import dev.ssot.rules.fixture.Project;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which lines a suppression is about, and where it stands. */
class SuppressionReaderTest {

  private final Path folder;

  SuppressionReaderTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private List<SuppressionFact> facts(String text) {
    return Project.in(folder).java(text).codebase().units().get(0).suppressions();
  }

  /** Each fact as {@code line: place from-to text}. */
  private void assertFacts(String text, String... expected) {
    assertEquals(
        List.of(expected),
        facts(text).stream()
            .map(
                fact ->
                    "%s: %s %s-%s %s"
                        .formatted(
                            fact.region().line(),
                            fact.place().text(),
                            fact.covered().from(),
                            fact.covered().to(),
                            fact.text()))
            .toList());
  }

  @Test
  void aCommentBehindCodeIsAboutItsLine() {
    assertFacts(
        """
        package shop;

        import shop.old.A; // ssot:allow one
        class B { // ssot:allow two
          int c = 1; // ssot:allow three
        } // ssot:allow four
        """,
        "3: shop.B 3-3 ssot:allow one",
        "4: shop.B 4-4 ssot:allow two",
        "5: shop.B#c 5-5 ssot:allow three",
        "6: shop.B 6-6 ssot:allow four");
  }

  @Test
  void aCommentAboveADeclarationIsAboutAllOfIt() {
    assertFacts(
        """
        package shop;

        // ssot:allow type
        @Deprecated
        public final class B {
          // ssot:allow field
          int c =
              1;

          // ssot:allow method
          /** Says something. */
          @Override
          public String toString() {
            return "";
          }

          // ssot:allow nested
          enum D {
            // ssot:allow constant
            E,
            F
          }
        }
        """,
        "3: shop.B 4-23 ssot:allow type",
        "6: shop.B#c 7-8 ssot:allow field",
        "10: shop.B#toString 12-15 ssot:allow method",
        "17: shop.B.D 18-22 ssot:allow nested",
        "19: shop.B.D#E 20-20 ssot:allow constant");
  }

  @Test
  void aCommentWithinTheHeadIsAboutTheDeclaration() {
    assertFacts(
        """
        package shop;

        @Deprecated
        // ssot:allow between
        public
        // ssot:allow before the name
        class B {}
        """,
        "4: shop.B 3-7 ssot:allow between",
        "6: shop.B 3-7 ssot:allow before the name");
  }

  @Test
  void aCommentAboveOtherCodeIsAboutOneLine() {
    assertFacts(
        """
        // ssot:allow package
        package shop;

        // ssot:allow import
        import shop.old.A;
        import shop.old.C;

        class B {
          void run() {
            // ssot:allow statement
            A.of()
                // ssot:allow call
                .run();
          }
        }
        """,
        "1: shop.B 2-2 ssot:allow package",
        "4: shop.B 5-5 ssot:allow import",
        "10: shop.B#run 11-11 ssot:allow statement",
        "12: shop.B#run 13-13 ssot:allow call");
  }

  @Test
  void anEmptyLineEndsItsReach() {
    assertFacts(
        """
        package shop;

        // ssot:allow far

        class B {
          // ssot:allow nothing below
        }
        // ssot:allow end of file
        """,
        "3: shop.B 1-0 ssot:allow far",
        "6: shop.B 7-7 ssot:allow nothing below",
        "8: shop.B 1-0 ssot:allow end of file");
  }

  @Test
  void severalStandAboveEachOtherAndGoOnInTheirColumn() {
    assertFacts(
        """
        package shop;

        // ssot:allow one until=2027-01-31
        // owner=shop-team -- it is
        // moving
        // ssot:allow two -- soon
        class B {
          int c; // ssot:allow three -- it is
                 // long
                 // and longer
          // and this is no part of it
          int d;
        }
        """,
        "3: shop.B 7-13 ssot:allow one until=2027-01-31 owner=shop-team -- it is moving",
        "6: shop.B 7-13 ssot:allow two -- soon",
        "8: shop.B#c 8-8 ssot:allow three -- it is long and longer");
  }

  @Test
  void anAnnotationWidensTheCommentForItsRule() {
    assertFacts(
        """
        package shop;

        @SuppressWarnings({"unchecked", "ssot:one"}) // ssot:allow one -- moving
        class B {
          // ssot:allow two -- moving
          @java.lang.SuppressWarnings("ssot:two")
          void run() {
          }

          void go() {
            // ssot:allow three -- moving
            @SuppressWarnings("ssot:three")
            Object o =
                new Object();
          }
        }
        """,
        "3: shop.B 3-16 ssot:allow one -- moving",
        "5: shop.B#run 6-8 ssot:allow two -- moving",
        "11: shop.B#go 12-14 ssot:allow three -- moving");
  }

  @Test
  void anAnnotationWithoutItsCommentIsAFactOfItsOwn() {
    assertFacts(
        """
        package shop;

        // ssot:allow one-more -- moving
        @SuppressWarnings("ssot:one")
        class B {
          int a; // ssot:allow two -- moving
          @SuppressWarnings("ssot:two")
          int b;
        }
        """,
        "3: shop.B 4-9 ssot:allow one-more -- moving",
        "4: shop.B 1-0 ssot:one",
        "6: shop.B#a 6-6 ssot:allow two -- moving",
        "7: shop.B#b 1-0 ssot:two");
  }

  @Test
  void onlyLineCommentsThatBeginWithTheMarkAreMeant() {
    assertFacts(
        """
        package shop;

        /**
         * Write {@code // ssot:allow one}.
         *
         * <p>ssot:allow two
         */
        class B {
          // see ssot:allow three
          String s = "// ssot:allow four";
          String t = \"""
              // ssot:allow five
              \""";
          /* ssot:allow six */
          int i;
        }
        """,
        "14: shop.B#i 15-15 ssot:allow six");
    assertEquals(
        SuppressionFact.Form.BLOCK_COMMENT,
        facts("package shop;\n/* ssot:allow six */\nclass B {}\n").get(0).form());
  }

  @Test
  void carriageReturnsChangeNothing() {
    assertFacts(
        "package shop;\r\n\r\n// ssot:allow one --\r\n// moving\r\nclass B {\r\n}\r\n",
        "3: shop.B 5-6 ssot:allow one -- moving");
  }

  @Test
  void serviceFilesHaveThemToo() {
    List<SuppressionFact> facts =
        Project.in(folder)
            .java("package shop; class A {}")
            .file(
                "META-INF/services/shop.Store",
                """
                # ssot:allow one -- moving
                shop.old.A
                shop.old.B # ssot:allow two -- moving
                """)
            .codebase()
            .services()
            .get(0)
            .suppressions();

    assertEquals(
        List.of("shop.Store 2 ssot:allow one -- moving", "shop.Store 3 ssot:allow two -- moving"),
        facts.stream()
            .map(fact -> fact.place().text() + " " + fact.covered().from() + " " + fact.text())
            .toList());
  }
}
