package dev.ssot.benchmarks.data;

/**
 * A library that belongs to a codebase.
 *
 * @param part {@code development} or {@code scored}
 * @param group of its coordinates in Maven Central
 */
public record Library(
    String codebase, String part, String group, String artifact, String version) {}
