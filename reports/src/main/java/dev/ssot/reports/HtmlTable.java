package dev.ssot.reports;

/** A table of a page, in a part that scrolls by itself where the window is narrow. */
final class HtmlTable {

  private final HtmlPage page;

  private HtmlTable(HtmlPage page) {
    this.page = page;
  }

  /** Opens a part that scrolls by itself and can be reached by keyboard. */
  static void region(HtmlPage page, String label) {
    page.open("div", "class", "scroll", "tabindex", "0", "role", "group", "aria-label", label);
  }

  static HtmlTable open(HtmlPage page, String caption, String... heads) {
    region(page, caption);
    page.open("table").element("caption", caption, "class", "sr").open("thead").open("tr");
    for (String head : heads) {
      page.element("th", head, "scope", "col");
    }
    page.close().close().open("tbody");
    return new HtmlTable(page);
  }

  /** A row of sentences in which names stand in backquotes. */
  HtmlTable row(String... cells) {
    page.open("tr");
    for (String cell : cells) {
      page.open("td").prose(cell).close();
    }
    page.close();
    return this;
  }

  void close() {
    page.close().close().close();
  }
}
