package dev.ssot.reports;

import dev.ssot.rules.model.TypeRef;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * A picture of one role: its callers in groups, the canonical in the middle, rivals and shims with
 * their callers on the other side; and the same in words.
 *
 * <p>Never the whole graph: the groups with the most callers and the first rivals, the rest
 * counted.
 */
final class HtmlPicture {

  private static final int MOST = 6;
  private static final int ROW = 52;
  private static final int HEIGHT = 40;
  private static final int[] LEFT = {8, 262, 526, 780};
  private static final int WIDTH = 212;
  private static final int LONGEST = 28;

  private final RoleScene scene;
  private final Whereabouts where;

  HtmlPicture(RoleScene scene, Whereabouts where) {
    this.scene = scene;
    this.where = where.among(scene.users());
  }

  /** A box with its words, and the row that it stands in. */
  private record Box(String kind, String name, String words, double row) {}

  /**
   * Writes it.
   *
   * @param id of what it belongs to, which no other picture has
   */
  void write(String id, HtmlPage page) {
    List<Map.Entry<String, Integer>> callers = groups(scene.callers());
    if (scene.neighbours().isEmpty() && callers.isEmpty()) {
      return;
    }
    int rows = Math.max(1, Math.max(shown(callers.size()), shown(scene.neighbours().size())));
    String title = id + "-picture";
    String middle = scene.label(scene.middle());
    HtmlTable.region(page, "Picture of " + middle);
    page.open(
        "svg",
        "class",
        "picture",
        "viewBox",
        "0 0 1000 " + (rows * ROW + 8),
        "role",
        "img",
        "aria-labelledby",
        title);
    page.element(
        "title",
        "%s, %s, with %s, %s and callers by %s; the same in words follows"
            .formatted(
                middle,
                scene.standing(),
                Phrases.count(scene.rivals(), "rival"),
                Phrases.count(scene.shims(), "shim"),
                where.noun()),
        "id",
        title);
    draw(callers, rows, page);
    page.close().close();
    words(callers, page);
  }

  private static int shown(int all) {
    return all > MOST ? MOST + 1 : all;
  }

  private List<Map.Entry<String, Integer>> groups(List<TypeRef> users) {
    return where.counts(users).entrySet().stream()
        .sorted(Comparator.comparing((Map.Entry<String, Integer> one) -> -one.getValue()))
        .toList();
  }

  private void draw(List<Map.Entry<String, Integer>> callers, int rows, HtmlPage page) {
    List<RoleScene.Neighbour> neighbours = scene.neighbours();
    double middle = (rows - 1) / 2.0;
    double leftTop = (rows - shown(callers.size())) / 2.0;
    double rightTop = (rows - shown(neighbours.size())) / 2.0;
    List<Box> left = new ArrayList<>();
    for (int i = 0; i < Math.min(MOST, callers.size()); i++) {
      left.add(
          new Box(
              "caller",
              callers.get(i).getKey(),
              Phrases.count(callers.get(i).getValue(), "caller"),
              leftTop + i));
    }
    rest(callers.size(), where.noun() + "s", leftTop, left);
    for (Box box : left) {
      line(0, box.row(), 1, middle, page);
      box(0, box.row(), box, page);
    }
    List<Box> right = new ArrayList<>();
    for (int i = 0; i < Math.min(MOST, neighbours.size()); i++) {
      RoleScene.Neighbour neighbour = neighbours.get(i);
      right.add(
          new Box(kind(neighbour), scene.label(neighbour.name()), neighbour.words(), rightTop + i));
      users(neighbour, rightTop + i, page);
    }
    rest(neighbours.size(), "rivals and shims", rightTop, right);
    for (Box box : right) {
      line(1, middle, 2, box.row(), page);
      box(2, box.row(), box, page);
    }
    box(
        1,
        middle,
        new Box("canonical", scene.label(scene.middle()), scene.standing(), middle),
        page);
  }

  private static String kind(RoleScene.Neighbour neighbour) {
    return switch (neighbour.kind()) {
      case LIVE -> "rival";
      case IDLE -> "idle";
      case SHIM -> "shim";
    };
  }

  private static void rest(int all, String what, double top, List<Box> boxes) {
    if (all > MOST) {
      boxes.add(new Box("rest", Phrases.more(all - MOST), what, top + MOST));
    }
  }

  private void users(RoleScene.Neighbour neighbour, double row, HtmlPage page) {
    if (neighbour.users().isEmpty()) {
      return;
    }
    List<Map.Entry<String, Integer>> groups = groups(neighbour.users());
    String callers = Phrases.count(neighbour.users().size(), "caller");
    String more =
        groups.size() == 1 ? "" : ", " + Phrases.count(groups.size() - 1, "more " + where.noun());
    line(2, row, 3, row, page);
    box(3, row, new Box("caller", groups.get(0).getKey(), callers + more, row), page);
  }

  private static int top(double row) {
    return (int) Math.round(row * ROW) + 8;
  }

  private static void line(int from, double fromRow, int to, double toRow, HtmlPage page) {
    page.open(
        "line",
        "x1",
        String.valueOf(LEFT[from] + WIDTH),
        "y1",
        String.valueOf(top(fromRow) + HEIGHT / 2),
        "x2",
        String.valueOf(LEFT[to]),
        "y2",
        String.valueOf(top(toRow) + HEIGHT / 2));
  }

  private static void box(int column, double row, Box box, HtmlPage page) {
    int x = LEFT[column];
    int y = top(row);
    page.open("g", "class", "box " + box.kind());
    page.open(
        "rect",
        "x",
        String.valueOf(x),
        "y",
        String.valueOf(y),
        "width",
        String.valueOf(WIDTH),
        "height",
        String.valueOf(HEIGHT),
        "rx",
        "6");
    page.element(
        "text",
        VisibleText.cutStart(VisibleText.of(box.name()), LONGEST),
        "x",
        String.valueOf(x + 10),
        "y",
        String.valueOf(y + 17));
    page.element(
        "text",
        box.words(),
        "class",
        "sub",
        "x",
        String.valueOf(x + 10),
        "y",
        String.valueOf(y + 32));
    page.close();
  }

  private void words(List<Map.Entry<String, Integer>> callers, HtmlPage page) {
    List<RoleScene.Neighbour> neighbours = scene.neighbours();
    page.open("details", "class", "words").element("summary", "The picture in words");
    page.open("ul").open("li").text("The " + scene.standing() + " ");
    page.element("code", scene.middle());
    page.text(callers.isEmpty() ? nobody() : " is called from " + counted(callers) + ".");
    page.close();
    for (RoleScene.Neighbour neighbour : neighbours.stream().limit(MOST).toList()) {
      page.open("li").element("code", neighbour.name()).text(", " + neighbour.words());
      page.text(
          neighbour.users().isEmpty()
              ? ", is called by nothing."
              : ", is called from " + counted(groups(neighbour.users())) + ".");
      page.close();
    }
    if (neighbours.size() > MOST) {
      page.element("li", Phrases.more(neighbours.size() - MOST) + " rivals and shims.");
    }
    page.close().close();
  }

  private static String counted(List<Map.Entry<String, Integer>> groups) {
    List<String> items =
        groups.stream()
            .map(one -> one.getKey() + " (" + Phrases.count(one.getValue(), "type") + ")")
            .toList();
    return Phrases.list(items, MOST);
  }

  /** Callers of a canonical are known by what holds a rival against it. */
  private String nobody() {
    return scene.rivals() == 0
        ? ": its callers are not listed, as it has no rival."
        : " has no caller here.";
  }
}
