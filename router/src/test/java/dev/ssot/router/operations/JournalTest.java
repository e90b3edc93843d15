package dev.ssot.router.operations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ssot.router.limits.Rate;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class JournalTest {

  private static final Instant START = Instant.parse("2026-01-31T10:15:30Z");

  private final AtomicReference<Instant> now = new AtomicReference<>(START);
  private final List<String> lines = new ArrayList<>();
  private final Journal journal = new Journal(Level.INFO, new Rate(2, 1), now::get, lines::add);

  @Test
  void writesOneObjectALine() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("user", "al\nice\u2028\"");
    fields.put("count", 3);
    fields.put("level", "forged");
    journal.say(Level.WARNING, "something", fields);
    assertEquals(
        List.of(
            "{\"ts\":\"2026-01-31T10:15:30Z\",\"level\":\"warning\",\"event\":\"something\","
                + "\"count\":3,\"user\":\"al\\nice\\u2028\\\"\"}"),
        lines);
  }

  @Test
  void leavesOutWhatIsNotImportantEnough() {
    journal.say(Level.DEBUG, "something", Map.of());
    assertEquals(List.of(), lines);
  }

  @Test
  void leavesOutWhatIsTooMuchAndSaysHowMuch() {
    for (int i = 0; i < 10; i++) {
      journal.say(Level.INFO, "attack", Map.of());
    }
    journal.say(Level.INFO, "started", Map.of());
    assertEquals(3, lines.size());
    journal.tick();
    assertEquals(3, lines.size());
    now.set(START.plusSeconds(1));
    journal.tick();
    assertEquals(4, lines.size());
    assertTrue(
        lines.get(3).endsWith("\"lines_suppressed\",\"lines\":8,\"of\":\"attack\"}"), lines.get(3));
  }

  @Test
  void saysWhatWasLeftOutAtLast() {
    for (int i = 0; i < 5; i++) {
      journal.say(Level.INFO, "attack", Map.of());
    }
    journal.close();
    assertTrue(lines.get(2).endsWith("\"lines\":3,\"of\":\"attack\"}"), lines.get(2));
    journal.close();
    assertEquals(3, lines.size());
  }
}
