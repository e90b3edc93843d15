package dev.ssot.rules.codebase;

import dev.ssot.rules.model.Region;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The values that a production file branches over, declares and writes out; read only where a
 * policy declares roles.
 *
 * @param branches each in the order of places
 * @param constants with the defaults of settings among them, in the order of places
 * @param literals telling ones only, in the order of places
 */
public record ValueFacts(
    List<BranchFact> branches, List<ConstantFact> constants, List<LiteralFact> literals) {

  public ValueFacts {
    branches = List.copyOf(branches);
    constants = List.copyOf(constants);
    literals = List.copyOf(literals);
  }

  /** The same at other places, in the same order. */
  public ValueFacts at(UnaryOperator<Region> place) {
    return new ValueFacts(
        branches.stream().map(branch -> branch.at(place)).toList(),
        constants.stream().map(constant -> constant.at(place)).toList(),
        literals.stream().map(literal -> literal.at(place)).toList());
  }

  /** The same with more literals. */
  public ValueFacts with(List<LiteralFact> more) {
    return more.isEmpty()
        ? this
        : new ValueFacts(
            branches,
            constants,
            Stream.concat(literals.stream(), more.stream())
                .sorted(Comparator.comparing(LiteralFact::region))
                .toList());
  }

  /** The facts of a file whose values nobody asks for. */
  public static ValueFacts none() {
    return new ValueFacts(List.of(), List.of(), List.of());
  }
}
