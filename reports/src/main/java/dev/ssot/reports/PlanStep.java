package dev.ssot.reports;

/**
 * One line with a box in the tracking document of a role.
 *
 * @param key tells it apart from all others, whatever a person makes of its words
 * @param done whether the code shows that it has been taken
 */
record PlanStep(String key, String words, boolean done) {

  private static final String MARK = "<!-- ssot:";

  /** The line as it is written first. */
  String line() {
    return "- [%s] %s %s".formatted(done ? "x" : " ", words, mark());
  }

  /** The comment by which the line is found again. */
  String mark() {
    return MARK + key.replace("--", "- -") + " -->";
  }

  /** The mark that a line holds, or the empty string. */
  static String markIn(String line) {
    int start = line.lastIndexOf(MARK);
    int end = line.indexOf("-->", Math.max(0, start));
    return start < 0 || end < 0 ? "" : line.substring(start, end + "-->".length());
  }

  /** The type that a step is about, from its mark. */
  static String typeIn(String mark) {
    String[] words = mark.split(" ", -1);
    String type = words.length > 2 ? words[2] : "";
    int hash = type.indexOf('#');
    return hash < 0 ? type : type.substring(0, hash);
  }
}
