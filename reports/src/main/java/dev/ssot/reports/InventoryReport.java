package dev.ssot.reports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ssot.rules.model.Inventory;
import dev.ssot.rules.model.NearType;
import dev.ssot.rules.model.RoleEntry;
import java.util.List;
import java.util.Locale;

/** The roles of a codebase, for a person or for a program. */
public final class InventoryReport extends AnswerReport<Inventory> {

  @Override
  JsonNode json(Inventory inventory) {
    ObjectNode root = JsonPage.object();
    root.set("roles", JsonPage.array(inventory.roles(), InventoryReport::role));
    root.put("types", inventory.types());
    return root.put("files", inventory.files().found());
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

  private static ObjectNode member(NearType member) {
    ObjectNode node = JsonPage.object();
    node.set("type", JsonPlace.type(member.type()));
    return node.put("standing", member.standing().label())
        .put("verdict", member.verdict())
        .put("percent", Math.round(member.percent() * 10) / 10.0)
        .put("liveness", member.liveness().label())
        .put("users", member.users())
        .put("reason", member.reason());
  }

  @Override
  void console(Inventory inventory, ConsolePage page) {
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

  private static List<String> row(NearType member) {
    return List.of(
        member.verdict(),
        String.format(Locale.ROOT, "%.0f %%", member.percent()),
        member.type().name(),
        member.liveness().words() + " (" + Phrases.count(member.users(), "type") + ")",
        member.type().declaration().pathAndLine(),
        member.reason());
  }
}
