/**
 * Reads the facts of a Java file off its tokens, without a tree: a hundred times less work than a
 * parser does. Whatever it is not sure of, it hands over.
 */
package dev.ssot.rules.codebase.tokens;
