package dev.ssot.router.simulation;

import dev.ssot.router.protocol.EventClass;
import dev.ssot.router.protocol.Payload;
import dev.ssot.router.run.OpenTool;
import dev.ssot.router.run.Run;
import dev.ssot.router.run.RunPlan;
import dev.ssot.router.run.Thinking;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Agents that say what comes to their mind, in any order, and stop whenever they like. */
final class Producer {

  private final World world;
  private final Random random;
  private final List<Run> runs = new ArrayList<>();
  private final List<OpenTool> tools = new ArrayList<>();

  Producer(World world) {
    this.world = world;
    random = world.random();
  }

  void produce() {
    if (runs.isEmpty() || random.nextInt(4) == 0) {
      runs.add(world.router().startRun(pick(World.USERS), RunPlan.of("s", "guide")));
      return;
    }
    Run run = pick(runs);
    world.note(() -> "run " + run.id());
    switch (random.nextInt(8)) {
      case 0 -> run.think(Thinking.of("hm"));
      case 1, 2 -> tools.add(run.openTool("search", Payload.empty()));
      case 3 -> run.complete("done");
      case 4 -> run.fail("broken");
      case 5, 6 -> run.emit("piece", EventClass.DELTA, Payload.of(Map.of("text", "la ")));
      default -> {
        if (!tools.isEmpty()) {
          pick(tools).completed(Payload.empty());
        }
      }
    }
  }

  /** The process has died, and the agents with it. */
  void forget() {
    runs.clear();
    tools.clear();
  }

  private <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
