package dev.ssot.router.protocol;

import java.util.Set;

/** Message types that the protocol itself uses and that no application may register or emit. */
public final class Types {

  public static final String HELLO = "hello";
  public static final String WELCOME = "welcome";
  public static final String ACK = "ack";
  public static final String ERROR = "error";
  public static final String HEAD = "head";
  public static final String GAP = "gap";
  public static final String AUTH = "auth";
  public static final String PING = "ping";
  public static final String PONG = "pong";
  public static final String GOING_AWAY = "going_away";
  public static final String SERVICE_STATUS = "service_status";

  public static final String AGENT_STARTED = "agent_started";
  public static final String AGENT_THINKING = "agent_thinking";
  public static final String TOOL_EXECUTING = "tool_executing";
  public static final String TOOL_COMPLETED = "tool_completed";
  public static final String AGENT_COMPLETED = "agent_completed";

  private static final Set<String> CONTROL =
      Set.of(HELLO, WELCOME, ACK, ERROR, HEAD, GAP, AUTH, PING, PONG, GOING_AWAY, SERVICE_STATUS);

  private static final Set<String> RUN =
      Set.of(AGENT_STARTED, AGENT_THINKING, TOOL_EXECUTING, TOOL_COMPLETED, AGENT_COMPLETED);

  private Types() {}

  /** Whether a frame of this type steers the connection. */
  public static boolean isControl(String type) {
    return CONTROL.contains(type);
  }

  /** Whether an event of this type is one of the five that only a run may emit. */
  public static boolean isOfRuns(String type) {
    return RUN.contains(type);
  }

  /** The types that steer connections. */
  public static Set<String> control() {
    return CONTROL;
  }

  /** The types of the five events that only a run may emit. */
  public static Set<String> ofRuns() {
    return RUN;
  }
}
