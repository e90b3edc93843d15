package dev.ssot.router.protocol;

/** The check that identities share. */
final class Names {

  private Names() {}

  static void require(String subject, String value) {
    if (value.isBlank()) {
      throw new IllegalArgumentException("The " + subject + " is blank; give a name");
    }
  }
}
