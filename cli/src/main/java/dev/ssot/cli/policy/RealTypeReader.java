package dev.ssot.cli.policy;

import dev.ssot.rules.model.ForbiddenPath.AccessException;
import dev.ssot.rules.model.PolicyText;
import dev.ssot.rules.model.RealTypes;
import java.util.List;
import java.util.Optional;

/** Reads {@code real}. */
final class RealTypeReader {

  private RealTypeReader() {}

  /** What the tests of a role may not replace. */
  static RealTypes read(Section role) {
    return role.section("real", PolicyKeys.REAL)
        .flatMap(RealTypeReader::real)
        .orElseGet(RealTypes::none);
  }

  private static Optional<RealTypes> real(Section real) {
    Optional<PolicyText> reason = real.requiredText("reason", Syntax.PROSE);
    List<PolicyText> types = real.texts("types", Syntax.TYPE);
    List<AccessException> except = ForbiddenPathReader.exceptions(real);
    return reason.map(text -> new RealTypes(text.value().strip(), types, except));
  }
}
