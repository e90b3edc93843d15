package dev.ssot.reports;

/**
 * What a report depends on besides the scan result.
 *
 * @param toolVersion the version of the program, as in {@code 1.4.0}
 * @param homepage absolute address of the program's page, or the empty string; SARIF links each
 *     rule to {@code homepage#rule-id}
 * @param colour whether the console report may use ANSI colours; other formats ignore it
 */
public record ReportOptions(String toolVersion, String homepage, boolean colour) {

  public ReportOptions {
    if (toolVersion.isBlank()) {
      throw new IllegalArgumentException("A report names the version of the program; none given");
    }
  }

  /** Options for a file or a pipe: no colour and no address of the program. */
  public static ReportOptions plain(String toolVersion) {
    return new ReportOptions(toolVersion, "", false);
  }
}
