package dev.ssot.rules.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class FingerprintTest {

  private static final Subject LOGIN = Subject.ofType("shop.login.Login");

  /** A baseline of last year must still match: changing this value is a breaking change. */
  @Test
  void theValueNeverChanges() {
    assertEquals(
        "v1:49a705186ee1efcd327996de18c1784e",
        Fingerprint.of("forbidden-import", LOGIN, List.of("import", "shop.legacy.Sessions"))
            .value());
  }

  @Test
  void ruleSubjectMemberAndEvidenceAllCount() {
    Fingerprint one = Fingerprint.of("rule", LOGIN, List.of("a"));

    assertEquals(one, Fingerprint.of("rule", LOGIN, List.of("a")));
    assertNotEquals(one, Fingerprint.of("other", LOGIN, List.of("a")));
    assertNotEquals(one, Fingerprint.of("rule", Subject.ofType("shop.Login"), List.of("a")));
    assertNotEquals(one, Fingerprint.of("rule", new Subject("shop.login.Login", "a"), List.of()));
    assertNotEquals(one, Fingerprint.of("rule", LOGIN, List.of("b")));
  }

  @Test
  void partsAreKeptApart() {
    assertNotEquals(
        Fingerprint.of("rule", LOGIN, List.of("ab", "c")),
        Fingerprint.of("rule", LOGIN, List.of("a", "bc")));
    assertNotEquals(
        Fingerprint.of("rule", LOGIN, List.of("a", "b")),
        Fingerprint.of("rule", LOGIN, List.of("b", "a")));
  }

  @Test
  void anotherVersionIsRefused() {
    IllegalArgumentException refusal =
        assertThrows(IllegalArgumentException.class, () -> new Fingerprint("v2:00"));

    assertEquals("Not a fingerprint of version v1: v2:00", refusal.getMessage());
  }
}
