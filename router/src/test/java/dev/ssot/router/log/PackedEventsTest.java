package dev.ssot.router.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ssot.router.protocol.Event;
import dev.ssot.router.protocol.EventClass;
import dev.ssot.router.protocol.Payload;
import dev.ssot.router.protocol.RandomPayloads;
import dev.ssot.router.protocol.RunStep;
import dev.ssot.router.protocol.StreamEvent;
import dev.ssot.router.protocol.StreamPosition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PackedEventsTest {

  private static final Instant TIME = Instant.parse("2026-01-31T10:15:30.123456789Z");
  private static final StreamPosition PLACE = new StreamPosition("e-1", 17);

  @Test
  void areAQueueOfWhatWasAdded() {
    Random random = new Random(17);
    PackedEvents packed = new PackedEvents();
    List<StreamEvent> model = new ArrayList<>();
    for (int round = 0; round < 40_000; round++) {
      boolean growing = round / 500 % 2 == 0;
      if (model.isEmpty() || random.nextInt(10) < (growing ? 7 : 3)) {
        StreamEvent event = event(random);
        packed.addLast(event);
        model.add(event);
      } else {
        assertEquals(model.remove(0).bytes(), packed.removeFirst());
      }
      assertEquals(model.size(), packed.size());
      if (!model.isEmpty()) {
        int index = random.nextInt(model.size());
        assertEquals(model.get(index), packed.get(index, PLACE));
        assertEquals(model.get(0).ts(), packed.oldest());
      }
    }
  }

  @Test
  void whatWasReadStaysWhatItWasWhenMoreIsAddedAndDropped() {
    Random random = new Random(18);
    PackedEvents packed = new PackedEvents();
    List<StreamEvent> events = new ArrayList<>();
    List<StreamEvent> read = new ArrayList<>();
    for (int round = 0; round < 2_000; round++) {
      events.add(event(random));
      packed.addLast(events.get(round));
      read.add(packed.get(packed.size() - 1, PLACE));
      if (packed.size() > 50) {
        packed.removeFirst();
      }
    }
    assertEquals(events, read);
  }

  @Test
  void noMorePacksAreKeptThanEventsNeed() {
    PackedEvents packed = new PackedEvents();
    for (int round = 0; round < 1_000; round++) {
      packed.addLast(note("x".repeat(200)));
      if (packed.size() > 3) {
        packed.removeFirst();
      }
      assertTrue(packed.packs() <= 3, "packs: " + packed.packs());
    }
    for (int round = 0; round < 320; round++) {
      packed.addLast(note("x".repeat(200)));
    }
    assertTrue(packed.packs() <= 16, "packs: " + packed.packs());
  }

  private static StreamEvent note(String text) {
    Event event = Event.of("note", EventClass.CRITICAL, Payload.of(Map.of("text", text)));
    return new StreamEvent(PLACE, TIME, RunStep.NONE, event);
  }

  private static StreamEvent event(Random random) {
    if (random.nextInt(20) == 0) {
      return note("large ".repeat(1 + random.nextInt(2_000)));
    }
    EventClass[] classes = EventClass.values();
    return new StreamEvent(
        PLACE,
        random.nextBoolean() ? TIME : Instant.ofEpochSecond(-random.nextInt(1_000)),
        random.nextBoolean() ? RunStep.NONE : new RunStep("r-é", 1L + random.nextInt(9)),
        new Event(
            "note-" + random.nextInt(3),
            classes[random.nextInt(classes.length)],
            random.nextBoolean() ? "" : "s-𝄞" + random.nextInt(100),
            Payload.of(RandomPayloads.object(random, 3))));
  }
}
