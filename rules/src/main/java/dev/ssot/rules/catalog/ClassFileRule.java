package dev.ssot.rules.catalog;

import dev.ssot.rules.model.Policy;
import dev.ssot.rules.model.Severity;
import java.util.List;

/**
 * A rule on class files that has something to judge only where the policy asks for it, which {@link
 * #needsClassFiles} tells.
 */
abstract class ClassFileRule implements Rule {

  private final String id;
  private final String kind;
  private final String unit;
  private final String idle;

  /**
   * A rule whose findings are errors.
   *
   * @param kind the tag that says what kind of rule it is
   * @param unit what it judges, in the plural
   * @param idle why it does not run under a policy that asks for nothing
   */
  ClassFileRule(String id, String kind, String unit, String idle) {
    this.id = id;
    this.kind = kind;
    this.unit = unit;
    this.idle = idle;
  }

  @Override
  public final String id() {
    return id;
  }

  @Override
  public final Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public final List<String> tags() {
    return List.of(kind, Catalog.OF_CLASS_FILES);
  }

  @Override
  public abstract boolean needsClassFiles(Policy policy);

  /** What class files show nobody else asks. */
  @Override
  public final boolean isJudgedApart() {
    return true;
  }

  @Override
  public final Judgement judge(Case facts) {
    if (!needsClassFiles(facts.policy())) {
      return Judgement.notRun(unit, idle);
    }
    return facts.bytecode().files().isEmpty() ? Bytecode.absent(unit) : look(facts);
  }

  /** Judges a case that has class files, under a policy that asks for it. */
  abstract Judgement look(Case facts);
}
