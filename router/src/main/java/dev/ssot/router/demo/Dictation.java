package dev.ssot.router.demo;

import dev.ssot.router.MessageRouter;
import dev.ssot.router.limits.DictationLimits;
import dev.ssot.router.protocol.EventClass;
import dev.ssot.router.protocol.Payload;
import dev.ssot.router.protocol.UserKey;
import dev.ssot.router.run.Run;
import dev.ssot.router.run.RunPlan;
import java.util.Base64;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * A run that says so much that the buffers of a reader that has stalled fill up. Nothing else would
 * show that he does not read: an idle socket looks like one that is stuck.
 */
final class Dictation {

  private static final String TYPE = "dictation";
  private static final String PLAN = "Dictating until the stalled reader is cut off";

  private final MessageRouter router;
  private final DictationLimits limits;

  Dictation(MessageRouter router, DictationLimits limits) {
    this.router = router;
    this.limits = limits;
  }

  /** Dictates until enough was said, the run is over, or as much was said as the limits allow. */
  void perform(UserKey user, BooleanSupplier enough) throws InterruptedException {
    Run run = router.startRun(user, new RunPlan(user.toString(), "Dictation", PLAN));
    Payload piece = piece();
    int said = 0;
    boolean heard = run.started().accepted();
    while (heard && said < limits.pieces() && !enough.getAsBoolean()) {
      heard = run.emit(TYPE, EventClass.DELTA, piece).accepted();
      said++;
      TimeUnit.NANOSECONDS.sleep(limits.every().toNanos());
    }
    run.complete(
        "Said %d pieces of %d characters; %s"
            .formatted(
                said,
                limits.pieceLength(),
                enough.getAsBoolean()
                    ? "the stalled reader was cut off and gets the rest by resuming."
                    : "nobody was cut off."));
  }

  /** Text without sense, as sense would be compressed until it fits into the buffers. */
  private Payload piece() {
    byte[] random = new byte[limits.pieceLength()];
    new Random().nextBytes(random);
    String text = Base64.getEncoder().encodeToString(random);
    return Payload.of(Map.of("text", text.substring(0, limits.pieceLength())));
  }
}
