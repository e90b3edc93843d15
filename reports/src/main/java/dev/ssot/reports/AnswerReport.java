package dev.ssot.reports;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/**
 * The answer to a question about a codebase, for a person or for a program.
 *
 * @param <A> the answer
 */
public abstract sealed class AnswerReport<A>
    permits InventoryReport, NeighbourhoodReport, ProofReport, SettingsReport, SuppressionReport {

  /** The names of the formats, sorted. */
  public static List<String> formats() {
    return List.of("console", "json");
  }

  /**
   * Writes a report.
   *
   * @param format one of {@link #formats()}
   * @param coloured whether the console form is coloured
   */
  public final void write(A answer, String format, boolean coloured, Writer out)
      throws IOException {
    if (format.equals("json")) {
      JsonGenerator json = JsonPage.generator(out);
      JsonPage.write(json, json(answer));
      json.close();
      out.append('\n');
    } else {
      page(answer, coloured).drainTo(out);
    }
  }

  /** The answer as a text for a person. */
  public final String text(A answer) {
    return page(answer, false).text();
  }

  private ConsolePage page(A answer, boolean coloured) {
    ConsolePage page = new ConsolePage(coloured);
    console(answer, page);
    return page;
  }

  /** The answer as the tree that its JSON form is written from. */
  public final JsonNode tree(A answer) {
    return json(answer);
  }

  abstract JsonNode json(A answer);

  abstract void console(A answer, ConsolePage page);
}
