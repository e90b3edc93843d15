package dev.ssot.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Who comes last has the work done. */
class ArrivalsTest {

  private final Map<String, Object> context = new HashMap<>();

  private Optional<Arrivals> come(String key, String module, String settings) {
    return Arrivals.last(context, key, Set.of("a", "b"), Map.entry(module, settings));
  }

  @Test
  void onlyTheLastOneIsTheLast() {
    assertEquals(Optional.empty(), come("check", "b", "s"));
    assertEquals(Optional.of(new Arrivals(Map.of("a", "s", "b", "s"))), come("check", "a", "s"));
  }

  @Test
  void goalsDoNotWaitForEachOther() {
    assertEquals(Optional.empty(), come("check", "a", "s"));
    assertEquals(Optional.empty(), come("report", "b", "s"));
    assertTrue(come("check", "b", "s").isPresent());
  }

  @Test
  void whoComesAgainIsNotTheLast() {
    come("check", "a", "s");
    assertTrue(come("check", "b", "s").isPresent());
    assertTrue(come("check", "b", "s").isEmpty());
  }

  @Test
  void skippedModulesHaveNoSettingsThatCouldDiffer() {
    come("check", "a", "");
    Arrivals arrivals = come("check", "b", "s").orElseThrow();
    assertEquals(Set.of("a"), arrivals.skipped());
    assertEquals(Map.of("s", "b"), arrivals.differentSettings());
  }

  @Test
  void differentSettingsAreEachNamedWithAModule() {
    come("check", "a", "one");
    assertEquals(
        Map.of("one", "a", "two", "b"),
        come("check", "b", "two").orElseThrow().differentSettings());
  }

  @Test
  void ofManyAtOnceOneIsTheLast() throws ExecutionException, InterruptedException {
    Set<String> expected = Set.of("0", "1", "2", "3", "4", "5", "6", "7");
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Future<Optional<Arrivals>>> coming = new ArrayList<>();
      for (String module : expected) {
        coming.add(
            threads.submit(
                () -> Arrivals.last(context, "check", expected, Map.entry(module, "s"))));
      }
      int last = 0;
      for (Future<Optional<Arrivals>> one : coming) {
        last += one.get().isPresent() ? 1 : 0;
      }
      assertEquals(1, last);
    } finally {
      threads.shutdownNow();
    }
  }
}
