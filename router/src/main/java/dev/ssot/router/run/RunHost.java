package dev.ssot.router.run;

import dev.ssot.router.protocol.Emission;
import dev.ssot.router.protocol.Event;
import dev.ssot.router.protocol.RunStep;
import java.time.Instant;
import java.util.function.Supplier;

/** What runs need of the user whose runs they are. */
public interface RunHost {

  /** Does the action while nobody else reads or changes anything of this user. */
  <T> T exclusively(Supplier<T> action);

  /** Adds an event of a run to the user's stream; called exclusively. */
  Emission append(Event event, RunStep step);

  /** A name that no run of the user has had; called exclusively. */
  String nextRunId();

  /** The time by the router's clock. */
  Instant now();
}
