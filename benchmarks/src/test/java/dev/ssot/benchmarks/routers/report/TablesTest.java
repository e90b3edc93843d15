package dev.ssot.benchmarks.routers.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TablesTest {

  @Test
  void showsEveryServerWithItsRatios() {
    String tables =
        markdown(
            Map.of("routed.events_per_s", 60_000.0, "routed.acks_per_s", 60_000.0),
            Map.of("routed.events_per_s", 80_000.0));
    assertTrue(tables.contains("| router | 60,000 | 60,000 |  |  |  |  | 1.00 | 0.75 |"), tables);
    assertTrue(tables.contains("| bare | 80,000 |  |  |  |  |  | 0.75 | 1.00 |"), tables);
  }

  @Test
  void leavesOutWhatNobodyWasPutThrough() {
    String tables = markdown(Map.of("routed.events_per_s", 1.0), Map.of());
    assertFalse(tables.contains("Resident"), tables);
    assertFalse(tables.contains("resumed"), tables);
  }

  @Test
  void holdsTheRouterAgainstItsTargets() {
    String tables =
        markdown(
            Map.of("routed.events_per_s", 60_000.0, "latency-20000.p99_us", 4_000.0),
            Map.of("routed.events_per_s", 90_000.0));
    assertTrue(tables.contains("| routed ÷ bare | ≥ 0.60 | 0.67 | yes |"), tables);
    assertTrue(tables.contains("| routed events/s | ≥ 80,000 | 60,000 | no |"), tables);
    assertTrue(tables.contains("| p99 at 20,000/s, ms | ≤ 5.00 | 4.00 | yes |"), tables);
  }

  @Test
  void aResumeThatIsNotCompleteHasNotTakenASecond() {
    String tables =
        markdown(
            Map.of("resume.complete", 0.0, "resume.complete_s", 1.0, "resume.connections", 9_999.0),
            Map.of());
    assertTrue(
        tables.contains("| 9,999 severed connections resumed, s | ≤ 5.00 | Infinity | no |"),
        tables);
  }

  @Test
  void stalledReadersMayMoveTheOthersByAFifth() {
    String row = "| others' p99 moved by stalled readers | ≤ 0.20 | ";
    String tables = markdown(Map.of("stall.moved", -0.25), Map.of());
    assertTrue(tables.contains(row + "-0.25 | yes |"), tables);
    tables = markdown(Map.of("stall.moved", 0.5), Map.of());
    assertTrue(tables.contains(row + "0.50 | no |"), tables);
  }

  @Test
  void addsUpAllFaultsOfTheRouter() {
    String tables = markdown(Map.of("routed.lost", 2.0, "memory.reordered", 1.0), Map.of());
    assertTrue(
        tables.contains("| lost, twice or out of order, all trials | ≤ 0.00 | 3.00 | no |"),
        tables);
  }

  @Test
  void readsWhatATrialHasWritten() {
    assertEquals(Map.of("routed.lost", 0.5), Results.parse("routed.lost\t0.500\n"));
    assertThrows(IllegalArgumentException.class, () -> Results.parse("routed.lost 0.5"));
  }

  private static String markdown(Map<String, Double> router, Map<String, Double> bare) {
    return new Tables(new Results(Map.of("router", router, "bare", bare))).markdown();
  }
}
