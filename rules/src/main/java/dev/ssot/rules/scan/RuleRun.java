package dev.ssot.rules.scan;

import dev.ssot.rules.catalog.Case;
import dev.ssot.rules.catalog.Judgement;
import dev.ssot.rules.catalog.Rule;
import dev.ssot.rules.codebase.Workers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Lets rules judge a case: one after another, and those that are judged apart beside the others,
 * each in a turn of its own. The result does not depend on the number of threads.
 */
final class RuleRun {

  private final List<Rule> rules;
  private final Case facts;
  private final AtomicReferenceArray<Judgement> judgements;

  private RuleRun(List<Rule> rules, Case facts) {
    this.rules = rules;
    this.facts = facts;
    this.judgements = new AtomicReferenceArray<>(rules.size());
  }

  /**
   * The judgements of some rules, in their order.
   *
   * @param threads at least 1
   */
  static List<Judgement> of(List<Rule> rules, Case facts, int threads) {
    RuleRun run = new RuleRun(rules, facts);
    run.run(threads);
    List<Judgement> all = new ArrayList<>();
    for (int i = 0; i < rules.size(); i++) {
      all.add(run.judgements.get(i));
    }
    return all;
  }

  private void run(int threads) {
    List<Integer> apart = new ArrayList<>();
    List<Integer> others = new ArrayList<>();
    for (int i = 0; i < rules.size(); i++) {
      (rules.get(i).isJudgedApart() ? apart : others).add(i);
    }
    if (threads == 1 || apart.stream().allMatch(this::isIdle)) {
      others.addAll(apart);
      others.forEach(this::judge);
      return;
    }
    // What waits for the casts lets the others go first.
    apart.sort(Comparator.comparing(i -> rules.get(i).asksForCasts()));
    facts.prepareApart();
    List<Runnable> turns = new ArrayList<>();
    turns.add(
        () -> {
          if (!facts.policy().roles().isEmpty()) {
            facts.casts();
          }
          others.forEach(this::judge);
        });
    apart.forEach(i -> turns.add(() -> judge(i)));
    Workers.each(turns.size(), threads, i -> turns.get(i).run());
  }

  /** Whether the policy asks nothing of a rule, which so is not worth a thread. */
  private boolean isIdle(int i) {
    return !rules.get(i).needsClassFiles(facts.policy());
  }

  private void judge(int i) {
    judgements.set(i, rules.get(i).judge(facts));
  }
}
