package dev.ssot.rules.catalog;

import dev.ssot.rules.codebase.Codebase.TypeEntry;
import dev.ssot.rules.model.ShimTerms;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * A shim, as an annotation, the policy or its own code shows it.
 *
 * @param canonical qualified name of the type that it forwards to, or the empty string where
 *     nothing tells
 */
record KnownShim(TypeEntry entry, String canonical, ShimTerms terms) {

  /** The last day on which it may be there; none where it is missing or no date. */
  Optional<LocalDate> until() {
    try {
      return terms.until().isEmpty()
          ? Optional.empty()
          : Optional.of(LocalDate.parse(terms.until()));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /** Whether it has an end date that is still to come, or today's. */
  boolean isInTime(LocalDate today) {
    return until().filter(last -> !today.isAfter(last)).isPresent();
  }
}
