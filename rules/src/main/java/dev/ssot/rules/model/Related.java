package dev.ssot.rules.model;

/**
 * Another place that a reader of a finding wants to open.
 *
 * @param label what the place is, such as {@code canonical}
 * @param name what stands there, such as a qualified type
 */
public record Related(String label, String name, Location location) {}
