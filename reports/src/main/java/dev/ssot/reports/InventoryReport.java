package dev.ssot.reports;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ssot.rules.model.Inventory;
import dev.ssot.rules.model.RoleEntry;
import dev.ssot.rules.model.RoleMember;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;

/** The roles of a codebase, for a person or for a program. */
public final class InventoryReport {

  private InventoryReport() {}

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
  public static void write(Inventory inventory, String format, boolean coloured, Writer out)
      throws IOException {
    if (format.equals("json")) {
      json(inventory, out);
    } else {
      console(inventory, coloured, out);
    }
  }

  private static void json(Inventory inventory, Writer out) throws IOException {
    JsonGenerator json = JsonPage.generator(out);
    ObjectNode root = JsonPage.object();
    root.set("roles", JsonPage.array(inventory.roles(), InventoryReport::role));
    root.put("types", inventory.types());
    root.put("files", inventory.files().found());
    json.writeTree(root);
    json.close();
    out.append('\n');
  }

  private static ObjectNode role(RoleEntry role) {
    ObjectNode node =
        JsonPage.object()
            .put("id", role.id())
            .put("declared", role.declared())
            .put("canonical", role.canonical())
            .put("reason", role.reason())
            .put("liveness", role.liveness().label())
            .put("users", role.users());
    node.set("members", JsonPage.array(role.members(), InventoryReport::member));
    return node;
  }

  private static ObjectNode member(RoleMember member) {
    ObjectNode node = JsonPage.object();
    node.set("type", JsonPlace.type(member.type()));
    return node.put("standing", member.standing().label())
        .put("verdict", member.verdict())
        .put("percent", Math.round(member.percent() * 10) / 10.0)
        .put("liveness", member.liveness().label())
        .put("users", member.users())
        .put("reason", member.reason());
  }

  private static void console(Inventory inventory, boolean coloured, Writer out)
      throws IOException {
    ConsolePage page = new ConsolePage(coloured);
    for (RoleEntry role : inventory.roles()) {
      head(role, page);
      ConsoleTable table = new ConsoleTable();
      role.members().forEach(member -> table.row(row(member)));
      table.write(page, 1);
      page.blank();
    }
    long declared = inventory.roles().stream().filter(RoleEntry::declared).count();
    page.line(0)
        .text(Phrases.count(inventory.roles().size(), "role"))
        .text(", " + declared + " declared and " + (inventory.roles().size() - declared))
        .text(" discovered, in " + Phrases.count(inventory.types(), "type"))
        .text(" of " + Phrases.count(inventory.files().found(), "file"))
        .end();
    page.drainTo(out);
  }

  private static void head(RoleEntry role, ConsolePage page) {
    page.line(0)
        .styled(ConsolePage.Style.STRONG, role.id())
        .text(role.declared() ? " (declared)" : " (discovered)")
        .end();
    page.line(1)
        .styled(ConsolePage.Style.STRONG, "canonical:")
        .text(" " + Phrases.quoted(role.canonical()) + ", " + role.liveness().words())
        .text(" (" + Phrases.count(role.users(), "type") + "); " + role.reason())
        .end();
  }

  private static List<String> row(RoleMember member) {
    return List.of(
        member.verdict(),
        String.format(Locale.ROOT, "%.0f %%", member.percent()),
        member.type().name(),
        member.liveness().words() + " (" + Phrases.count(member.users(), "type") + ")",
        member.type().declaration().pathAndLine(),
        member.reason());
  }
}
