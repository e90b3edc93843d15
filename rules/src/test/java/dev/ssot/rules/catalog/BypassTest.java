package dev.ssot.rules.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.ssot.rules.fixture.Project;
import dev.ssot.rules.fixture.TestPolicy;
import dev.ssot.rules.model.RuleCoverage;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BypassTest {

  private final Project project;

  BypassTest(@TempDir Path folder) {
    this.project =
        Project.in(folder)
            .rules("bypass")
            .java("package shop; public class Router { void route(String text) {} }")
            .java(
                """
                package shop;

                class Sneak {
                  void send(jakarta.websocket.RemoteEndpoint.Basic remote) throws Exception {
                    remote.sendText("past the router");
                  }
                }
                """);
  }

  private RuleCoverage coverage(TestPolicy policy) {
    return project.policy(policy).scan().coverage().rules().get(0);
  }

  private static TestPolicy role() {
    return TestPolicy.empty().role("router", "shop.Router");
  }

  /** A scan of sources must never look as if it had held the calls against the policy. */
  @Test
  void saysThatItDidNotRunWhereCallsAreReserved() {
    RuleCoverage coverage =
        coverage(role().reserve("jakarta.websocket.RemoteEndpoint.Basic", "send*"));

    assertFalse(coverage.ran());
    assertEquals("it needs class files, which this version does not read", coverage.notRun());
    assertEquals(0, coverage.subjects());
    assertEquals("calls", coverage.unit());
  }

  @Test
  void saysThatThereIsNothingToRunForWhereNoneAre() {
    assertEquals("the policy reserves no calls for a canonical", coverage(role()).notRun());
  }
}
