package dev.ssot.rules.model;

/**
 * A type near a role.
 *
 * @param verdict what it is in a word: the kind of rival, or the part
 * @param percent how like the canonical it is: for a rival the confidence, otherwise the likeness
 * @param liveness by whom it is used
 * @param users number of types that use it
 * @param reason why it plays that part, a clause
 */
public record NearType(
    TypeRef type,
    Standing standing,
    String verdict,
    double percent,
    Liveness liveness,
    int users,
    String reason) {}
