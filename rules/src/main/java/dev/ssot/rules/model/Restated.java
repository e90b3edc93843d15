package dev.ssot.rules.model;

/**
 * A place where the value of a constant is written out again.
 *
 * @param declares the constant that is declared there with the same value, or the empty string for
 *     a literal in code
 */
public record Restated(Region region, String declares) {}
