package dev.ssot.reports;

import dev.ssot.rules.model.History;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What became of the roles from commit to commit. */
public final class HistoryReport {

  private HistoryReport() {}

  /** The names of the formats, sorted. */
  public static List<String> formats() {
    return List.of("console", "html", "json");
  }

  /**
   * Writes a report as UTF-8 and flushes; does not close.
   *
   * @param format one of {@link #formats()}
   */
  public static void write(History history, String format, ReportOptions options, OutputStream out)
      throws IOException {
    Writer characters = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    write(history, format, options, characters);
    characters.flush();
  }

  static void write(History history, String format, ReportOptions options, Writer out)
      throws IOException {
    switch (format) {
      case "html" -> new HtmlHistory(history).write(options, out);
      case "json" -> JsonHistory.write(history, options, out);
      default -> {
        ConsolePage page = new ConsolePage(options.colour());
        new ConsoleHistory(history, page).write();
        page.drainTo(out);
      }
    }
  }
}
