package dev.ssot.rules.model;

import java.util.List;
import java.util.Optional;

/**
 * The type that holds a role which somebody has asked for.
 *
 * @param role the role's name in the policy, or words that its types have in common, or else the
 *     simple name of the type
 * @param title the job in a few words
 * @param declared whether the policy declares it; otherwise it was discovered
 * @param canonical qualified name of the type
 * @param place where it is declared; none if that is in a library
 * @param reason why that one
 * @param avoid what may not, or should not, be used in its place
 * @param percent how much of the question the role's words answer, 0 to 100
 */
public record CanonicalAnswer(
    String role,
    String title,
    boolean declared,
    String canonical,
    Optional<Location> place,
    String reason,
    List<Avoided> avoid,
    int percent) {

  /**
   * What is not to be used.
   *
   * @param path a type, member or package by a pattern of the policy, or a type
   * @param use what is to be used instead
   */
  public record Avoided(String path, String reason, String use) {}

  public CanonicalAnswer {
    avoid = List.copyOf(avoid);
  }
}
