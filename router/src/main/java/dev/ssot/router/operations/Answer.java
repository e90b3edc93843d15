package dev.ssot.router.operations;

import java.util.Map;

/** What the operations port says to one request. */
record Answer(int status, String type, String body) {

  private static final String JSON = "application/json";

  /** A value as JSON. */
  static Answer json(int status, Object value) {
    return new Answer(status, JSON, Json.text(value) + "\n");
  }

  /** Text that a Prometheus server reads. */
  static Answer metrics(String text) {
    return new Answer(200, "text/plain; version=0.0.4; charset=utf-8", text);
  }

  /** Why there is nothing else to be said. */
  static Answer refusal(int status, String why) {
    return json(status, Map.of("error", why));
  }
}
