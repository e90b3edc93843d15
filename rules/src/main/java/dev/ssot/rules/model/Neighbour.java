package dev.ssot.rules.model;

/**
 * A type that is like another one.
 *
 * @param percent how much, 0 to 100
 * @param standing the part that it plays beside the other
 * @param verdict what it is in a word: the kind of rival, or the part
 * @param reason why it is taken for that, a clause
 */
public record Neighbour(TypeRef type, double percent, Standing standing, String verdict, String reason) {}
