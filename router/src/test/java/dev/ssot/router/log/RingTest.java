package dev.ssot.router.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RingTest {

  @Test
  void isAQueueWhoseElementsHavePlaces() {
    Random random = new Random(17);
    Ring<Integer> ring = new Ring<>();
    List<Integer> model = new ArrayList<>();
    for (int round = 0; round < 50_000; round++) {
      boolean growing = round / 1_000 % 2 == 0;
      if (model.isEmpty() || random.nextInt(5) < (growing ? 3 : 2)) {
        ring.addLast(round);
        model.add(round);
      } else {
        assertEquals(model.remove(0), ring.removeFirst());
      }
      assertEquals(model.size(), ring.size());
      if (!model.isEmpty()) {
        int place = random.nextInt(model.size());
        assertEquals(model.get(place), ring.get(place));
      }
    }
  }

  @Test
  void hasNothingBeyondItsEnds() {
    Ring<String> ring = new Ring<>();
    ring.addLast("one");
    assertThrows(IndexOutOfBoundsException.class, () -> ring.get(1));
    ring.removeFirst();
    assertThrows(IndexOutOfBoundsException.class, ring::removeFirst);
  }
}
