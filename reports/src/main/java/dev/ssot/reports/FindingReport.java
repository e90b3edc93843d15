package dev.ssot.reports;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ssot.rules.model.Comparison;
import dev.ssot.rules.model.Finding;
import dev.ssot.rules.model.MemberMatch;
import dev.ssot.rules.model.MemberRef;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.function.Function;

/** One finding in full, with the code of both sides next to each other. */
public final class FindingReport {

  private static final int WIDTH = 62;
  private static final int MOST_LINES = 60;

  private final Function<String, List<String>> lines;
  private final ConsolePage page;

  private FindingReport(Function<String, List<String>> lines, ConsolePage page) {
    this.lines = lines;
    this.page = page;
  }

  /**
   * Writes the report.
   *
   * @param lines the lines of a file by its path in the finding; none if it is not to be had
   */
  public static void write(
      Finding finding, Function<String, List<String>> lines, boolean coloured, Writer out)
      throws IOException {
    page(finding, lines, coloured).drainTo(out);
  }

  /** The report as a text. */
  public static String text(Finding finding, Function<String, List<String>> lines) {
    return page(finding, lines, false).text();
  }

  private static ConsolePage page(
      Finding finding, Function<String, List<String>> lines, boolean coloured) {
    ConsolePage page = new ConsolePage(coloured);
    ConsoleFinding.write(finding, page);
    page.line(1)
        .styled(ConsolePage.Style.STRONG, "fingerprint:")
        .text(" " + finding.fingerprint().value())
        .end();
    FindingReport report = new FindingReport(lines, page);
    finding.evidence().comparisons().forEach(report::comparison);
    return page;
  }

  /** The finding as the JSON report shows it. */
  public static ObjectNode tree(Finding finding) {
    return JsonFinding.of(finding);
  }

  private void comparison(Comparison comparison) {
    String left = comparison.canonical().declaration().path();
    String right = comparison.rival().declaration().path();
    for (MemberMatch match : comparison.shared().members()) {
      page.blank();
      page.line(0)
          .styled(ConsolePage.Style.STRONG, match.canonical().signature())
          .text(" | ")
          .styled(ConsolePage.Style.STRONG, match.rival().signature())
          .text(", " + match.similarity() + " % of both bodies alike, names aside")
          .end();
      row(left, right);
      beside(code(left, match.canonical()), code(right, match.rival()));
    }
  }

  private List<String> code(String path, MemberRef member) {
    List<String> all = lines.apply(path);
    int from = Math.min(all.size(), member.region().line() - 1);
    int to = Math.min(all.size(), member.region().endLine());
    return all.subList(from, to);
  }

  private void beside(List<String> left, List<String> right) {
    int most = Math.max(left.size(), right.size());
    for (int i = 0; i < Math.min(most, MOST_LINES); i++) {
      row(i < left.size() ? left.get(i) : "", i < right.size() ? right.get(i) : "");
    }
    if (most > MOST_LINES) {
      page.line(0, Phrases.more(most - MOST_LINES));
    }
  }

  private void row(String left, String right) {
    page.line(0).text(cell(left) + " | " + cell(right).stripTrailing()).end();
  }

  /** A text cut or filled to the width of a column; a tab counts as two spaces. */
  private static String cell(String text) {
    String cut = VisibleText.cut(VisibleText.of(text.replace("\t", "  ")), WIDTH);
    return cut + " ".repeat(WIDTH - cut.codePointCount(0, cut.length()));
  }
}
