package dev.ssot.rules.catalog;

import dev.ssot.rules.model.RuleDescription;
import java.util.List;

/** All rules, in the order of their ids. */
public final class Catalog {

  /** The tag of rules that judge class files. */
  public static final String OF_CLASS_FILES = "bytecode";

  private static final List<Rule> RULES =
      List.of(
          new ArchitectureViolation(),
          new Bypass(),
          new ConflictingConstant(),
          new DuplicateImplementation(),
          new DuplicatedLiteral(),
          new ExpiredSuppression(),
          new FakeSuccess(),
          new ForbiddenImport(),
          new FragmentedRole(),
          new IncompatibleContract(),
          new LayerViolation(),
          new MalformedSuppression(),
          new MockedCanonical(),
          new NewShimCaller(),
          new OverdueShim(),
          new PackageCycle(),
          new ScatteredDispatch(),
          new SharedMutableState(),
          new StaleBaselineEntry(),
          new TestDoubleInProduction(),
          new UnmatchedPolicy(),
          new UnresolvedImport(),
          new UnusedShim(),
          new UnusedSuppression());

  private Catalog() {}

  /** The rules; stateless, and so shared. */
  public static List<Rule> rules() {
    return RULES;
  }

  /** What each rule says of itself, in the same order. */
  public static List<RuleDescription> descriptions() {
    return RULES.stream().map(RulePage::description).toList();
  }
}
