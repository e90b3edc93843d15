package dev.ssot.router;

import dev.ssot.router.protocol.ClientMessage;
import org.jspecify.annotations.NullUnmarked;

/** Handlers as they come from code that knows nothing of null annotations. */
@NullUnmarked
final class BrokenHandlers {

  private BrokenHandlers() {}

  static Reply nothing(Context context, ClientMessage message) {
    return null;
  }
}
