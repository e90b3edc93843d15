package dev.ssot.router.demo.agent;

import dev.ssot.router.protocol.Payload;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Takes its time and does nothing else. */
final class SlowTool implements Tool {

  private static final Set<String> CUES = Set.of("slow", "slowly", "wait", "patience", "long");

  private final Duration time;

  SlowTool(Duration time) {
    this.time = time;
  }

  @Override
  public String name() {
    return "wait";
  }

  @Override
  public Optional<Payload> wanted(String question) {
    return Words.hasAny(question, CUES)
        ? Optional.of(Payload.of(Map.of("milliseconds", time.toMillis())))
        : Optional.empty();
  }

  @Override
  public Payload call(Payload parameters) throws InterruptedException {
    long started = System.nanoTime();
    TimeUnit.NANOSECONDS.sleep(time.toNanos());
    long took = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started);
    return Payload.of(Map.of("waited_ms", took));
  }

  @Override
  public String told(Payload result) {
    return "The slow tool is done after %d ms.".formatted(result.number("waited_ms").orElse(0L));
  }
}
