package dev.ssot.benchmarks.routers.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProcFilesTest {

  @Test
  void addsUserAndSystemTimeWhateverTheProcessIsCalled() {
    String stat = "17 (a b) c) S 1 17 17 0 -1 4194560 500 0 0 0 250 50 0 0 20 0 9 0 4711 0 0";
    assertEquals(Duration.ofSeconds(3), ProcessorTime.of(stat));
  }

  @Test
  void readsTheResidentSetInBytes() {
    assertEquals(
        2_097_152, ResidentMemory.of("VmPeak:\t  9000 kB\nVmRSS:\t  2048 kB\nThreads:\t3\n"));
  }

  @Test
  void refusesAStatusWithoutResidentSet() {
    assertThrows(IllegalArgumentException.class, () -> ResidentMemory.of("VmPeak: 3 kB\n"));
  }
}
