package dev.ssot.rules.model;

/**
 * A finding that a baseline accepts.
 *
 * <p>The fingerprint alone is its identity; the rest tells a person what was accepted, and the path
 * whether a scan has looked there.
 *
 * @param rule id of the rule
 * @param subject the logical place, as {@link Subject#text()}
 * @param about what the finding is about, as {@link Evidence#about()}; may be empty
 * @param path the file that held the finding when the entry was written
 */
public record BaselineEntry(
    String rule, String subject, String about, Fingerprint fingerprint, String path) {

  /** The entry that accepts a finding. */
  public static BaselineEntry of(Finding finding) {
    return new BaselineEntry(
        finding.rule(),
        finding.subject().text(),
        finding.evidence().about(),
        finding.fingerprint(),
        finding.location().path());
  }
}
