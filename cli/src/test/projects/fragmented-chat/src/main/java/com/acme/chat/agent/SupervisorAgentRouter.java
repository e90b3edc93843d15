package com.acme.chat.agent;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Gives a task to the agent with the right skill and the least work.
 *
 * <p>It knows nothing of connections: a task comes in as a call and its answer goes back to the
 * caller.
 */
public final class SupervisorAgentRouter {

  private static final int ATTEMPTS = 3;

  private final List<Agent> agents = new CopyOnWriteArrayList<>();
  private final Map<String, AtomicInteger> workload = new ConcurrentHashMap<>();

  public void hire(Agent agent) {
    agents.add(agent);
    workload.put(agent.name(), new AtomicInteger());
  }

  public void dismiss(String agentName) {
    agents.removeIf(agent -> agent.name().equals(agentName));
    workload.remove(agentName);
  }

  /** Lets the best agent perform a task, and the next best if that one fails. */
  public String delegate(AgentTask task) {
    List<String> tried = new ArrayList<>();
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Optional<Agent> chosen = choose(task.skill(), tried);
      if (chosen.isEmpty()) {
        break;
      }
      Agent agent = chosen.get();
      AtomicInteger load = workload.get(agent.name());
      load.incrementAndGet();
      try {
        return agent.perform(task);
      } catch (IllegalStateException unable) {
        tried.add(agent.name());
      } finally {
        load.decrementAndGet();
      }
    }
    throw new IllegalStateException(
        "No agent can do " + task.skill() + "; tried " + String.join(", ", tried));
  }

  private Optional<Agent> choose(String skill, List<String> tried) {
    return agents.stream()
        .filter(agent -> agent.skills().contains(skill))
        .filter(agent -> !tried.contains(agent.name()))
        .min(Comparator.comparingInt(agent -> workload.get(agent.name()).get()));
  }
}
