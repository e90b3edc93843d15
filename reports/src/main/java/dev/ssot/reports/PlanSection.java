package dev.ssot.reports;

import java.util.List;

/**
 * A part of the tracking document of a role.
 *
 * @param heading the whole line, unique in the document
 * @param introduction lines below it, written once
 * @param conclusion lines below the steps, written once
 */
record PlanSection(
    String heading, List<String> introduction, List<PlanStep> steps, List<String> conclusion) {

  PlanSection {
    introduction = List.copyOf(introduction);
    steps = List.copyOf(steps);
    conclusion = List.copyOf(conclusion);
  }
}
