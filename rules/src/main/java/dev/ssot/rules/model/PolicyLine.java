package dev.ssot.rules.model;

/**
 * Where a setting stands in the policy.
 *
 * @param file relative to the base of the scan; for a built-in policy its name, such as {@code
 *     websocket-router}; the empty string for what the asker of a scan adds
 * @param line starts at 1
 * @param column starts at 1
 * @param key the path of keys, such as {@code roles[0].forbid[1].path}
 */
public record PolicyLine(String file, int line, int column, String key) {}
