package com.acme.tidy.agent;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Chooses the agent for a question by the words in it. */
public final class SkillRouter {

  private final Map<String, UnaryOperator<String>> agentsBySkill = new TreeMap<>();

  public SkillRouter teach(String skill, UnaryOperator<String> agent) {
    agentsBySkill.put(skill, agent);
    return this;
  }

  /** The answer of the first agent whose skill the question names. */
  public String answer(String question) {
    List<String> words = List.of(question.toLowerCase(Locale.ROOT).split("\\W+"));
    return agentsBySkill.entrySet().stream()
        .filter(entry -> words.contains(entry.getKey()))
        .map(entry -> entry.getValue().apply(question))
        .findFirst()
        .orElse("Nobody here knows that");
  }
}
