package dev.ssot.rules.codebase;

/**
 * Something that an ArchUnit rule of the user finds wrong.
 *
 * @param rule class and member that hold the rule, {@code a.b.Rules#noCycles}
 * @param description what the rule demands, in its own words
 * @param message what is wrong, in the words of the rule
 * @param minor whether the rule is of low priority
 * @param in name of the class that it shows in, or the empty string
 * @param line in its source file, or 0
 */
public record RuleBreach(
    String rule, String description, String message, boolean minor, String in, int line) {}
