package dev.ssot.rules.triage;

import dev.ssot.rules.catalog.NearNames;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The rules by what a suppression may say of them.
 *
 * @param acceptable ids of the rules whose findings can be accepted, sorted
 * @param others ids of the rules that judge acceptance itself
 * @param ran ids of the rules that have looked at the code
 */
public record RuleIds(List<String> acceptable, List<String> others, Set<String> ran) {

  public RuleIds {
    acceptable = List.copyOf(acceptable);
    others = List.copyOf(others);
    ran = Set.copyOf(ran);
  }

  /** Why findings of a rule cannot be accepted, if they cannot. */
  Optional<String> fault(String rule) {
    if (acceptable.contains(rule)) {
      return Optional.empty();
    }
    if (others.contains(rule)) {
      return Optional.of("what `%s` finds is to be mended and cannot be accepted".formatted(rule));
    }
    String meant =
        acceptable.stream()
            .filter(known -> NearNames.isTypo(rule, known))
            .findFirst()
            .map(", did you mean `%s`"::formatted)
            .orElse("");
    return Optional.of("there is no rule `%s`%s".formatted(rule, meant));
  }

  /** Whether nothing can be said of what accepts findings of a rule: it exists and has not run. */
  boolean isSilent(String rule) {
    return acceptable.contains(rule) && !ran.contains(rule);
  }
}
