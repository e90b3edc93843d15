package dev.ssot.rules.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ssot.rules.fixture.Project;
import dev.ssot.rules.fixture.TestPolicy;
import dev.ssot.rules.model.AccessPath;
import dev.ssot.rules.model.Evidence;
import dev.ssot.rules.model.Finding;
import dev.ssot.rules.model.RuleCoverage;
import dev.ssot.rules.model.ScanResult;
import dev.ssot.rules.model.Severity;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForbiddenImportTest {

  private static final String SESSIONS =
      """
      package shop.legacy;

      public final class Sessions {
        public static final int LIMIT = 10;

        public static String current() {
          return "anybody";
        }

        public String user() {
          return "nobody";
        }

        public static final class Token {}
      }
      """;

  private static final String CARTS =
      """
      package shop.legacy.cart;

      public final class Carts {}
      """;

  private final Path folder;

  ForbiddenImportTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private Project project() {
    return Project.in(folder).rules("forbidden-import");
  }

  /** A project with the legacy types, where {@code path} is forbidden. */
  private Project forbidding(String path) {
    return project().java(SESSIONS).java(CARTS).policy(TestPolicy.forbidding(path));
  }

  private static List<AccessPath> paths(ScanResult result) {
    return result.findings().stream()
        .map(finding -> ((Evidence.Access) finding.evidence()).path())
        .toList();
  }

  @Test
  void findsASingleImportOnceAndNotItsUses() {
    ScanResult result =
        forbidding("shop.legacy.Sessions")
            .java(
                """
                package shop.login;

                import java.util.List;
                import shop.legacy.Sessions; // finds: forbidden-import (error)

                class Login {
                  List<Sessions> all = List.of(new Sessions());
                }
                """)
            .assertMarkedFindings();

    assertEquals(List.of(AccessPath.IMPORT), paths(result));
  }

  @Test
  void findsAStaticImportOfAMemberOfTheType() {
    ScanResult result =
        forbidding("shop.legacy.Sessions")
            .java(
                """
                package shop.login;

                import static shop.legacy.Sessions.current; // finds: forbidden-import

                class Login {
                  String user = current();
                }
                """)
            .assertMarkedFindings();

    assertEquals(List.of(AccessPath.STATIC_IMPORT), paths(result));
  }

  @Test
  void findsAStaticImportOfANestedType() {
    forbidding("shop.legacy.Sessions.Token")
        .java(
            """
            package shop.login;

            import static shop.legacy.Sessions.Token; // finds: forbidden-import

            class Login {
              Token token;
            }
            """)
        .assertMarkedFindings();
  }

  @Test
  void findsAStaticWildcardImport() {
    ScanResult result =
        forbidding("shop.legacy.Sessions")
            .java(
                """
                package shop.login;

                import static shop.legacy.Sessions.*; // finds: forbidden-import

                class Login {
                  String user = current();
                }
                """)
            .assertMarkedFindings();

    assertEquals(List.of(AccessPath.STATIC_WILDCARD_IMPORT), paths(result));
  }

  @Test
  void findsAWildcardImportThatBringsTheTypeIn() {
    ScanResult result =
        forbidding("shop.legacy.Sessions")
            .java(
                """
                package shop.login;

                import shop.legacy.*; // finds: forbidden-import

                class Login {
                  String user = Sessions.current();
                  Sessions sessions = new Sessions();
                }
                """)
            .assertMarkedFindings();

    assertEquals(List.of(AccessPath.WILDCARD_IMPORT), paths(result));
  }

  @Test
  void tellsTheTypeThatAWildcardImportBringsInFromThePackage() {
    String login = "package shop.login; import shop.legacy.*; class Login { Sessions sessions; }";
    Finding ofType = forbidding("shop.legacy.Sessions").java(login).scan().findings().get(0);
    Finding ofPackage = forbidding("shop.legacy.*").java(login).scan().findings().get(0);

    assertEquals("shop.legacy.Sessions", ((Evidence.Access) ofType.evidence()).target());
    assertEquals("shop.legacy.*", ((Evidence.Access) ofPackage.evidence()).target());
  }

  @Test
  void namesTheWildcardImportThatBringsTheTypeInAmongSeveral() {
    forbidding("shop.legacy.cart.Carts")
        .java(
            """
            package shop.login;

            import java.util.*;
            import shop.*;
            import shop.legacy.*;
            import shop.legacy.cart.*; // finds: forbidden-import

            class Login {
              List<Carts> carts = new ArrayList<>();
              Sessions sessions;
            }
            """)
        .assertMarkedFindings();
  }

  @Test
  void leavesAWildcardImportAloneThatBringsOtherTypesIn() {
    forbidding("shop.legacy.Sessions")
        .java("package shop.legacy; public class Money {}")
        .java(
            """
            package shop.login;

            import shop.legacy.*;

            class Login {
              Money money;
            }
            """)
        .assertMarkedFindings();
  }

  @Test
  void leavesAWildcardImportAloneWhereASingleImportHidesTheType() {
    forbidding("shop.legacy.Sessions")
        .java("package shop.session; public class Sessions {}")
        .java(
            """
            package shop.login;

            import shop.legacy.*;
            import shop.session.Sessions;

            class Login {
              Sessions sessions;
            }
            """)
        .assertMarkedFindings();
  }

  @Test
  void leavesAWildcardImportAloneWhereATypeOfThePackageHidesTheType() {
    forbidding("shop.legacy.Sessions")
        .java("package shop.login; public class Sessions {}")
        .java(
            """
            package shop.login;

            import shop.legacy.*;

            class Login {
              Sessions sessions;
            }
            """)
        .assertMarkedFindings();
  }

  @Test
  void findsAUseFromTheSamePackage() {
    ScanResult result =
        forbidding("shop.legacy.Sessions")
            .java(
                """
                package shop.legacy;

                class Archive {
                  String last = Sessions.current(); // finds: forbidden-import
                  String first = Sessions.current();
                }
                """)
            .assertMarkedFindings();

    assertEquals(List.of(AccessPath.SAME_PACKAGE), paths(result));
  }

  @Test
  void findsAUseFromTheSameFile() {
    project()
        .java(
            """
            package shop.login;

            class Login {
              Hidden hidden; // finds: forbidden-import
            }

            class Hidden {
              Hidden next;
            }
            """)
        .policy(TestPolicy.forbidding("shop.login.Hidden"))
        .assertMarkedFindings();
  }

  @Test
  void findsQualifiedNamesInCode() {
    ScanResult result =
        forbidding("shop.legacy.Sessions")
            .java(
                """
                package shop.login;

                class Login extends shop.legacy.Sessions {} // finds: forbidden-import
                """)
            .java(
                """
                package shop.login;

                class Logout {
                  Object all() {
                    return shop.legacy.Sessions.current(); // finds: forbidden-import
                  }
                }
                """)
            .java(
                """
                package shop.login;

                class Limits {
                  int most = 2 * shop.legacy.Sessions.LIMIT; // finds: forbidden-import
                }
                """)
            .java(
                """
                package shop.login;

                class Reference {
                  Runnable run = shop.legacy.Sessions::current; // finds: forbidden-import
                }
                """)
            .assertMarkedFindings();

    assertEquals(List.of(AccessPath.QUALIFIED_NAME), paths(result).stream().distinct().toList());
  }

  @Test
  void findsQualifiedAnnotations() {
    project()
        .java("package shop.legacy; public @interface Secured {}")
        .java(
            """
            package shop.login;

            @shop.legacy.Secured // finds: forbidden-import
            class Login {}
            """)
        .policy(TestPolicy.forbidding("shop.legacy.Secured"))
        .assertMarkedFindings();
  }

  @Test
  void findsAModuleImportThroughWhatTheModuleExports() {
    ScanResult result =
        forbidding("shop.legacy.Sessions")
            .file(
                "src/main/java/module-info.java",
                """
                module shop.core {
                  exports shop.legacy;
                }
                """)
            .java(
                """
                package shop.login;

                import module java.base;
                import module shop.core; // finds: forbidden-import

                class Login {
                  List<Sessions> sessions;
                }
                """)
            .assertMarkedFindings();

    assertEquals(List.of(AccessPath.MODULE_IMPORT), paths(result));
  }

  @Test
  void findsAModuleImportThatReachesAForbiddenPackage() {
    forbidding("shop.legacy.*")
        .file("src/main/java/module-info.java", "module shop.core { exports shop.legacy; }")
        .java(
            """
            package shop.login;

            import module shop.core; // finds: forbidden-import

            class Login {
              Sessions sessions;
            }
            """)
        .assertMarkedFindings();
  }

  @Test
  void leavesAModuleImportAloneThatDoesNotExportTheType() {
    forbidding("shop.legacy.Sessions")
        .file(
            "src/main/java/module-info.java",
            """
            module shop.core {
              exports shop.legacy to shop.other;
              exports shop.legacy.cart;
            }
            """)
        .java(
            """
            package shop.login;

            import module shop.core;

            class Login {
              Carts carts;
              Sessions sessions;
            }
            """)
        .assertMarkedFindings();
  }

  @Test
  void findsStringsOfReflectiveLookUps() {
    ScanResult result =
        forbidding("shop.legacy.Sessions")
            .java(
                """
                package shop.login;

                class ByName {
                  Class<?> type() throws Exception {
                    return Class.forName("shop.legacy.Sessions"); // finds: forbidden-import
                  }
                }
                """)
            .java(
                """
                package shop.login;

                class ByLoader {
                  Class<?> type(ClassLoader loader) throws Exception {
                    return loader.loadClass("shop.legacy.Sessions"); // finds: forbidden-import
                  }
                }
                """)
            .java(
                """
                package shop.login;

                class ByConstant {
                  static final String NAME = "shop.legacy.Sessions"; // finds: forbidden-import

                  Class<?> type() throws Exception {
                    return Class.forName(NAME);
                  }
                }
                """)
            .java(
                """
                package shop.login;

                class OfNested {
                  Class<?> type() throws Exception {
                    return Class.forName("shop.legacy.Sessions$Token"); // finds: forbidden-import
                  }
                }
                """)
            .assertMarkedFindings();

    assertEquals(List.of(AccessPath.REFLECTION_STRING), paths(result).stream().distinct().toList());
  }

  @Test
  void leavesStringsAloneInFilesThatLookNothingUp() {
    forbidding("shop.legacy.Sessions")
        .java(
            """
            package shop.login;

            class Report {
              String title = "shop.legacy.Sessions";
            }
            """)
        .assertMarkedFindings();
  }

  @Test
  void leavesOtherStringsOfAReflectiveFileAlone() {
    forbidding("shop.legacy.Sessions")
        .java(
            """
            package shop.login;

            class Report {
              Class<?> type() throws Exception {
                System.out.println("shop.legacy.Sessions is old, see shop.legacy.Sessions");
                return Class.forName("shop.session.Sessions");
              }
            }
            """)
        .assertMarkedFindings();
  }

  @Test
  void findsProvidersInServiceFiles() {
    ScanResult result =
        forbidding("shop.legacy.Sessions")
            .file(
                "src/main/resources/META-INF/services/shop.session.Store",
                """
                # All stores.
                shop.session.MemoryStore
                  shop.legacy.Sessions # finds: forbidden-import
                shop.legacy.Sessions$Token # finds: forbidden-import
                # shop.legacy.Sessions
                """)
            .assertMarkedFindings();

    assertEquals(List.of(AccessPath.SERVICE_FILE, AccessPath.SERVICE_FILE), paths(result));
    assertEquals("shop.session.Store", result.findings().get(0).subject().type());
  }

  @Test
  void findsProvidersInModuleDeclarations() {
    ScanResult result =
        forbidding("shop.legacy.Sessions")
            .file(
                "src/main/java/module-info.java",
                """
                module shop.core {
                  provides shop.session.Store with
                      shop.session.MemoryStore,
                      shop.legacy.Sessions; // finds: forbidden-import
                }
                """)
            .assertMarkedFindings();

    assertEquals(List.of(AccessPath.SERVICE_FILE), paths(result));
  }

  @Test
  void findsDocumentationLinksAsNotes() {
    ScanResult result =
        forbidding("shop.legacy.Sessions")
            .java(
                """
                package shop.login;

                /** Better than {@link shop.legacy.Sessions#current()}. finds: forbidden-import (note) */
                class Login {}
                """)
            .java(
                """
                package shop.login;

                class Logout {
                  /**
                   * Ends a session.
                   *
                   * @see shop.legacy.Sessions finds: forbidden-import (note)
                   */
                  void end() {}
                }
                """)
            .assertMarkedFindings();

    assertEquals(List.of(AccessPath.JAVADOC_LINK, AccessPath.JAVADOC_LINK), paths(result));
  }

  @Test
  void leavesPlainCommentsAlone() {
    forbidding("shop.legacy.Sessions")
        .java(
            """
            package shop.login;

            // Better than {@link shop.legacy.Sessions}.
            class Login {
              /* {@link shop.legacy.Sessions} */
              int sessions;
            }
            """)
        .assertMarkedFindings();
  }

  @Test
  void aTypeCoversWhatIsNestedInIt() {
    forbidding("shop.legacy.Sessions")
        .java(
            """
            package shop.login;

            import shop.legacy.Sessions.Token; // finds: forbidden-import

            class Login {
              Token token;
            }
            """)
        .assertMarkedFindings();
  }

  @Test
  void aNestedTypeIsFoundThroughTheImportOfTheTypeAroundIt() {
    forbidding("shop.legacy.Sessions.Token")
        .java(
            """
            package shop.login;

            import shop.legacy.Sessions;

            class Login {
              Sessions sessions;
              Sessions.Token token; // finds: forbidden-import
            }
            """)
        .assertMarkedFindings();
  }

  @Test
  void aTypeIsNotItsNamesake() {
    forbidding("shop.legacy.Sessions")
        .java("package shop.legacy; public class SessionsPage {}")
        .java(
            """
            package shop.login;

            import shop.legacy.SessionsPage;

            class Login {
              SessionsPage page;
            }
            """)
        .assertMarkedFindings();
  }

  @Test
  void aPackageCoversItsTypesAndNotThoseBelow() {
    forbidding("shop.legacy.*")
        .java(
            """
            package shop.login;

            import shop.legacy.Sessions; // finds: forbidden-import
            import shop.legacy.Sessions.Token; // finds: forbidden-import
            import shop.legacy.cart.Carts;

            class Login {}
            """)
        .java(
            """
            package shop.logout;

            import shop.legacy.*; // finds: forbidden-import
            import shop.legacy.cart.*;

            class Logout {
              Carts carts;
            }
            """)
        .assertMarkedFindings();
  }

  @Test
  void aTreeCoversAPackageAndAllBelow() {
    forbidding("shop.legacy.**")
        .java("package shop.legacybut; public class Fine {}")
        .java(
            """
            package shop.login;

            import shop.legacy.Sessions; // finds: forbidden-import
            import shop.legacy.cart.Carts; // finds: forbidden-import
            import shop.legacy.cart.*; // finds: forbidden-import
            import shop.legacybut.Fine;

            class Login {}
            """)
        .assertMarkedFindings();
  }

  @Test
  void aMemberIsFoundBySingleStaticImport() {
    forbidding("shop.legacy.Sessions#current")
        .java(
            """
            package shop.login;

            import static shop.legacy.Sessions.LIMIT;
            import static shop.legacy.Sessions.current; // finds: forbidden-import

            class Login {
              int limit = LIMIT;
            }
            """)
        .assertMarkedFindings();
  }

  @Test
  void aMemberIsFoundByStaticWildcardImportWhereItIsUsed() {
    forbidding("shop.legacy.Sessions#current")
        .java(
            """
            package shop.login;

            import static shop.legacy.Sessions.*; // finds: forbidden-import

            class Login {
              String user = current();
            }
            """)
        .java(
            """
            package shop.logout;

            import static shop.legacy.Sessions.*;

            class Logout {
              int limit = LIMIT;
            }
            """)
        .assertMarkedFindings();
  }

  @Test
  void aConstantIsFoundByStaticWildcardImportWhereItIsUsed() {
    forbidding("shop.legacy.Sessions#LIMIT")
        .java(
            """
            package shop.login;

            import static shop.legacy.Sessions.*; // finds: forbidden-import

            class Login {
              int most = LIMIT + 1;
            }
            """)
        .java(
            """
            package shop.logout;

            import static shop.legacy.Sessions.*;

            class Logout {
              int most(int LIMIT) {
                return LIMIT + 1;
              }
            }
            """)
        .assertMarkedFindings();
  }

  @Test
  void aMemberOfTheFileHidesOneOfAStaticWildcardImport() {
    forbidding("shop.legacy.Sessions#current")
        .java(
            """
            package shop.login;

            import static shop.legacy.Sessions.*;

            class Login {
              String user = current();

              static String current() {
                return "me";
              }
            }
            """)
        .assertMarkedFindings();
  }

  @Test
  void aMemberIsFoundOnTheTypeAndOnVariablesOfIt() {
    forbidding("shop.legacy.Sessions#user")
        .java(
            """
            package shop.login;

            import shop.legacy.Sessions;

            class Login {
              private final Sessions sessions = new Sessions();

              String field() {
                return sessions.user(); // finds: forbidden-import
              }

              String ofThis() {
                return this.sessions.user(); // finds: forbidden-import
              }

              String parameter(Sessions other) {
                return other.user(); // finds: forbidden-import
              }
            }
            """)
        .assertMarkedFindings();
  }

  @Test
  void aMemberIsFoundOnEveryExpressionThatShowsItsType() {
    forbidding("shop.legacy.Sessions#user")
        .java(
            """
            package shop.login;

            import java.util.function.Function;
            import shop.legacy.Sessions;

            class Login {
              String fresh() {
                return new Sessions().user(); // finds: forbidden-import
              }

              String cast(Object any) {
                return ((Sessions) any).user(); // finds: forbidden-import
              }

              String inferred() {
                var some = new Sessions();
                return some.user(); // finds: forbidden-import
              }

              String matched(Object matching) {
                return matching instanceof Sessions it
                    ? it.user() // finds: forbidden-import
                    : "";
              }

              String fromElsewhere(Object other) {
                return other.toString() + new Object().toString();
              }
            }
            """)
        .assertMarkedFindings();
  }

  @Test
  void aMemberIsFoundByMethodReference() {
    forbidding("shop.legacy.Sessions#user")
        .java(
            """
            package shop.login;

            import java.util.function.Function;
            import java.util.function.Supplier;
            import shop.legacy.Sessions;

            class Login {
              Function<Sessions, String> ofType = Sessions::user; // finds: forbidden-import
              Supplier<String> other = Sessions::current;

              Supplier<String> ofVariable(Sessions sessions) {
                return sessions::user; // finds: forbidden-import
              }
            }
            """)
        .assertMarkedFindings();
  }

  @Test
  void aMemberIsFoundByQualifiedName() {
    forbidding("shop.legacy.Sessions#current")
        .java(
            """
            package shop.login;

            class Login {
              String user = shop.legacy.Sessions.current(); // finds: forbidden-import
            }
            """)
        .assertMarkedFindings();
  }

  @Test
  void aMemberIsFoundOnAVariableWithAQualifiedType() {
    forbidding("shop.legacy.Sessions#user")
        .java(
            """
            package shop.login;

            class Login {
              String user(shop.legacy.Sessions sessions) {
                return sessions.user(); // finds: forbidden-import
              }
            }
            """)
        .assertMarkedFindings();
  }

  @Test
  void aConstantIsFoundThroughItsType() {
    forbidding("shop.legacy.Sessions#LIMIT")
        .java(
            """
            package shop.login;

            import shop.legacy.Sessions;

            class Login {
              int most = Sessions.LIMIT; // finds: forbidden-import
            }
            """)
        .assertMarkedFindings();
  }

  @Test
  void aMemberOfAnotherTypeIsLeftAlone() {
    forbidding("shop.legacy.Sessions#user")
        .java(
            "package shop.session; public class Session { public String user() { return null; } }")
        .java(
            """
            package shop.login;

            import shop.legacy.Sessions;
            import shop.session.Session;

            class Login {
              String user(Session session, Sessions sessions) {
                return session.user() + Sessions.current() + user(session, sessions);
              }
            }
            """)
        .assertMarkedFindings();
  }

  @Test
  void findsLibraryTypesByEveryImport() {
    project()
        .policy(TestPolicy.forbidding("org.old.Dates"))
        .java(
            """
            package shop.login;

            import org.old.Dates; // finds: forbidden-import

            class Single {
              Dates dates;
            }
            """)
        .java(
            """
            package shop.login;

            import java.util.*;
            import org.old.*; // finds: forbidden-import

            class Wildcard {
              List<Dates> dates;
            }
            """)
        .java(
            """
            package shop.login;

            import org.old.*; // finds: forbidden-import

            class Constant {
              int first = Dates.FIRST;
            }
            """)
        .java(
            """
            package shop.login;

            import org.old.*;

            class Unused {
              int dates;
            }
            """)
        .java(
            """
            package shop.login;

            import static org.old.Dates.today; // finds: forbidden-import

            class Static {
              Object today = today();
            }
            """)
        .assertMarkedFindings();
  }

  @Test
  void findsMembersOfLibraryTypes() {
    project()
        .policy(TestPolicy.forbidding("org.old.Dates#today"))
        .java(
            """
            package shop.login;

            import org.old.Dates;

            class Single {
              Object today = Dates.today(); // finds: forbidden-import
            }
            """)
        .java(
            """
            package shop.login;

            import org.old.*;

            class Wildcard {
              Object today = Dates.today(); // finds: forbidden-import
            }
            """)
        .java(
            """
            package shop.login;

            import org.other.*;

            class Other {
              Object today = Dates.today();
            }
            """)
        .assertMarkedFindings();
  }

  @Test
  void findsTypesOfJavaLangWithoutAnImport() {
    project()
        .policy(TestPolicy.forbidding("java.lang.Runtime").forbid("java.lang.System#exit"))
        .java(
            """
            package shop.login;

            class Login {
              void stop() {
                Runtime.getRuntime().gc(); // finds: forbidden-import
                System.gc();
                System.exit(1); // finds: forbidden-import
              }
            }
            """)
        .assertMarkedFindings();
  }

  @Test
  void leavesAProjectTypeAloneThatHidesOneOfJavaLang() {
    project()
        .policy(TestPolicy.forbidding("java.lang.Runtime"))
        .java("package shop.login; class Runtime {}")
        .java("package shop.login; class Login { Runtime runtime; }")
        .assertMarkedFindings();
  }

  @Test
  void leavesUsesFromWithinThePatternAlone() {
    forbidding("shop.legacy.**")
        .java(
            """
            package shop.legacy.cart;

            import shop.legacy.Sessions;

            class CartSessions {
              Sessions sessions;
            }
            """)
        .assertMarkedFindings();
  }

  @Test
  void leavesExceptionsAloneOfEveryForm() {
    project()
        .java(SESSIONS)
        .policy(
            TestPolicy.forbidding("shop.legacy.Sessions")
                .except("shop.migration.Migration", "shop.tools.*", "shop.admin.**"))
        .java("package shop.migration; import shop.legacy.Sessions; class Migration {}")
        .java(
            """
            package shop.migration;

            import shop.legacy.Sessions; // finds: forbidden-import

            class Migrations {}
            """)
        .java("package shop.tools; import shop.legacy.Sessions; class Tool {}")
        .java(
            """
            package shop.tools.deep;

            import shop.legacy.Sessions; // finds: forbidden-import

            class Tool {}
            """)
        .java("package shop.admin.deep; import shop.legacy.Sessions; class Admin {}")
        .assertMarkedFindings();
  }

  @Test
  void leavesGeneratedCodeAlone() {
    String user = "package shop.gen; import shop.legacy.Sessions; %sclass %s {}";
    forbidding("shop.legacy.Sessions")
        .file("src/generated/java/shop/gen/A.java", user.formatted("", "A"))
        .java(user.formatted("@javax.annotation.processing.Generated(\"x\") ", "B"))
        .java("// Generated by the compiler of messages. Do not edit.\n" + user.formatted("", "C"))
        .file(
            "src/generated/resources/META-INF/services/shop.session.Store",
            "shop.legacy.Sessions\n")
        .assertMarkedFindings();
  }

  @Test
  void findsUsesInTestCode() {
    forbidding("shop.legacy.Sessions")
        .test(
            """
            package shop.login;

            import shop.legacy.Sessions; // finds: forbidden-import (error)

            class LoginTest {}
            """)
        .assertMarkedFindings();
  }

  @Test
  void findsAnImportOfANamesakeOfTheCanonical() {
    ScanResult result =
        project()
            .java("package shop.session; public class Sessions {}")
            .java(SESSIONS)
            .policy(TestPolicy.empty().role("sessions", "shop.session.Sessions"))
            .java(
                """
                package shop.login;

                import shop.legacy.Sessions; // finds: forbidden-import (error)

                class Login {}
                """)
            .java("package shop.logout; import shop.session.Sessions; class Logout {}")
            .assertMarkedFindings();

    Finding finding = result.findings().get(0);
    assertTrue(
        finding.statement().message().contains("does not lead to the canonical"),
        finding.statement().message());
    assertEquals("shop.session.Sessions", ((Evidence.Access) finding.evidence()).replacement());
  }

  @Test
  void leavesANamesakeAloneThatThePolicyCallsUnrelated() {
    project()
        .java("package shop.session; public class Sessions {}")
        .java(SESSIONS)
        .policy(
            TestPolicy.empty().role("sessions", "shop.session.Sessions").unrelated("shop.legacy.*"))
        .java("package shop.login; import shop.legacy.Sessions; class Login {}")
        .assertMarkedFindings();
  }

  @Test
  void leavesALibraryTypeAloneThatIsANamesakeOfTheCanonical() {
    project()
        .java("package shop.session; public class Sessions {}")
        .policy(TestPolicy.empty().role("sessions", "shop.session.Sessions"))
        .java("package shop.login; import org.library.Sessions; class Login {}")
        .assertMarkedFindings();
  }

  @Test
  void aPathThatIsOnlyDiscouragedIsAWarning() {
    project()
        .java(SESSIONS)
        .policy(TestPolicy.empty().discourage("shop.legacy.Sessions"))
        .java(
            """
            package shop.login;

            import shop.legacy.Sessions; // finds: forbidden-import (warning)

            class Login {}
            """)
        .assertMarkedFindings();
  }

  @Test
  void saysWhyAndWhatToUseInstead() {
    Finding finding =
        project()
            .java(SESSIONS)
            .java("package shop; public class New {}")
            .policy(TestPolicy.forbidding("shop.legacy.Sessions"))
            .java("package shop.login; import shop.legacy.Sessions; class Login {}")
            .scan()
            .findings()
            .get(0);

    assertEquals(
        "this import reaches `shop.legacy.Sessions`, which is forbidden: it is old",
        finding.statement().message());
    assertEquals("use `shop.New` instead", finding.statement().help());
    assertEquals("shop.New", finding.statement().related().get(0).name());
  }

  @Test
  void aRoleForbidsToo() {
    project()
        .java(SESSIONS)
        .java("package shop.session; public class Store {}")
        .policy(
            TestPolicy.empty().role("store", "shop.session.Store").forbid("shop.legacy.Sessions"))
        .java(
            """
            package shop.login;

            import shop.legacy.Sessions; // finds: forbidden-import

            class Login {}
            """)
        .assertMarkedFindings();
  }

  @Test
  void oneAccessIsFoundOnceThoughTwoPatternsCoverIt() {
    project()
        .java(SESSIONS)
        .policy(TestPolicy.forbidding("shop.legacy.Sessions").forbid("shop.legacy.**"))
        .java(
            """
            package shop.login;

            import shop.legacy.Sessions; // finds: forbidden-import

            class Login {}
            """)
        .assertMarkedFindings();
  }

  @Test
  void identityDoesNotDependOnPlace() {
    String login = "package shop.login; import shop.legacy.Sessions; class Login {}";
    Project project =
        project().java(SESSIONS).policy(TestPolicy.forbidding("shop.legacy.Sessions"));
    String before = project.java(login).scan().findings().get(0).fingerprint().value();
    String after =
        project
            .file("src/main/java/shop/login/Login.java", "// One line more.\n\n" + login)
            .scan()
            .findings()
            .get(0)
            .fingerprint()
            .value();

    assertEquals(before, after);
  }

  @Test
  void doesNotRunWithoutARoleOrAPath() {
    RuleCoverage coverage =
        project().java(SESSIONS).policy(TestPolicy.empty()).scan().coverage().rules().get(0);

    assertEquals("the policy forbids no path and declares no role", coverage.notRun());
  }

  @Test
  void aNoteStaysANoteWhateverThePolicySays() {
    project()
        .java(SESSIONS)
        .policy(
            TestPolicy.empty()
                .discourage("shop.legacy.Sessions")
                .severity("forbidden-import", Severity.ERROR))
        .java(
            """
            package shop.login;

            import shop.legacy.Sessions; // finds: forbidden-import (error)

            /** See {@link shop.legacy.Sessions}. finds: forbidden-import (note) */
            class Login {}
            """)
        .assertMarkedFindings();
  }
}
