package dev.ssot.router;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.ssot.router.limits.WindowLimits;
import dev.ssot.router.protocol.ServerFrame;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Which answers are remembered, whatever order messages are begun, answered and forgotten in. */
class ReplyWindowPropertiesTest {

  private static final Duration AGE = Duration.ofSeconds(10);

  private final Bench.Line line = Bench.with(Routes.builder()).connect(Bench.ALICE);

  @Property(seed = "21")
  void remembersTheLatestAnswersAndEverythingInFlight(
      @ForAll @IntRange(min = 2, max = 6) int ids,
      @ForAll @Size(max = 80) List<@IntRange(max = 11) Integer> steps) {
    ReplyWindow window = new ReplyWindow(new WindowLimits(ids, AGE));
    Map<String, Optional<Instant>> expected = new LinkedHashMap<>();
    Instant now = Instant.EPOCH;
    int begun = 0;
    for (int step : steps) {
      if (step < 5 && inFlight(expected) < ids - 1) {
        makeRoom(expected, ids);
        String id = "c-" + ++begun;
        expected.put(id, Optional.empty());
        window.begin(Bench.message("a", id), line.connection());
      } else if (step < 10) {
        settle(window, expected, step, now);
      } else {
        now = now.plusSeconds(step - 8L);
        window.expire(now);
        Instant kept = now.minus(AGE);
        expected.values().removeIf(at -> at.isPresent() && at.get().isBefore(kept));
      }
      for (int i = 1; i <= begun; i++) {
        assertEquals(expected.containsKey("c-" + i), window.find("c-" + i).isPresent(), "c-" + i);
      }
      assertEquals(expected.size(), window.size());
    }
  }

  private static void settle(
      ReplyWindow window, Map<String, Optional<Instant>> expected, int which, Instant now) {
    List<String> open =
        expected.entrySet().stream()
            .filter(entry -> entry.getValue().isEmpty())
            .map(Map.Entry::getKey)
            .toList();
    if (!open.isEmpty()) {
      String id = open.get(which % open.size());
      boolean remember = which != 9;
      window.settle(id, new ServerFrame.Ack(id), remember, now);
      expected.remove(id);
      if (remember) {
        expected.put(id, Optional.of(now));
      }
    }
  }

  private static long inFlight(Map<String, Optional<Instant>> expected) {
    return expected.values().stream().filter(Optional::isEmpty).count();
  }

  /** The one that was answered first gives way. */
  private static void makeRoom(Map<String, Optional<Instant>> expected, int ids) {
    if (expected.size() >= ids) {
      String first =
          expected.entrySet().stream()
              .filter(entry -> entry.getValue().isPresent())
              .findFirst()
              .orElseThrow()
              .getKey();
      expected.remove(first);
    }
  }
}
