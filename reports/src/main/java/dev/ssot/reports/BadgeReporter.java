package dev.ssot.reports;

import dev.ssot.rules.model.ScanResult;
import java.io.IOException;
import java.io.Writer;

/**
 * A badge as a static SVG: no script, no font or image from a network, a title for those who
 * listen.
 */
final class BadgeReporter implements Reporter {

  private static final int PADDING = 6;
  private static final String NARROW = " .,:;'|!()[]/iIjlftr-";
  private static final String WIDE = "%mwMW";

  @Override
  public String format() {
    return "badge";
  }

  @Override
  public void write(ScanResult result, ReportOptions options, Writer out) throws IOException {
    Badge badge = Badge.of(result);
    int left = width(Badge.LABEL) + 2 * PADDING;
    int right = width(badge.message()) + 2 * PADDING;
    String title = XmlPage.escaped(Badge.LABEL + ": " + badge.message(), false);
    out.append(
        """
        <svg xmlns="http://www.w3.org/2000/svg" width="%1$s" height="20" role="img" aria-label="%2$s">
          <title>%2$s</title>
          <rect width="%1$s" height="20" rx="3" fill="#444"/>
          <path d="M%3$s 0h%4$sa3 3 0 0 1 3 3v14a3 3 0 0 1-3 3h-%4$sz" fill="%5$s"/>
          <g fill="#fff" font-family="Verdana,Geneva,DejaVu Sans,sans-serif" font-size="11">
            <text x="%6$s" y="14" textLength="%7$s">%8$s</text>
            <text x="%9$s" y="14" textLength="%10$s">%11$s</text>
          </g>
        </svg>
        """
            .formatted(
                left + right,
                title,
                left,
                right - 3,
                badge.colour().value(),
                PADDING,
                width(Badge.LABEL),
                Badge.LABEL,
                left + PADDING,
                width(badge.message()),
                XmlPage.escaped(badge.message(), false)));
  }

  /** About how wide a text is in Verdana of 11 pixels; the text is then set to exactly that. */
  private static int width(String text) {
    double width = text.chars().mapToDouble(BadgeReporter::width).sum();
    return (int) Math.ceil(width);
  }

  private static double width(int character) {
    if (NARROW.indexOf(character) >= 0) {
      return 4.3;
    }
    return WIDE.indexOf(character) >= 0 ? 11 : 7;
  }
}
