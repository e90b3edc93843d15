package dev.ssot.router;

import dev.ssot.router.protocol.Emission;
import dev.ssot.router.protocol.UserKey;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Whom an event for several users reached.
 *
 * @param delivered users on whose connections it is on its way
 * @param logged users who get it when they resume
 * @param refused users whose stream does not have it, and why
 */
public record Reach(int delivered, int logged, Map<UserKey, Emission.Refused> refused) {

  public Reach {
    refused = Collections.unmodifiableMap(new LinkedHashMap<>(refused));
  }

  static Reach of(Map<UserKey, Emission> emissions) {
    int delivered = 0;
    int logged = 0;
    Map<UserKey, Emission.Refused> refused = new LinkedHashMap<>();
    for (Map.Entry<UserKey, Emission> one : emissions.entrySet()) {
      if (one.getValue() instanceof Emission.Refused why) {
        refused.put(one.getKey(), why);
      } else if (one.getValue() instanceof Emission.Delivered) {
        delivered++;
      } else {
        logged++;
      }
    }
    return new Reach(delivered, logged, refused);
  }
}
