package dev.ssot.rules.model;

/**
 * Something that a class file shows.
 *
 * @param words what it is, such as {@code calls `Channel#write`}
 * @param location where it stands: in the source, or in the class file where no source is known
 * @param classFile the class file, relative to the base of the scan or in its archive
 */
public record Sighting(String words, Location location, String classFile) {}
