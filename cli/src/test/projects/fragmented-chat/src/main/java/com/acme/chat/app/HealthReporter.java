package com.acme.chat.app;

import com.acme.chat.routing.MessageRouter;
import java.util.Map;
import java.util.StringJoiner;

/**
 * Says how the router does.
 *
 * <p>Counts what {@link com.acme.chat.legacy.MessageRouter} did. // finds: forbidden-import
 *
 * <p>The dashboards still expect the old names.
 */
public final class HealthReporter {

  /** The name that the dashboards filter by; it names no class to load. */
  private static final String SOURCE = "com.acme.chat.legacy.MessageRouter";

  private final MessageRouter router;

  public HealthReporter(MessageRouter router) {
    this.router = router;
  }

  public String report() {
    StringJoiner lines = new StringJoiner("\n");
    for (Map.Entry<String, Long> count : router.counts().entrySet()) {
      lines.add(SOURCE + "." + count.getKey() + " " + count.getValue());
    }
    return lines.toString();
  }
}
