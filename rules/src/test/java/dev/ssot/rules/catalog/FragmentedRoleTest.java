package dev.ssot.rules.catalog;

import static dev.ssot.rules.fixture.Limiter.limiter;
import static dev.ssot.rules.fixture.Limiter.marked;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ssot.rules.fixture.Neighbourhood;
import dev.ssot.rules.fixture.Project;
import dev.ssot.rules.fixture.TestPolicy;
import dev.ssot.rules.model.Comparison;
import dev.ssot.rules.model.Evidence.Fragments;
import dev.ssot.rules.model.Finding;
import dev.ssot.rules.model.ScanResult;
import dev.ssot.rules.model.Verdict;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FragmentedRoleTest {

  private final Path folder;

  FragmentedRoleTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private Project project() {
    return Neighbourhood.around(Project.in(folder)).rules("fragmented-role");
  }

  private static Fragments group(ScanResult result) {
    assertEquals(1, result.findings().size(), result.findings()::toString);
    return (Fragments) result.findings().get(0).evidence();
  }

  @Test
  void findsCopiesOfOneName() {
    Fragments group =
        group(
            project()
                .java(limiter("app.api", "CallLimiter"))
                .java(marked(limiter("app.jobs", "CallLimiter")))
                .assertMarkedFindings());

    assertEquals("app.api.CallLimiter", group.canonical().name());
    assertEquals(Verdict.COPY, group.comparisons().get(0).verdict());
    assertEquals(List.of("call", "limiter"), group.words());
  }

  @Test
  void findsACloneUnderAnotherName() {
    Fragments group =
        group(
            project()
                .java(limiter("app.api", "CallLimiter"))
                .java(marked(limiter("app.jobs", "Throttle")))
                .assertMarkedFindings());

    assertEquals(Verdict.COPY, group.comparisons().get(0).verdict());
    assertEquals(List.of(), group.words());
  }

  @Test
  void findsACloneWithOtherNamesForAllThatIsPrivate() {
    Fragments group =
        group(
            project()
                .java(limiter("app.api", "CallLimiter"))
                .java(
                    marked(
                        limiter("app.jobs", "CallLimiter")
                            .replace("admittedByCaller", "entriesByCaller")
                            .replace("Deque<Long> admitted", "Deque<Long> times")
                            .replaceAll("\\badmitted([.,)]| :)", "times$1")
                            .replace("windowMillis", "span")))
                .assertMarkedFindings());

    assertEquals(Verdict.RENAMED_COPY, group.comparisons().get(0).verdict());
  }

  @Test
  void findsTwoDeclarationsOfOneQualifiedName() {
    Fragments group =
        group(
            project()
                .file("server/src/main/java/app/CallLimiter.java", limiter("app", "CallLimiter"))
                .file(
                    "tools/src/main/java/app/CallLimiter.java",
                    marked(limiter("app", "CallLimiter")))
                .assertMarkedFindings());

    assertEquals("app.CallLimiter", group.canonical().name());
    assertEquals("app.CallLimiter", group.comparisons().get(0).rival().name());
  }

  @Test
  void leavesTwoDeclarationsOfOneQualifiedNameAloneThatShareNoCode() {
    project()
        .file("server/src/main/java/app/CallLimiter.java", limiter("app", "CallLimiter"))
        .file(
            "tools/src/main/java/app/CallLimiter.java",
            """
            package app;

            public final class CallLimiter {
              private double tokens;
              private final double perSecond;
              private long last;

              public CallLimiter(double perSecond) {
                this.perSecond = perSecond;
              }

              public synchronized boolean take(double amount) {
                long now = System.nanoTime();
                tokens = Math.min(perSecond, tokens + perSecond * (now - last) / 1e9);
                last = now;
                if (tokens < amount) {
                  return false;
                }
                tokens -= amount;
                return true;
              }

              public double fill(int percent) {
                if (percent < 0 || percent > 100) {
                  throw new IllegalArgumentException("no percentage: " + percent);
                }
                tokens = perSecond * percent / 100;
                return tokens;
              }
            }
            """)
        .assertMarkedFindings();
  }

  @Test
  void leavesMirrorsAloneByName() {
    project()
        .java(limiter("app.api", "InboundLimiter"))
        .java(limiter("app.api", "OutboundLimiter"))
        .assertMarkedFindings();
  }

  @Test
  void leavesMirrorsAloneByPackage() {
    project()
        .java(limiter("app.client", "CallLimiter"))
        .java(limiter("app.server", "CallLimiter"))
        .assertMarkedFindings();
  }

  @Test
  void leavesSpecialisationsByTypeOfValueAlone() {
    project()
        .java(limiter("app.api", "IntLimiter"))
        .java(limiter("app.api", "LongLimiter"))
        .assertMarkedFindings();
  }

  @Test
  void leavesVersionsAlone() {
    project()
        .java(limiter("app.v1", "CallLimiter"))
        .java(limiter("app.v2", "CallLimiter"))
        .rules("fragmented-role")
        .policy(TestPolicy.empty())
        .assertMarkedFindings();
  }

  @Test
  void leavesVersionsInTheNameAlone() {
    project()
        .java(limiter("app.old", "Quota1"))
        .java(limiter("app.old", "Quota2"))
        .rules("fragmented-role")
        .policy(TestPolicy.empty())
        .assertMarkedFindings();
  }

  @Test
  void leavesASubTypeAlone() {
    project()
        .java(limiter("app.api", "CallLimiter").replace("public final", "public"))
        .java(limiter("app.jobs", "CallLimiter", "extends app.api.CallLimiter "))
        .assertMarkedFindings();
  }

  @Test
  void leavesSiblingsAloneThatShareOnlyWhatTheInterfaceForces() {
    String report =
        """
        package app.report;

        public interface Report {
          String titleOf(String[] lines);

          String[] cellsOf(String line);

          int widthOf(String[] cells);
        }
        """;
    String text =
        """
        package app.report;

        public final class TextReport implements Report {
          @Override
          public String titleOf(String[] lines) {
            StringBuilder title = new StringBuilder();
            for (String line : lines) {
              if (line.isBlank()) {
                break;
              }
              title.append(line.strip()).append(' ');
            }
            return title.toString();
          }

          @Override
          public String[] cellsOf(String line) {
            String[] cells = line.split("\\\\|", -1);
            for (int i = 0; i < cells.length; i++) {
              cells[i] = cells[i].strip();
            }
            return cells;
          }

          @Override
          public int widthOf(String[] cells) {
            int width = 0;
            for (String cell : cells) {
              width += cell.length() + 3;
            }
            return width;
          }
        }
        """;
    String web =
        """
        package app.report;

        public final class WebReport implements Report {
          private static final int PIXELS = 8;

          @Override
          public String titleOf(String[] lines) {
            return lines.length == 0 ? "untitled" : "<h1>" + lines[0].replace("<", "&lt;") + "</h1>";
          }

          @Override
          public String[] cellsOf(String line) {
            return java.util.stream.Stream.of(line.split(";"))
                .filter(cell -> !cell.isEmpty())
                .map(cell -> "<td>" + cell + "</td>")
                .toArray(String[]::new);
          }

          @Override
          public int widthOf(String[] cells) {
            return java.util.Arrays.stream(cells).mapToInt(String::length).max().orElse(0) * PIXELS
                + 2 * cells.length;
          }
        }
        """;
    project().java(report).java(text).java(web).assertMarkedFindings();
  }

  @Test
  void leavesFamiliesOfDataCarriersAlone() {
    String carrier =
        """
        package app.form;

        public final class %s {
          private String street;
          private String city;
          private int number;
          private String note;

          public String getStreet() {
            return street;
          }

          public void setStreet(String street) {
            this.street = street;
          }

          public String getCity() {
            return city;
          }

          public void setCity(String city) {
            this.city = city;
          }

          public int getNumber() {
            return number;
          }

          public void setNumber(int number) {
            this.number = number;
          }

          public String getNote() {
            return note;
          }

          public void setNote(String note) {
            this.note = note;
          }

          @Override
          public boolean equals(Object other) {
            return other instanceof %1$s that
                && street.equals(that.street)
                && city.equals(that.city)
                && number == that.number
                && note.equals(that.note);
          }

          @Override
          public int hashCode() {
            return java.util.Objects.hash(street, city, number, note);
          }
        }
        """;
    project()
        .java(carrier.formatted("Delivery"))
        .java(carrier.formatted("Invoice"))
        .java(carrier.formatted("Delivery").replace("app.form", "app.mail"))
        .assertMarkedFindings();
  }

  @Test
  void leavesNestedHelpersAlone() {
    String holder = "package app.%s;\n\nclass %s {\n%s}\n";
    String helper =
        limiter("x", "CallLimiter")
            .replaceAll("(?m)^(package|import) .*\n", "")
            .replace("public final class", "static final class");
    project()
        .java(holder.formatted("api", "Api", helper))
        .java(holder.formatted("jobs", "Jobs", helper))
        .assertMarkedFindings();
  }

  @Test
  void leavesTestAndGeneratedCodeAlone() {
    project()
        .java(limiter("app.api", "CallLimiter"))
        .test(limiter("app.jobs", "CallLimiter"))
        .file("src/generated/java/app/gen/CallLimiter.java", limiter("app.gen", "CallLimiter"))
        .assertMarkedFindings();
  }

  @Test
  void leavesAShimAlone() {
    project()
        .java(limiter("app.api", "CallLimiter"))
        .java(
            """
            package app.jobs;

            public final class CallLimiter {
              private final app.api.CallLimiter limiter;

              public CallLimiter(app.api.CallLimiter limiter) {
                this.limiter = limiter;
              }

              public boolean admitCaller(String caller, long now) {
                return limiter.admitCaller(caller, now);
              }

              public long millisUntilAdmitted(String caller, long now) {
                return limiter.millisUntilAdmitted(caller, now);
              }

              public int forgetIdleCallers(long now) {
                return limiter.forgetIdleCallers(now);
              }

              private static void forgetBefore(java.util.Deque<Long> admitted, long start) {
                throw new UnsupportedOperationException("the limiter forgets by itself");
              }
            }
            """)
        .assertMarkedFindings();
  }

  @Test
  void leavesWhatADeclaredRoleAccountsForAlone() {
    project()
        .java(limiter("app.api", "CallLimiter"))
        .java(limiter("app.jobs", "CallLimiter"))
        .policy(TestPolicy.empty().role("limiting", "app.api.CallLimiter"))
        .assertMarkedFindings();
  }

  @Test
  void oneGroupIsOneFinding() {
    Fragments group =
        group(
            project()
                .java(limiter("app.api", "CallLimiter"))
                .java(limiter("app.jobs", "CallLimiter"))
                .java(limiter("app.mail", "CallLimiter"))
                .scan());

    assertEquals(2, group.comparisons().size());
  }

  @Test
  void proposesTheMostUsedTypeAndSaysWhy() {
    Finding finding =
        project()
            .java(marked(limiter("app.api", "CallLimiter")))
            .java(limiter("app.jobs", "CallLimiter"))
            .java("package app.one; import app.jobs.CallLimiter; class One {}")
            .java("package app.two; import app.jobs.CallLimiter; class Two {}")
            .java("package app.three; import app.api.CallLimiter; class Three {}")
            .assertMarkedFindings()
            .findings()
            .get(0);

    Fragments group = (Fragments) finding.evidence();
    assertEquals("app.jobs.CallLimiter", group.canonical().name());
    assertEquals("2 types use it, the next 1", group.reason());
    assertEquals(
        "keep `app.jobs.CallLimiter` (2 types use it, the next 1), or declare the role in"
            + " `ssot.yaml` with another canonical",
        finding.statement().help());
    assertEquals("app.jobs.CallLimiter", finding.statement().related().get(0).name());
  }

  @Test
  void proposesTheOnlyPublicType() {
    Fragments group =
        group(
            project()
                .java(limiter("app.api", "CallLimiter").replace("public final class", "class"))
                .java(limiter("app.jobs", "CallLimiter"))
                .scan());

    assertEquals("app.jobs.CallLimiter", group.canonical().name());
    assertEquals("it alone is public", group.reason());
  }

  @Test
  void proposesTheRicherType() {
    String richer =
        limiter("app.jobs", "CallLimiter")
            .replaceFirst(
                "}\\s*$", "  public int callers() { return admittedByCaller.size(); }\n}\n");
    Fragments group = group(project().java(limiter("app.api", "CallLimiter")).java(richer).scan());

    assertEquals("app.jobs.CallLimiter", group.canonical().name());
    assertEquals("it has the most members, 6", group.reason());
  }

  @Test
  void saysThatNothingTellsEqualTypesApart() {
    Fragments group =
        group(
            project()
                .java(limiter("app.api", "CallLimiter"))
                .java(limiter("app.jobs", "CallLimiter"))
                .scan());

    assertEquals("nothing tells them apart by use; it comes first by path", group.reason());
  }

  @Test
  void identityIsThatOfTheGroupAndNotOfItsPlace() {
    Project project =
        project().java(limiter("app.api", "CallLimiter")).java(limiter("app.jobs", "CallLimiter"));
    Finding before = project.scan().findings().get(0);
    Finding moved =
        project
            .java("// One line more.\n" + limiter("app.jobs", "CallLimiter"))
            .scan()
            .findings()
            .get(0);
    Finding grown = project.java(limiter("app.mail", "CallLimiter")).scan().findings().get(0);

    assertEquals(before.fingerprint(), moved.fingerprint());
    assertFalse(before.fingerprint().equals(grown.fingerprint()), "a larger group is another one");
  }

  @Test
  void comparesEachRivalWithTheProposedCanonical() {
    Fragments group =
        group(
            project()
                .java(limiter("app.api", "CallLimiter"))
                .java(limiter("app.jobs", "CallLimiter"))
                .scan());

    Comparison comparison = group.comparisons().get(0);
    assertEquals(group.canonical(), comparison.canonical());
    assertTrue(comparison.confidence() >= 80, comparison.confidence() + " %");
    assertEquals(4, comparison.shared().members().size());
    assertTrue(
        comparison.shared().members().stream().allMatch(match -> match.similarity() == 100),
        comparison.shared().members()::toString);
  }
}
