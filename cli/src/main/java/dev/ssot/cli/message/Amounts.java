package dev.ssot.cli.message;

/** Numbers with what they count, in words. */
public final class Amounts {

  private Amounts() {}

  /** A number and its noun, such as {@code 1 role} or {@code 2 roles}. */
  public static String of(int number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }
}
