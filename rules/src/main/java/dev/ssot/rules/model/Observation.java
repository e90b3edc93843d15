package dev.ssot.rules.model;

/**
 * Something that a reader can see in the code.
 *
 * @param words what is to be seen there, in words and not as code, such as {@code returns true}
 */
public record Observation(Location location, String words) {}
