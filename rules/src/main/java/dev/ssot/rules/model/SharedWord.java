package dev.ssot.rules.model;

/**
 * A word or literal that two types have in common.
 *
 * @param types number of types of the whole codebase in which it stands, these two included
 */
public record SharedWord(String word, int types) {}
