package dev.ssot.router.client;

import dev.ssot.router.protocol.Types;
import dev.ssot.router.protocol.UserKey;
import dev.ssot.router.wire.ServerMessage;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;

/** One device of a user: counts whatever is not as it must be, trusting the client in nothing. */
final class SoakDevice implements ClientListener {

  private final UserKey user;
  private final SoakPlan plan;
  private final SoakCounts counts;
  private final Random random;
  private final Progress progress;
  private final Map<String, RunSoFar> open = new HashMap<>();
  private final Set<String> ended = new HashSet<>();
  private Runnable cut = () -> {};
  private long last = -1;
  private int untilCut;

  SoakDevice(UserKey user, SoakPlan plan, SoakCounts counts, Random random, Progress progress) {
    this.user = user;
    this.plan = plan;
    this.counts = counts;
    this.random = random;
    this.progress = progress;
    untilCut = plan.eventsUntilCut(random);
  }

  /** Who is told that the device follows the stream, and that a run has ended. */
  record Progress(Runnable live, Consumer<String> runEnded) {}

  /** What one run has said so far. */
  private static final class RunSoFar {
    private final Set<String> tools = new HashSet<>();
    private long rs;
  }

  /** Gives what loses the connection. */
  synchronized void cutBy(Runnable how) {
    cut = how;
  }

  @Override
  public synchronized void event(ServerMessage event) {
    counts.event();
    order(event.seq());
    String text = event.id() + event.payload();
    if (!event.id().startsWith(user + "/")
        || (event.type().equals(Types.AGENT_STARTED)
            && !event.payload().text("agent_name").orElse("").equals(user.toString()))) {
      counts.leak(text);
    }
    grammar(event);
    if (--untilCut == 0) {
      untilCut = plan.eventsUntilCut(random);
      cut.run();
    }
  }

  @Override
  public void state(ClientState state) {
    if (state == ClientState.LIVE) {
      progress.live().run();
    }
  }

  @Override
  public synchronized void lost(String reason) {
    counts.gap(user + " lost " + reason);
    last = -1;
  }

  @Override
  public void leftOut(long first, long end) {
    counts.gap(user + " was spared critical events");
  }

  /** Runs that have ended on this device. */
  synchronized int ended() {
    return ended.size();
  }

  private void order(long seq) {
    if (last >= 0 && seq > last + 1) {
      counts.gap(user + ": " + last + " then " + seq);
    } else if (seq == last) {
      counts.duplicate(user + ": " + seq);
    } else if (seq < last) {
      counts.reordering(user + ": " + last + " then " + seq);
    }
    last = seq;
  }

  private void grammar(ServerMessage event) {
    String run = event.step().run();
    if (event.type().equals(Types.AGENT_STARTED)) {
      if (open.put(run, new RunSoFar()) != null || ended.contains(run)) {
        counts.reordering(run + " began twice");
      }
    }
    RunSoFar so = open.get(run);
    if (so == null || event.step().rs() != so.rs + 1) {
      counts.reordering(run + " at " + event.step().rs() + " " + event.type());
      return;
    }
    so.rs++;
    String call = event.payload().text("tool_call_id").orElse("");
    boolean good =
        switch (event.type()) {
          case Types.TOOL_EXECUTING -> so.tools.add(call);
          case Types.TOOL_COMPLETED -> so.tools.remove(call);
          case Types.AGENT_COMPLETED -> so.tools.isEmpty();
          default -> true;
        };
    if (!good) {
      counts.reordering(run + " says " + event.type() + " out of turn");
    }
    if (event.type().equals(Types.AGENT_COMPLETED)) {
      open.remove(run);
      ended.add(run);
      progress.runEnded().accept(run);
    }
  }
}
