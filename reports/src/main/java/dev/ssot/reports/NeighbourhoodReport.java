package dev.ssot.reports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ssot.rules.model.Dismissal;
import dev.ssot.rules.model.Location;
import dev.ssot.rules.model.Neighbour;
import dev.ssot.rules.model.Neighbourhood;
import dev.ssot.rules.model.TypeRef;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;

/** The types that are most like a given one, for a person or for a program. */
public final class NeighbourhoodReport extends AnswerReport<Neighbourhood> {

  @Override
  JsonNode json(Neighbourhood found) {
    return JsonPage.array(found.neighbours(), NeighbourhoodReport::node);
  }

  private static ObjectNode node(Neighbour neighbour) {
    Location place = neighbour.type().declaration();
    return JsonPage.object()
        .put("name", neighbour.type().name())
        .put("path", place.path())
        .put("line", place.region().line())
        .put("score", Math.round(neighbour.percent() * 100) / 10_000.0)
        .put("verdict", neighbour.verdict())
        .put("standing", neighbour.standing().label())
        .put("reason", neighbour.reason());
  }

  @Override
  void console(Neighbourhood found, ConsolePage page) {
    table(found, page);
  }

  /** Writes why a type is no finding, or is one, for a person. */
  public static void write(Dismissal dismissal, boolean coloured, Writer out) throws IOException {
    ConsolePage page = new ConsolePage(coloured);
    TypeRef type = dismissal.nearest().type();
    page.line(0)
        .styled(ConsolePage.Style.STRONG, type.declaration().pathAndLine() + ":")
        .text(" " + Phrases.quoted(type.name()) + ": " + dismissal.own())
        .end();
    for (Dismissal.RoleStanding role : dismissal.roles()) {
      page.line(1)
          .styled(ConsolePage.Style.STRONG, role.role() + ":")
          .text(" " + role.standing().words() + " beside " + Phrases.quoted(role.canonical()))
          .text(": " + role.reason())
          .end();
    }
    table(dismissal.nearest(), page);
    page.drainTo(out);
  }

  private static void table(Neighbourhood found, ConsolePage page) {
    page.line(0)
        .styled(ConsolePage.Style.STRONG, found.type().declaration().pathAndLine() + ":")
        .text(" the types most like " + Phrases.quoted(found.type().name()))
        .text(", of " + Phrases.count(found.looked(), "type"))
        .end();
    ConsoleTable table = new ConsoleTable();
    for (Neighbour neighbour : found.neighbours()) {
      table.row(
          List.of(
              String.format(Locale.ROOT, "%.1f %%", neighbour.percent()),
              neighbour.verdict(),
              neighbour.type().name(),
              neighbour.type().declaration().pathAndLine(),
              neighbour.reason()));
    }
    table.write(page, 1);
  }
}
