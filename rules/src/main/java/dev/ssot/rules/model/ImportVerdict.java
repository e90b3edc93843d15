package dev.ssot.rules.model;

import java.util.List;

/**
 * Whether a file may import something, and why.
 *
 * @param user qualified name of the type that stands for the file
 * @param imported the import as it is written, without the keyword
 * @param objections what speaks against it, the gravest first
 */
public record ImportVerdict(String user, String imported, List<Objection> objections) {

  /** What an import comes to. */
  public enum Decision {
    ALLOWED("allowed"),
    DISCOURAGED("discouraged"),
    FORBIDDEN("forbidden");

    private final String label;

    Decision(String label) {
      this.label = label;
    }

    /** The name as it is written in answers. */
    public String label() {
      return label;
    }
  }

  /**
   * What speaks against an import.
   *
   * @param rule id of the rule that says so
   * @param severity an error forbids it, anything else only discourages it
   * @param use what may be used instead, or the empty string
   */
  public record Objection(
      String rule, Severity severity, String message, String help, String use) {}

  public ImportVerdict {
    objections = List.copyOf(objections);
  }

  /** What it comes to. */
  public Decision decision() {
    if (objections.isEmpty()) {
      return Decision.ALLOWED;
    }
    boolean forbidden = objections.stream().anyMatch(one -> one.severity() == Severity.ERROR);
    return forbidden ? Decision.FORBIDDEN : Decision.DISCOURAGED;
  }
}
