package dev.ssot.rules.codebase;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/**
 * Edits of one text that can all be applied.
 *
 * <p>Which edits these are and what comes of them does not depend on the order in which they were
 * found: equal edits count once, and of edits that overlap none is applied, because a text in which
 * one of two has won means what nobody wanted. Insertions at one place stand in the order of their
 * texts, in front of what is replaced there.
 *
 * @param applicable sorted, none overlapping another
 * @param conflicting sorted; each overlaps another one
 */
public record TextEdits(List<TextEdit> applicable, List<TextEdit> conflicting) {

  public TextEdits {
    applicable = List.copyOf(applicable);
    conflicting = List.copyOf(conflicting);
  }

  /** Sorts edits out. */
  public static TextEdits of(Collection<TextEdit> edits) {
    List<TextEdit> applicable = new ArrayList<>();
    List<TextEdit> conflicting = new ArrayList<>();
    List<TextEdit> cluster = new ArrayList<>();
    int end = 0;
    for (TextEdit edit : new TreeSet<>(edits)) {
      if (edit.start() >= end) {
        (cluster.size() > 1 ? conflicting : applicable).addAll(cluster);
        cluster.clear();
      }
      cluster.add(edit);
      end = Math.max(end, edit.end());
    }
    (cluster.size() > 1 ? conflicting : applicable).addAll(cluster);
    return new TextEdits(applicable, conflicting);
  }

  /**
   * The text with every applicable edit made.
   *
   * @throws IllegalArgumentException if an edit reaches past the end of the text
   */
  public String apply(String text) {
    StringBuilder edited = new StringBuilder(text.length());
    int at = 0;
    for (TextEdit edit : applicable) {
      if (edit.end() > text.length()) {
        throw new IllegalArgumentException("The text ends before " + edit);
      }
      edited.append(text, at, edit.start()).append(edit.replacement());
      at = edit.end();
    }
    return edited.append(text, at, text.length()).toString();
  }
}
