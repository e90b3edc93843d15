package dev.ssot.rules.catalog;

import static dev.ssot.rules.fixture.Limiter.limiter;
import static dev.ssot.rules.fixture.Limiter.marked;

import dev.ssot.rules.fixture.Neighbourhood;
import dev.ssot.rules.fixture.Project;
import dev.ssot.rules.fixture.TestPolicy;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Types of another name with nearly all members of a canonical and other code. */
class RepeatedMembersTest {

  private final Path folder;

  RepeatedMembersTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private Project project() {
    return Neighbourhood.around(Project.in(folder))
        .rules("duplicate-implementation")
        .java(limiter("app.api", "CallLimiter"))
        .policy(TestPolicy.empty().role("limiting", "app.api.CallLimiter"));
  }

  /** The members of the limiter with other code; {@code head} is what it inherits. */
  private static String rewritten(String packageName, String head) {
    return """
        package %s;

        import java.util.Map;
        import java.util.TreeMap;

        public final class SlidingCallLimiter %s{
          private final Map<String, long[]> admittedByCaller = new TreeMap<>();

          public boolean admitCaller(String caller, long now) {
            long[] slots = admittedByCaller.getOrDefault(caller, new long[8]);
            for (int i = 0; i < slots.length; i++) {
              if (slots[i] == 0) {
                slots[i] = now;
                admittedByCaller.put(caller, slots);
                return true;
              }
            }
            return false;
          }

          public long millisUntilAdmitted(String caller, long now) {
            long earliest = Long.MAX_VALUE;
            for (long slot : admittedByCaller.getOrDefault(caller, new long[0])) {
              earliest = slot < earliest ? slot : earliest;
            }
            return earliest == Long.MAX_VALUE ? 0 : earliest - now;
          }

          public int forgetIdleCallers(long now) {
            String[] callers = admittedByCaller.keySet().toArray(new String[0]);
            int gone = 0;
            for (String caller : callers) {
              gone += forgetBefore(caller, now) ? 1 : 0;
            }
            return gone;
          }

          private boolean forgetBefore(String caller, long start) {
            long[] slots = admittedByCaller.get(caller);
            boolean idle = slots != null && slots[0] < start && slots[7] < start;
            if (idle) {
              admittedByCaller.remove(caller);
            }
            return idle;
          }
        }
        """
        .formatted(packageName, head);
  }

  @Test
  void findsThemInAnotherPackage() {
    project()
        .java(
            marked(rewritten("app.jobs", ""))
                .replace("// finds: fragmented-role", "// finds: duplicate-implementation"))
        .assertMarkedFindings();
  }

  @Test
  void leavesThemAloneInTheSamePackage() {
    project().java(rewritten("app.api", "")).assertMarkedFindings();
  }

  @Test
  void leavesCopiesOfItsNeighboursAlone() {
    project().java(rewritten("app.api", "")).java(rewritten("app.jobs", "")).assertMarkedFindings();
  }

  @Test
  void findsThemBesideANeighbourOfTheirNameWithOtherCode() {
    project()
        .java("package app.api; final class SlidingCallLimiter { int calls() { return 1; } }")
        .java(
            marked(rewritten("app.jobs", ""))
                .replace("// finds: fragmented-role", "// finds: duplicate-implementation"))
        .assertMarkedFindings();
  }

  @Test
  void leavesThemAloneForTwoLibraries() {
    String other =
        rewritten("app.jobs", "")
            .replace("import java.util.Map;", "import java.util.Map;\nimport brand.vendor.Client;");
    project()
        .java(
            limiter("app.api", "CallLimiter")
                .replaceFirst("\nimport ", "\nimport old.vendor.Client;\nimport "))
        .java(other)
        .assertMarkedFindings();
  }
}
