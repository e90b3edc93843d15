package dev.ssot.router;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MonitorTest {

  private final Monitor monitor = new Monitor();
  private final List<String> done = new ArrayList<>();

  @Test
  void doesEffectsInTheirOrderAfterTheOutermostAction() {
    monitor.exclusively(
        () -> {
          leave("first");
          monitor.exclusively(
              () -> {
                leave("second");
                return true;
              });
          return done.add("action");
        });
    assertEquals(List.of("action", "first", "second"), done);
  }

  @Test
  void doesTheOtherEffectsWhenOneThrows() {
    IllegalStateException thrown =
        assertThrows(
            IllegalStateException.class,
            () ->
                monitor.exclusively(
                    () -> {
                      leave("first");
                      monitor.afterwards(
                          () -> {
                            throw new IllegalStateException("broken");
                          });
                      leave("third");
                      return true;
                    }));
    assertEquals("broken", thrown.getMessage());
    assertEquals(List.of("first", "third"), done);
  }

  @Test
  void doesTheEffectsOfAnActionThatThrows() {
    assertThrows(
        IllegalStateException.class,
        () ->
            monitor.exclusively(
                () -> {
                  leave("first");
                  throw new IllegalStateException("broken");
                }));
    assertEquals(List.of("first"), done);
  }

  @Test
  void takesNoEffectOutsideOfAnAction() {
    assertThrows(IllegalStateException.class, () -> leave("lost"));
  }

  private void leave(String effect) {
    monitor.afterwards(() -> done.add(effect));
  }
}
