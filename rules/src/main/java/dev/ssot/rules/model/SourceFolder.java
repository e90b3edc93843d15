package dev.ssot.rules.model;

/**
 * A folder that a policy can name.
 *
 * @param pattern a glob on paths relative to the base, as {@link SourceSelection} takes them
 * @param files number of files below all folders that it matches
 */
public record SourceFolder(String pattern, int files) {}
