package dev.ssot.router.client;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The soak in a small form; {@code router/soak} runs the long one. */
class GoldenPathSoakTest {

  @Test
  void losesDoublesAndLeaksNothing() throws Exception {
    SoakPlan plan = new SoakPlan(40, 12, 2, Long.getLong("soak.seed", 17));
    PrintStream silent =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    SoakReport report = new GoldenPathSoak(plan).run(Duration.ofSeconds(60), false, silent);
    assertTrue(report.isGood(), report::toString);
    assertTrue(report.effort().connections() > 2 * 2 * 40, report::toString);
    assertTrue(report.effort().cutsWithinFrames() > 3, report::toString);
  }
}
