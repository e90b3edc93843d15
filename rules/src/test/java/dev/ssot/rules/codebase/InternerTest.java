package dev.ssot.rules.codebase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;

class InternerTest {

  private final Interner shared = new Interner();

  @Test
  void givesOneInstanceOfEachTextWhoeverAsks() {
    Interner near = shared.near();
    Interner other = shared.near();
    for (int round = 0; round < 2; round++) {
      // More texts than any of them has at hand.
      for (int i = 0; i < 10_000; i++) {
        String one = near.one("text " + i);
        assertEquals("text " + i, one);
        assertSame(one, near.one("text " + i));
        assertSame(one, other.one("text " + i));
        assertSame(one, shared.one("text " + i));
      }
    }
  }
}
