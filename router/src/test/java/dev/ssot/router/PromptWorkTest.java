package dev.ssot.router;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.Test;

class PromptWorkTest {

  private final Executor prompt = new PromptWork();
  private final List<String> done = new ArrayList<>();

  @Test
  void runsAtOnceAndWhatItCausesAfterwards() {
    prompt.execute(
        () -> {
          prompt.execute(() -> done.add("caused"));
          done.add("first");
        });
    prompt.execute(() -> done.add("next"));
    assertEquals(List.of("first", "caused", "next"), done);
  }

  @Test
  void aLongChainNeedsNoDeepStack() {
    countDown(100_000);
    assertEquals(List.of("end"), done);
  }

  @Test
  void aFailureIsPassedOnWhenTheRestIsDone() {
    IllegalStateException failure =
        assertThrows(
            IllegalStateException.class,
            () ->
                prompt.execute(
                    () -> {
                      prompt.execute(() -> done.add("after"));
                      throw new IllegalStateException("broken on purpose");
                    }));
    assertEquals("broken on purpose", failure.getMessage());
    assertEquals(List.of("after"), done);
    prompt.execute(() -> done.add("later"));
    assertEquals(List.of("after", "later"), done);
  }

  private void countDown(int left) {
    prompt.execute(left == 0 ? () -> done.add("end") : () -> countDown(left - 1));
  }
}
