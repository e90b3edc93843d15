package dev.ssot.reports;

import java.io.IOException;

/**
 * A test case of JUnit.
 *
 * @param place what servers group cases by, as a qualified name
 * @param name unique within a suite, and the same in the next scan
 * @param message in one line; empty for a case that passed
 * @param text in any number of lines; may be empty
 */
record JUnitCase(Kind kind, String place, String name, String message, String text) {

  /** How a case ended. */
  enum Kind {
    PASSED(""),
    SKIPPED("skipped"),
    ERROR("error"),
    FAILURE("failure");

    private final String element;

    Kind(String element) {
      this.element = element;
    }
  }

  /** The same case where another of its name comes before it. */
  JUnitCase numbered(int number) {
    return number == 1
        ? this
        : new JUnitCase(kind, place, name + " (" + number + ")", message, text);
  }

  void write(String type, XmlPage page) throws IOException {
    page.open("testcase", "name", name, "classname", place, "time", "0");
    if (kind == Kind.PASSED) {
      page.text("system-out", text);
    } else if (kind == Kind.SKIPPED) {
      // The shape gives no attribute to what is skipped.
      page.text(kind.element, text.isEmpty() ? message : message + "\n" + text);
    } else {
      page.text(kind.element, text, "type", type, "message", message);
    }
    page.close();
  }
}
