package dev.ssot.router.log;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.ssot.router.protocol.Event;
import dev.ssot.router.protocol.EventClass;
import dev.ssot.router.protocol.Payload;
import dev.ssot.router.protocol.RandomPayloads;
import dev.ssot.router.protocol.RunStep;
import dev.ssot.router.protocol.StreamEvent;
import dev.ssot.router.protocol.StreamPosition;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PackedEventTest {

  private static final Instant TIME = Instant.parse("2026-01-31T10:15:30.123456789Z");

  @Test
  void isUnpackedAsItWas() {
    Random random = new Random(17);
    for (int round = 0; round < 20_000; round++) {
      StreamEvent event = event(random);
      PackedEvent packed = new PackedEvent(event);
      assertEquals(event, packed.unpacked(event.position()));
      assertEquals(event.bytes(), packed.bytes());
      assertEquals(event.ts(), packed.ts());
    }
  }

  private static StreamEvent event(Random random) {
    EventClass[] classes = EventClass.values();
    return new StreamEvent(
        new StreamPosition("e-1", 1 + random.nextInt(1_000)),
        random.nextBoolean() ? TIME : Instant.ofEpochSecond(-random.nextInt(1_000)),
        random.nextBoolean() ? RunStep.NONE : new RunStep("r-é", 1L + random.nextInt(9)),
        new Event(
            "note",
            classes[random.nextInt(classes.length)],
            random.nextBoolean() ? "" : "s-𝄞",
            Payload.of(RandomPayloads.object(random, 3))));
  }
}
