package dev.ssot.router;

import dev.ssot.router.protocol.Payload;
import java.util.Optional;

/**
 * What payloads must look like, by type. Asked under a user's lock, so an answer must be quick;
 * safe for use by several threads.
 */
public interface PayloadRules {

  /** Takes every payload. */
  PayloadRules NONE =
      new PayloadRules() {
        @Override
        public Optional<String> inMessage(String type, Payload payload) {
          return Optional.empty();
        }

        @Override
        public Optional<String> inEvent(String type, Payload payload) {
          return Optional.empty();
        }
      };

  /** What is wrong with the payload of a client message; empty if nothing is. */
  Optional<String> inMessage(String type, Payload payload);

  /** What is wrong with the payload of an event; empty if nothing is. */
  Optional<String> inEvent(String type, Payload payload);
}
