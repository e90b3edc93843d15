package dev.ssot.router.protocol;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PayloadPileTest {

  @Test
  void givesBackWhatWasAdded() {
    Random random = new Random(17);
    for (int round = 0; round < 500; round++) {
      PayloadPile pile = new PayloadPile(random.nextInt(5_000));
      List<Payload> added = new ArrayList<>();
      List<Integer> places = new ArrayList<>();
      Payload next = Payload.of(RandomPayloads.object(random, 3));
      while (pile.takes(next) && added.size() < 100) {
        int before = pile.taken();
        places.add(pile.add(next));
        assertEquals(before + PayloadPile.room(next), pile.taken());
        added.add(next);
        next = Payload.of(RandomPayloads.object(random, 3));
      }
      for (int i = 0; i < added.size(); i++) {
        Payload read = pile.get(places.get(i));
        assertEquals(added.get(i), read);
        assertEquals(added.get(i).bytes(), read.bytes());
        assertArrayEquals(added.get(i).json(), read.json());
        assertEquals("{\"p\":" + utf8(read.json()) + "}", written(read));
        assertSame(read, read.packed());
      }
    }
  }

  @Test
  void takesNoMoreThanThereIsRoomFor() {
    Payload payload = Payload.of(Map.of("text", "x".repeat(100)));
    PayloadPile pile = new PayloadPile(2 * PayloadPile.room(payload));
    pile.add(payload);
    assertTrue(pile.takes(payload));
    pile.add(payload);
    assertFalse(pile.takes(payload));
  }

  @Test
  void sharesWhatIsLargeAndKeepsDecimalsAsTheyAre() {
    PayloadPile pile = new PayloadPile(0);
    Payload large = Payload.of(Map.of("text", "x".repeat(5_000)));
    Payload decimal = Payload.of(Map.of("price", new BigDecimal("12.50")));
    int first = pile.add(large);
    int second = pile.add(decimal);
    assertSame(large.packed(), pile.get(first));
    assertEquals(decimal, pile.get(second));
    assertEquals(0, pile.taken());
  }

  private static String written(Payload payload) {
    return utf8(new JsonText(8).begin().name("p").payload(payload).end().bytes());
  }

  private static String utf8(byte[] json) {
    return new String(json, StandardCharsets.UTF_8);
  }
}
