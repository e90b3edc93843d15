package dev.ssot.rules.model;

import java.util.List;
import java.util.Locale;

/**
 * A place in test code where something stands in for a real type.
 *
 * @param by what makes it, as written, such as {@code createNiceMock} or {@code @MockBean}
 * @param stubbed simple names of the members that are given an answer, sorted; empty where none is
 *     known
 */
public record StandIn(Form form, String by, Location location, List<String> stubbed) {

  /** How it stands in. */
  public enum Form {
    MOCK("mocks"),
    SPY("spies on"),
    PARTIAL_MOCK("mocks a part of"),
    STATIC_MOCK("mocks the static methods of"),
    CONSTRUCTION_MOCK("mocks the construction of"),
    /** A stand-in that is made elsewhere is given answers. */
    STUB("stubs"),
    /** A type written by hand inherits from it and gives canned answers. */
    FAKE("fakes");

    private final String words;

    Form(String words) {
      this.words = words;
    }

    /** What a test does with the real type, such as {@code spies on}. */
    public String words() {
      return words;
    }

    /** The name as it is written in machine-readable reports. */
    public String label() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  public StandIn {
    stubbed = List.copyOf(stubbed);
  }
}
