package dev.ssot.rules.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.ssot.rules.fixture.Project;
import dev.ssot.rules.fixture.TestPolicy;
import dev.ssot.rules.model.RuleCoverage;
import dev.ssot.rules.model.ScanResult;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SharedMutableStateTest {

  private final Project project;

  SharedMutableStateTest(@TempDir Path folder) {
    this.project = Project.in(folder).rules("shared-mutable-state");
  }

  private static RuleCoverage coverage(ScanResult result) {
    return result.coverage().rules().get(0);
  }

  @Test
  void doesNotRunWithoutIsolatedCodeOrClassFiles() {
    project.java("package shop; class A { static int n; void f() { n++; } }");

    assertEquals(
        "the policy isolates no code",
        coverage(project.policy(TestPolicy.empty()).scan()).notRun());
    assertEquals(
        "it needs class files, and there are none beside the sources: compile them, or name"
            + " folders and archives with --classes",
        coverage(project.policy(TestPolicy.empty().isolate("shop.**")).scan()).notRun());
  }

  @Test
  void findsFieldsThatAreAssignedOrFilledAfterInitialisation() {
    project
        .policy(TestPolicy.empty().isolate("shop.**"))
        .java(
            """
            package shop;

            import java.util.*;
            import java.util.concurrent.*;
            import java.util.concurrent.atomic.*;

            class State {
              static String last; // finds: shared-mutable-state (error)
              static final Map<String, String> CACHE = new ConcurrentHashMap<>(); // finds: shared-mutable-state (error)
              static final List<String> LIST = new ArrayList<>(); // finds: shared-mutable-state (error)
              static final int[] SEEN = new int[8]; // finds: shared-mutable-state (error)
              static final AtomicReference<String> REF = new AtomicReference<>(); // finds: shared-mutable-state (error)
              static final ThreadLocal<String> USER = new ThreadLocal<>(); // finds: shared-mutable-state (error)
              static final StringBuilder LOG = new StringBuilder(); // finds: shared-mutable-state (error)
              static final AtomicLong IDS = new AtomicLong(); // finds: shared-mutable-state (note)

              void all(String user) {
                last = user;
                Map<String, String> alias = CACHE;
                alias.computeIfAbsent(user, key -> key);
                Runnable later = () -> LIST.add(user);
                later.run();
                SEEN[1] = 2;
                REF.set(user);
                USER.set(user);
                LOG.append(user);
                IDS.incrementAndGet();
              }
            }
            """)
        .compiled()
        .assertMarkedFindings();
  }

  @Test
  void findsAChangeByAnotherClass() {
    project
        .policy(TestPolicy.empty().isolate("shop.Held"))
        .java("package shop; class Held {\n static String now; // finds: shared-mutable-state\n}")
        .java(
            "package shop; class Other { static String own; void f() { Held.now = own = \"\"; } }")
        .compiled()
        .assertMarkedFindings();
  }

  @Test
  void leavesAloneWhatNothingChangesOrOnlyTheInitialiser() {
    ScanResult result =
        project
            .policy(TestPolicy.empty().isolate("shop.**", "shop.State#KNOWN"))
            .java(
                """
                package shop;

                import java.util.*;
                import java.util.concurrent.atomic.*;

                class State {
                  static final Map<String, String> TABLE = new HashMap<>();
                  static final Set<String> KNOWN = new HashSet<>();
                  static final String[] NAMES = {"a", "b"};
                  static final List<String> FIXED = List.of("a");
                  static final AtomicIntegerFieldUpdater<State> UPDATER =
                      AtomicIntegerFieldUpdater.newUpdater(State.class, "count");
                  static final ThreadLocal<String> USER = new ThreadLocal<>();
                  private static String kind;
                  volatile int count;
                  final Map<String, String> own = new HashMap<>();

                  static {
                    TABLE.put("a", "b");
                    load();
                  }

                  private static void load() {
                    TABLE.put("c", "d");
                    more();
                  }

                  private static void more() {
                    kind = "x";
                    FIXED.forEach(name -> TABLE.put(name, name));
                  }

                  String use(String user) {
                    own.put(user, TABLE.get(user));
                    KNOWN.add(user);
                    Map<String, String> copy = new HashMap<>(TABLE);
                    copy.put(user, NAMES[0]);
                    UPDATER.compareAndSet(this, 1, 2);
                    USER.remove();
                    return FIXED.get(0) + USER.get() + kind;
                  }
                }
                """)
            .java("package other; class Free { static int n; void f() { n++; } }")
            .compiled()
            .assertMarkedFindings();

    assertEquals(6, coverage(result).subjects());
  }

  /** A method that others call as well does not only initialise. */
  @Test
  void findsAChangeInAMethodThatTheInitialiserSharesWithOthers() {
    project
        .policy(TestPolicy.empty().isolate("shop.**"))
        .java(
            """
            package shop;

            import java.util.*;

            class State {
              static final List<String> ALL = new ArrayList<>(); // finds: shared-mutable-state

              static { add("a"); }

              private static void add(String one) { ALL.add(one); }

              void more() { add("b"); }
            }
            """)
        .compiled()
        .assertMarkedFindings();
  }
}
