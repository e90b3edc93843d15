package dev.ssot.rules.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.ssot.rules.fixture.Project;
import dev.ssot.rules.fixture.TestPolicy;
import dev.ssot.rules.model.Evidence;
import dev.ssot.rules.model.Finding;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DuplicatedLiteralTest {

  private static final String FILTER =
      """
      package shop.tenant;

      public final class TenantFilter {
        public static final String HEADER = "X-Shop-Tenant";
        public static final String STARTED = "tenant_" + "started";
        public static final int CLOSED = 4429;
        public static final String SHORT = "name";
        public static final int ROUND = 65536;
        public static final int MINUTES = 3600;
        private static final String HIDDEN = "tenant_hidden";
        static final String NEAR = "tenant_near";

        public static final class Codes {
          public static final String LOST = "tenant_lost";
        }
      }
      """;

  private final Path folder;

  DuplicatedLiteralTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private static TestPolicy role() {
    return TestPolicy.empty().role("tenants", "shop.tenant.TenantFilter");
  }

  private Project project() {
    return Project.in(folder).rules("duplicated-literal").policy(role()).java(FILTER);
  }

  private static Finding only(Project project) {
    List<Finding> findings = project.assertMarkedFindings().findings();
    assertEquals(1, findings.size());
    return findings.get(0);
  }

  @Test
  void findsATextWithAllItsPlaces() {
    Finding finding =
        only(
            project()
                .java(
                    """
                    package shop.client;

                    class Client {
                      String one = "X-Shop-Tenant"; // finds: duplicated-literal (warning)

                      String two() {
                        return "X-Shop-Tenant";
                      }
                    }
                    """));

    assertEquals("shop.client.Client", finding.subject().text());
    assertEquals(
        "this literal writes out `X-Shop-Tenant` (and 1 more place), which `TenantFilter.HEADER`"
            + " of the role `tenants` declares",
        finding.statement().message());
    assertEquals("use `TenantFilter.HEADER`", finding.statement().help());
    Evidence.Restatement evidence = (Evidence.Restatement) finding.evidence();
    assertEquals("X-Shop-Tenant", evidence.constant().value());
    assertEquals(4, evidence.constant().declaration().region().line());
    assertEquals(
        List.of(4, 7), evidence.places().stream().map(place -> place.region().line()).toList());
  }

  @Test
  void findsEvaluatedTextsTellingNumbersAndConstantsOfNestedTypes() {
    project()
        .java(
            """
            package shop.client;

            import shop.tenant.TenantFilter;

            class Client {
              String started = "tenant_started"; // finds: duplicated-literal
              int code = TenantFilter.SHORT.length() + 4_429; // finds: duplicated-literal
              String lost = "tenant_lost"; // finds: duplicated-literal

              @Header("X-Shop-Tenant") // finds: duplicated-literal
              void receive() {}
            }
            """)
        .assertMarkedFindings();
  }

  @Test
  void findsASecondConstantOfTheSameValue() {
    Finding finding =
        only(
            project()
                .java(
                    """
                    package shop.admin;

                    interface Names {
                      String TENANT_HEADER = "X-Shop-Tenant"; // finds: duplicated-literal
                    }
                    """));

    assertEquals(
        "the constant `TENANT_HEADER` declares `X-Shop-Tenant` again, which `TenantFilter.HEADER`"
            + " of the role `tenants` declares",
        finding.statement().message());
    assertEquals(
        "delete the second constant and use `TenantFilter.HEADER`", finding.statement().help());
  }

  @Test
  void findsConstantsOfTypesThatThePolicyNames() {
    Project.in(folder)
        .rules("duplicated-literal")
        .policy(role().constants("shop.tenant.Names").messages("shop.tenant.Events"))
        .java("package shop.tenant; public final class TenantFilter {}")
        .java(
            "package shop.tenant; public final class Names { public static final String Q ="
                + " \"queue.tenants\"; }")
        .java("package shop.tenant; public interface Events { String LOST = \"tenant_lost\"; }")
        .java(
            """
            package shop.client;

            class Client {
              String queue = "queue.tenants"; // finds: duplicated-literal
              String event = "tenant_lost"; // finds: duplicated-literal
            }
            """)
        .assertMarkedFindings();
  }

  @Test
  void leavesAloneWhatCannotBeUsedOrSaysNothing() {
    project()
        .java(
            """
            package shop.client;

            class Client {
              String hidden = "tenant_hidden";
              String near = "tenant_near";
              String name = "name";
              int round = 65536;
              int minutes = 3600;
              String other = "X-Shop-Tenants";
            }
            """)
        .java(
            """
            package shop.tenant;

            class Neighbour {
              String hidden = "tenant_hidden";
              String near = "tenant_near"; // finds: duplicated-literal
            }
            """)
        .assertMarkedFindings();
  }

  @Test
  void leavesAConstantOfAnotherThingAlone() {
    project()
        .java(
            """
            package shop.mail;

            class Mail {
              static final String SUBJECT_PREFIX = "X-Shop-Tenant";
              static final int RETRIES = 4429;
            }
            """)
        .assertMarkedFindings();
  }

  @Test
  void leavesLogsExceptionsTablesAndNamesOfOtherWorldsAlone() {
    project()
        .java(
            """
            package shop.client;

            class Client {
              private static final System.Logger log = System.getLogger("client");

              @Column("tenant_lost")
              String column;

              void fail() {
                log.log(System.Logger.Level.INFO, "tenant_lost");
                throw new IllegalStateException("tenant_lost");
              }

              int[] primes = {
                4429, 4441, 4447, 4451, 4457, 4463, 4481, 4483, 4493, 4507, 4513, 4517, 4519, 4523,
                4547, 4549, 4561, 4567, 4583, 4591, 4597, 4603, 4621, 4637, 4639, 4643, 4649, 4651,
                4657, 4663, 4673, 4679, 4691, 4703, 4721, 4723, 4729, 4733, 4751, 4759, 4783, 4787
              };
            }
            """)
        .assertMarkedFindings();
  }

  @Test
  void leavesAWordAloneThatEverybodyUses() {
    Project project = project();
    for (int i = 0; i < 13; i++) {
      project.java(
          "package shop.p%s; class User%s { String header = \"X-Shop-Tenant\"; }".formatted(i, i));
    }

    project.assertMarkedFindings();
  }

  @Test
  void leavesAModuleAloneThatUsesNothingOfTheModuleOfTheConstant() {
    String user =
        """
        package shop.%s;

        %sclass User {
          String header = "X-Shop-Tenant"; %s
        }
        """;
    project()
        .file("other/src/main/java/shop/one/User.java", user.formatted("one", "", ""))
        .file(
            "third/src/main/java/shop/two/User.java",
            user.formatted(
                "two", "import shop.tenant.TenantFilter;\n", "// finds: duplicated-literal"))
        .assertMarkedFindings();
  }

  @Test
  void leavesCopiedInLibrariesAlone() {
    project()
        .java("package shop.shaded.lib; class Lib { String header = \"X-Shop-Tenant\"; }")
        .assertMarkedFindings();
  }

  @Test
  void leavesAValueAloneThatIsDeclaredInTwoSpellingsUnlessItsFileIsNear() {
    project()
        .java("package shop.wire; interface Lower { String TENANT = \"x-shop-tenant\"; }")
        .java("package shop.far; class Far { String header = \"X-Shop-Tenant\"; }")
        .java(
            """
            package shop.near;

            import shop.tenant.TenantFilter;

            class Near {
              TenantFilter filter;
              String header = "X-Shop-Tenant"; // finds: duplicated-literal
            }
            """)
        .assertMarkedFindings();
  }

  @Test
  void leavesTestsAndWhatIsUnrelatedAlone() {
    Project.in(folder)
        .rules("duplicated-literal")
        .policy(role().unrelated("shop.client.**"))
        .java(FILTER)
        .test("package shop.a; class FilterTest { String header = \"X-Shop-Tenant\"; }")
        .java("package shop.client; class Client { String header = \"X-Shop-Tenant\"; }")
        .java(
            "package shop.a; class A { String header ="
                + " \"X-Shop-Tenant\"; } // finds: duplicated-literal")
        .assertMarkedFindings();
  }

  @Test
  void saysWhyItDidNotRun() {
    assertEquals(
        "the policy declares no role",
        Project.in(folder)
            .rules("duplicated-literal")
            .java(FILTER)
            .assertMarkedFindings()
            .coverage()
            .rules()
            .get(0)
            .notRun());
  }

  @Test
  void hasLookedAtNothingWhereNoConstantIsTelling() {
    assertEquals(
        0,
        Project.in(folder)
            .rules("duplicated-literal")
            .policy(role())
            .java("package shop.tenant; public final class TenantFilter {}")
            .assertMarkedFindings()
            .coverage()
            .rules()
            .get(0)
            .subjects());
  }

  @Test
  void countsTheConstantsThatItWatches() {
    assertEquals(5, project().assertMarkedFindings().coverage().rules().get(0).subjects());
  }
}
