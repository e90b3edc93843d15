package dev.ssot.reports;

import dev.ssot.rules.model.Change;
import dev.ssot.rules.model.Permission;
import dev.ssot.rules.model.PermissionGrowth;
import dev.ssot.rules.model.Problem;

/** What was compared, and what the change permits. */
final class HtmlChange {

  private static final int MOST = 200;

  private HtmlChange() {}

  static void write(Change change, HtmlPage page) {
    if (!change.isThere()) {
      return;
    }
    page.open("section", "id", "change", "aria-labelledby", "change-title");
    page.element("h2", "Change", "id", "change-title");
    page.open("p").text("Compared: ").prose(ChangeWords.compared(change.base()) + ".").close();
    before(change.before(), page);
    page.element("h3", Phrases.count(change.growth().size(), "permission") + " added or widened");
    if (change.overstepped()) {
      page.element("p", "They fail this check.");
    }
    if (!change.growth().isEmpty()) {
      HtmlTable table =
          HtmlTable.open(page, "Permissions", "Permission", "Change", "What", "Where");
      change.growth().stream().limit(MOST).forEach(growth -> row(growth, table));
      table.close();
    }
    if (change.growth().size() > MOST) {
      page.element("p", Phrases.more(change.growth().size() - MOST));
    }
    page.close();
  }

  private static void before(Change.Before before, HtmlPage page) {
    if (!before.refusal().isEmpty()) {
      page.element(
          "p",
          "The base cannot be judged, so everything counts as introduced: " + before.refusal());
      return;
    }
    page.element("p", "Score before: " + before.score().text());
    for (Problem gap : before.gaps().stream().limit(MOST).toList()) {
      page.open("p").text("Not understood in the base: ");
      page.element("span", gap.path(), "class", "place").text(" " + gap.cause()).close();
    }
  }

  private static void row(PermissionGrowth growth, HtmlTable table) {
    Permission permission = growth.permission();
    table.row(
        permission.kind().label(),
        growth.kind().label(),
        permission.what() + ChangeWords.extent(growth),
        permission.place().pathAndLine());
  }
}
