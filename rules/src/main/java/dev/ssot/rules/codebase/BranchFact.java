package dev.ssot.rules.codebase;

import dev.ssot.rules.model.Region;
import dev.ssot.rules.model.Subject;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A place where code goes different ways for three values of one thing or more.
 *
 * @param acts whether some way does more than to name the value: to return a text or to log
 * @param labels the values in the order of places, each once
 * @param place the innermost named type, and the member
 */
public record BranchFact(
    Form form, boolean acts, List<Label> labels, Region region, Subject place) {

  /** How code branches. */
  public enum Form {
    SWITCH("switch"),
    COMPARISONS("chain of comparisons"),
    HANDLERS("map of handlers"),
    /** Calls that take a value and its handler, such as those of a router's own constructor. */
    REGISTRATIONS("list of registrations");

    private final String words;

    Form(String words) {
      this.words = words;
    }

    /** The form as prose. */
    public String words() {
      return words;
    }
  }

  /**
   * One of the values.
   *
   * @param text the value of a string literal, or a name as written
   */
  public record Label(Kind kind, String text, Region region) {

    /** What a label is. */
    public enum Kind {
      TEXT,
      /** A text whose case does not matter. */
      TEXT_OF_ANY_CASE,
      /** A name of an enum constant, with or without its type. */
      NAME,
      /** A type that a value is tested for. */
      TYPE
    }
  }

  public BranchFact {
    labels = List.copyOf(labels);
  }

  BranchFact at(UnaryOperator<Region> other) {
    List<Label> there =
        labels.stream()
            .map(label -> new Label(label.kind(), label.text(), other.apply(label.region())))
            .toList();
    return new BranchFact(form, acts, there, other.apply(region), place);
  }
}
