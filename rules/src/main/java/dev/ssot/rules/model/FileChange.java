package dev.ssot.rules.model;

import java.util.Optional;

/**
 * What becomes of one file.
 *
 * @param path relative to the base of the scan
 * @param before its text as it was read; who writes makes sure that it is still so
 * @param after its text then, or nothing if the file goes
 */
public record FileChange(
    String path, TextEncoding encoding, String before, Optional<String> after) {}
