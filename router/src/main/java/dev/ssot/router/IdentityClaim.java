package dev.ssot.router;

import dev.ssot.router.protocol.ClientMessage;
import dev.ssot.router.protocol.UserKey;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds a message that says it is from somebody else than the user of the handshake. */
final class IdentityClaim {

  private static final List<String> USER_FIELDS = List.of("user_id", "userId");
  private static final List<String> TENANT_FIELDS = List.of("tenant_id", "tenantId");

  private IdentityClaim() {}

  /** The place of a claim that is not true, if there is one. */
  static Optional<String> falseClaim(UserKey user, ClientMessage message) {
    if (!message.claimedUser().isEmpty() && !message.claimedUser().equals(user.user())) {
      return Optional.of("the envelope");
    }
    return falseField(USER_FIELDS, user.user(), message)
        .or(() -> falseField(TENANT_FIELDS, user.tenant(), message));
  }

  private static Optional<String> falseField(
      List<String> names, String truth, ClientMessage message) {
    for (String name : names) {
      if (contradicts(message.payload().fields().get(name), truth)) {
        return Optional.of(name);
      }
    }
    return Optional.empty();
  }

  private static boolean contradicts(@Nullable Object claim, String truth) {
    return claim != null && !claim.toString().equals(truth);
  }
}
