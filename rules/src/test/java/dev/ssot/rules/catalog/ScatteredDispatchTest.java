package dev.ssot.rules.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ssot.rules.fixture.Project;
import dev.ssot.rules.fixture.TestPolicy;
import dev.ssot.rules.model.DispatchedMessage;
import dev.ssot.rules.model.Evidence;
import dev.ssot.rules.model.Finding;
import dev.ssot.rules.model.RuleCoverage;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScatteredDispatchTest {

  private static final String ROUTER =
      """
      package shop.events;

      public class Router {
        void route(String event) {
          switch (event) {
            case "order_placed" -> placed();
            case "order_paid" -> paid();
            case "order_sent" -> sent();
            default -> throw new IllegalArgumentException(event);
          }
        }

        void placed() {}

        void paid() {}

        void sent() {}
      }
      """;

  private static final String COMMAND =
      """
      package shop.events;

      public enum Command {
        OPEN, SEND, CLOSE, PING;

        boolean isFinal() {
          switch (this) {
            case OPEN, SEND, PING: return false;
            default: return true;
          }
        }
      }
      """;

  private final Path folder;

  ScatteredDispatchTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private static TestPolicy role() {
    return TestPolicy.empty().role("order-events", "shop.events.Router");
  }

  private Project project() {
    return Project.in(folder).rules("scattered-dispatch").policy(role()).java(ROUTER);
  }

  private Project enumProject() {
    return Project.in(folder)
        .rules("scattered-dispatch")
        .policy(role().messages("shop.events.Command"))
        .java("package shop.events; public class Router {}")
        .java(COMMAND);
  }

  private static Finding only(Project project) {
    List<Finding> findings = project.assertMarkedFindings().findings();
    assertEquals(1, findings.size());
    return findings.get(0);
  }

  @Test
  void findsASwitchOverTheTextsThatTheCanonicalHandles() {
    Finding finding =
        only(
            project()
                .java(
                    """
                    package shop.audit;

                    class Trail {
                      int count;

                      void note(String event) {
                        switch (event) { // finds: scattered-dispatch (warning)
                          case "order_placed":
                            count++;
                            break;
                          case "order_paid":
                          case "order_sent":
                            count--;
                            break;
                          default:
                        }
                      }
                    }
                    """));

    assertEquals("shop.audit.Trail#note", finding.subject().text());
    assertEquals(
        "this switch branches over 3 message types of the role `order-events` outside of"
            + " `shop.events.Router`: `order_placed`, `order_paid`, `order_sent`",
        finding.statement().message());
    Evidence.Dispatch evidence = (Evidence.Dispatch) finding.evidence();
    assertEquals("switch", evidence.form());
    assertEquals(
        List.of("order_placed 8 6", "order_paid 11 7", "order_sent 12 8"),
        evidence.messages().stream().map(ScatteredDispatchTest::lines).toList());
  }

  private static String lines(DispatchedMessage message) {
    return message.message()
        + " "
        + message.branch().line()
        + " "
        + message.handled().get(0).region().line();
  }

  @Test
  void findsASwitchExpression() {
    project()
        .java(
            """
            package shop.audit;

            class Weights {
              int of(String event) {
                return switch (event) { // finds: scattered-dispatch
                  case "order_placed", "order_paid" -> 1;
                  case "order_sent" -> 2;
                  default -> 0;
                };
              }
            }
            """)
        .assertMarkedFindings();
  }

  @Test
  void findsChainsOfComparisonsInEveryForm() {
    project()
        .java(
            """
            package shop.audit;

            class Chains {
              int count;

              void elseIf(String event) {
                if (event.equals("order_placed")) { // finds: scattered-dispatch
                  count++;
                } else if ("order_paid".equals(event) || "order_sent".equals(event)) {
                  count--;
                }
              }

              int oneByOne(String event) {
                if (event.isEmpty()) {
                  return -1;
                }
                if ("ORDER_PLACED".equalsIgnoreCase(event)) { // finds: scattered-dispatch
                  return 1;
                }
                if ("order_paid".equalsIgnoreCase(event)) {
                  return 2;
                }
                if (event.equalsIgnoreCase("Order_Sent")) {
                  return 3;
                }
                return 0;
              }
            }
            """)
        .assertMarkedFindings();
  }

  @Test
  void findsMapsOfHandlers() {
    project()
        .java(
            """
            package shop.audit;

            import java.util.HashMap;
            import java.util.Map;

            class Tables {
              private final Map<String, Runnable> all =
                  Map.of( // finds: scattered-dispatch
                      "order_placed", this::one, "order_paid", this::one, "order_sent", this::one);
              private final Map<String, Runnable> more = new HashMap<>();

              Tables() {
                more.put("order_placed", this::one); // finds: scattered-dispatch
                more.put("order_paid", () -> one());
                more.put("order_sent", new SentHandler());
              }

              void one() {}

              static class SentHandler implements Runnable {
                public void run() {}
              }
            }
            """)
        .assertMarkedFindings();
  }

  @Test
  void countsAConstantAsTheTextThatItStandsFor() {
    project()
        .java(
            """
            package shop.audit;

            class Names {
              static final String PLACED = "order_placed";
              static final String PAID = "order_" + "paid";
            }
            """)
        .java(
            """
            package shop.audit;

            import static shop.audit.Names.PAID;

            class Trail {
              private static final String SENT = "order_sent";
              int count;

              void note(String event) {
                switch (event) { // finds: scattered-dispatch
                  case Names.PLACED -> count++;
                  case PAID -> count--;
                  case SENT -> count = 0;
                  default -> {}
                }
              }
            }
            """)
        .assertMarkedFindings();
  }

  @Test
  void takesTheTypesThatThePolicyNames() {
    Finding finding =
        only(
            Project.in(folder)
                .rules("scattered-dispatch")
                .policy(role().messages("agent_started", "agent_failed", "agent_done"))
                .java("package shop.events; public class Router {}")
                .java(
                    """
                    package shop.audit;

                    class Trail {
                      boolean matters(String event) {
                        switch (event) { // finds: scattered-dispatch
                          case "agent_started":
                          case "agent_failed":
                          case "agent_done":
                            return true;
                          default:
                            return false;
                        }
                      }
                    }
                    """));

    assertTrue(
        ((Evidence.Dispatch) finding.evidence())
            .messages().stream().allMatch(message -> message.handled().isEmpty()));
  }

  @Test
  void findsBranchesOverTheConstantsOfAnEnum() {
    enumProject()
        .java(
            """
            package shop.audit;

            import shop.events.Command;

            class Trail {
              int count;

              void old(Command command) {
                switch (command) { // finds: scattered-dispatch
                  case OPEN: count++; break;
                  case SEND: count--; break;
                  case CLOSE: count = 0; break;
                }
              }

              void chain(Command command) {
                if (command == Command.OPEN) { // finds: scattered-dispatch
                  count++;
                } else if (Command.SEND.equals(command)) {
                  count--;
                } else if (command == Command.CLOSE) {
                  count = 0;
                }
              }
            }
            """)
        .assertMarkedFindings();
  }

  @Test
  void doesNotTakeTheConstantsOfAnotherEnumForThoseOfTheRole() {
    enumProject()
        .java("package shop.door; public enum Door { OPEN, SEND, CLOSE }")
        .java(
            """
            package shop.door;

            class Porter {
              int count;

              void turn(Door door) {
                switch (door) {
                  case OPEN: count++; break;
                  case SEND: count--; break;
                  case CLOSE: count = 0; break;
                }
              }
            }
            """)
        .assertMarkedFindings();
  }

  @Test
  void findsTestsForTheSubtypesOfASealedType() {
    Project.in(folder)
        .rules("scattered-dispatch")
        .policy(role().messages("shop.events.Event"))
        .java("package shop.events; public class Router {}")
        .java(
            """
            package shop.events;

            public sealed interface Event {
              record Placed() implements Event {}
              record Paid() implements Event {}
              record Sent() implements Event {}
            }
            """)
        .java(
            """
            package shop.audit;

            import shop.events.Event;

            class Trail {
              int count;

              void chain(Event event) {
                if (event instanceof Event.Placed placed) { // finds: scattered-dispatch
                  count++;
                } else if (event instanceof Event.Paid) {
                  count--;
                } else if (event instanceof Event.Sent) {
                  count = 0;
                }
              }

              int patterns(Event event) {
                return switch (event) { // finds: scattered-dispatch
                  case Event.Placed placed -> 1;
                  case Event.Paid() -> 2;
                  case Event.Sent sent -> 3;
                };
              }
            }
            """)
        .assertMarkedFindings();
  }

  @Test
  void takesWhatTheCanonicalRegistersForItsMessageTypes() {
    Project.in(folder)
        .rules("scattered-dispatch")
        .policy(role())
        .java(
            """
            package shop.events;

            public class Router {
              Router() {
                on("order_placed", this::one);
                on("order_paid", this::one);
                on("order_sent", this::one);
              }

              void on(String event, Runnable handler) {}

              void one() {}
            }
            """)
        .java(trail("shop.audit", "Trail", "// finds: scattered-dispatch"))
        .assertMarkedFindings();
  }

  /** A class with a switch that would be found anywhere. */
  private static String trail(String packageName, String type, String mark) {
    return """
    package %s;

    class %s {
      int count;

      void note(String event) {
        switch (event) { %s
          case "order_placed" -> count++;
          case "order_paid" -> count--;
          case "order_sent" -> count = 0;
          default -> {}
        }
      }
    }
    """
        .formatted(packageName, type, mark);
  }

  @Test
  void leavesTestsAndGeneratedCodeAndWhatIsUnrelatedAlone() {
    Project.in(folder)
        .rules("scattered-dispatch")
        .policy(role().unrelated("shop.other.Trail").generatedRoots("build/generated"))
        .java(ROUTER)
        .test(trail("shop.audit", "TrailTest", ""))
        .file("build/generated/shop/audit/Made.java", trail("shop.audit", "Made", ""))
        .java(trail("shop.other", "Trail", ""))
        .java(trail("shop.third", "Trail", "// finds: scattered-dispatch"))
        .assertMarkedFindings();
  }

  @Test
  void leavesTheCanonicalItsNestedTypesAndItsSubtypesAlone() {
    Project.in(folder)
        .rules("scattered-dispatch")
        .policy(role())
        .java(
            ROUTER.replace(
                "  void placed() {}",
                """
                  static class Inner {
                    int count;

                    void note(String event) {
                      switch (event) {
                        case "order_placed" -> count++;
                        case "order_paid" -> count--;
                        case "order_sent" -> count = 0;
                        default -> {}
                      }
                    }
                  }

                  void placed() {}
                """))
        .java(trail("shop.events", "FastRouter extends Router", ""))
        .assertMarkedFindings();
  }

  @Test
  void leavesStatesAloneThatTheCanonicalTellsApartAsWell() {
    Project.in(folder)
        .rules("scattered-dispatch")
        .policy(role())
        .java("package shop.events; public enum State { FRESH, OPEN, DONE }")
        .java(
            ROUTER.replace(
                "  void placed() {}",
                """
                  int weight(State state) {
                    switch (state) {
                      case FRESH: return 1;
                      case OPEN: return 2;
                      case DONE: return 3;
                    }
                    return 0;
                  }

                  void again(String event) {
                    switch (event) {
                      case "order_placed" -> placed();
                      case "order_lost" -> paid();
                      case "order_found" -> sent();
                      default -> {}
                    }
                  }

                  void placed() {}
                """))
        .java(
            """
            package shop.events;

            class Other {
              int count;

              void states(State state) {
                switch (state) {
                  case FRESH: count = 1; break;
                  case OPEN: count = 2; break;
                  case DONE: count = 3; break;
                }
              }

              void again(String event) {
                switch (event) { // finds: scattered-dispatch
                  case "order_placed" -> count = 1;
                  case "order_lost" -> count = 2;
                  case "order_found" -> count = 3;
                  default -> {}
                }
              }
            }
            """)
        .assertMarkedFindings();
  }

  @Test
  void leavesCodecsAlone() {
    project()
        .java(trail("shop.wire", "EventDecoder", ""))
        .java(trail("shop.wire", "Reader implements Codec", ""))
        .assertMarkedFindings();
  }

  @Test
  void leavesBranchesAloneThatOnlyNameOrLog() {
    project()
        .java(
            """
            package shop.audit;

            class Labels {
              private static final System.Logger LOG = System.getLogger("labels");

              String of(String event) {
                switch (event) {
                  case "order_placed": return "placed";
                  case "order_paid": return "paid by " + event;
                  case "order_sent": return "sent";
                  default: throw new IllegalArgumentException(event);
                }
              }

              String arrows(String event) {
                return switch (event) {
                  case "order_placed" -> "placed";
                  case "order_paid" -> "paid";
                  case "order_sent" -> "sent";
                  default -> "";
                };
              }

              void log(String event) {
                if (event.equals("order_placed")) {
                  LOG.log(System.Logger.Level.INFO, "placed");
                } else if (event.equals("order_paid")) {
                  LOG.log(System.Logger.Level.INFO, "paid");
                } else if (event.equals("order_sent")) {
                  LOG.log(System.Logger.Level.INFO, "sent");
                }
              }
            }
            """)
        .assertMarkedFindings();
  }

  @Test
  void leavesTwoMessageTypesAndLargeTablesOfOtherTextsAlone() {
    project()
        .java(
            """
            package shop.audit;

            class Others {
              int count;

              void two(String event) {
                switch (event) {
                  case "order_placed" -> count++;
                  case "order_paid" -> count--;
                  case "something_else" -> count = 0;
                  default -> {}
                }
              }

              void many(String word) {
                switch (word) {
                  case "order_placed" -> count = 1;
                  case "order_paid" -> count = 2;
                  case "order_sent" -> count = 3;
                  case "a" -> count = 4;
                  case "b" -> count = 5;
                  case "c" -> count = 6;
                  case "d" -> count = 7;
                  default -> {}
                }
              }

              void differentThings(String one, String two, String three) {
                if (one.equals("order_placed")) {
                  count = 1;
                } else if (two.equals("order_paid")) {
                  count = 2;
                } else if (three.equals("order_sent")) {
                  count = 3;
                }
              }

              void register(Registry registry) {
                registry.on("order_placed", () -> count++);
                registry.on("order_paid", () -> count++);
                registry.on("order_sent", () -> count++);
              }

              interface Registry {
                void on(String event, Runnable handler);
              }
            }
            """)
        .assertMarkedFindings();
  }

  private static RuleCoverage coverage(Project project) {
    return project.assertMarkedFindings().coverage().rules().get(0);
  }

  @Test
  void saysWhyItDidNotRun() {
    assertEquals(
        "the policy declares no role",
        coverage(Project.in(folder).rules("scattered-dispatch").java(ROUTER)).notRun());
  }

  @Test
  void hasLookedAtNothingWhereNoMessageTypeIsKnown() {
    RuleCoverage coverage =
        coverage(
            Project.in(folder)
                .rules("scattered-dispatch")
                .policy(role())
                .java("package shop.events; public class Router {}")
                .java(trail("shop.audit", "Trail", "")));

    assertEquals(0, coverage.subjects());
    assertTrue(coverage.ran());
  }

  @Test
  void countsTheBranchesThatItLookedAt() {
    assertEquals(1, coverage(project()).subjects());
  }

  @Test
  void hasTheSameFingerprintWhereverTheBranchStands() {
    Finding first =
        only(project().java(trail("shop.audit", "Trail", "// finds: scattered-dispatch")));
    Finding moved =
        project().java("\n\n" + trail("shop.audit", "Trail", "")).scan().findings().get(0);

    assertEquals(first.location().region().line() + 2, moved.location().region().line());
    assertEquals(first.fingerprint(), moved.fingerprint());
  }
}
