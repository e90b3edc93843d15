package com.acme.chat.agent;

import java.util.Set;

/** Something that can answer a task. */
public interface Agent {

  String name();

  Set<String> skills();

  String perform(AgentTask task);
}
