package dev.ssot.rules.codebase.source;

import dev.ssot.rules.codebase.FileRewriting.Hindrance;
import dev.ssot.rules.codebase.TextEdit;
import java.util.ArrayList;
import java.util.List;

/** The edits of one text while they are being found, and what stands in their way. */
final class Draft {

  private final String text;
  private final Offsets offsets;
  private final List<TextEdit> edits = new ArrayList<>();
  private final List<Hindrance> hindrances = new ArrayList<>();

  Draft(String text) {
    this.text = text;
    this.offsets = new Offsets(text);
  }

  Offsets offsets() {
    return offsets;
  }

  String text() {
    return text;
  }

  List<TextEdit> edits() {
    return edits;
  }

  List<Hindrance> hindrances() {
    return hindrances;
  }

  void hinder(String subject, int start, int end, String reason) {
    hindrances.add(new Hindrance(subject, offsets.region(start, end), reason));
  }

  /**
   * Replaces a dotted name, after a look whether the text has it at that place and nothing between
   * its parts but white space.
   */
  void replace(String subject, int start, int end, String written, String replacement) {
    if (!isAt(start, end, written)) {
      hinder(subject, start, end, "the name is not written in one piece here");
    } else if (!text.substring(start, end).equals(replacement)) {
      edits.add(new TextEdit(start, end, replacement));
    }
  }

  private boolean isAt(int start, int end, String written) {
    return start >= 0
        && end <= text.length()
        && start <= end
        && text.substring(start, end).replaceAll("\\s", "").equals(written);
  }

  void insert(int at, String inserted) {
    edits.add(TextEdit.insertion(at, inserted));
  }

  /** Takes a stretch out; its whole line if nothing else stands there. */
  void remove(int start, int end) {
    int lineStart = offsets.lineStart(start);
    int lineEnd = offsets.lineEnd(end - 1);
    boolean alone =
        text.substring(lineStart, start).isBlank() && text.substring(end, lineEnd).isBlank();
    if (!alone) {
      edits.add(new TextEdit(start, end, ""));
      return;
    }
    boolean between = isBlankLineBefore(lineStart) && isBlankLineAfter(lineEnd);
    edits.add(new TextEdit(lineStart, between ? offsets.lineEnd(lineEnd) : lineEnd, ""));
  }

  private boolean isBlankLineBefore(int lineStart) {
    return lineStart > 0 && text.substring(offsets.lineStart(lineStart - 1), lineStart).isBlank();
  }

  private boolean isBlankLineAfter(int lineEnd) {
    return lineEnd < text.length() && text.substring(lineEnd, offsets.lineEnd(lineEnd)).isBlank();
  }
}
