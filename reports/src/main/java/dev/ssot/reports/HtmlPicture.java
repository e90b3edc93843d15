package dev.ssot.reports;

import dev.ssot.rules.model.Comparison;
import dev.ssot.rules.model.DottedNames;
import dev.ssot.rules.model.ShimUse;
import dev.ssot.rules.model.TypeRef;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A picture of one role: its callers by module, the canonical in the middle, rivals and shims with
 * their callers on the other side; and the same in words.
 *
 * <p>Never the whole graph: the modules with the most callers and the first rivals, the rest
 * counted.
 */
final class HtmlPicture {

  private static final int MOST = 6;
  private static final int ROW = 52;
  private static final int HEIGHT = 40;
  private static final int[] LEFT = {8, 262, 526, 780};
  private static final int WIDTH = 212;
  private static final int LONGEST = 28;

  private final String canonical;
  private final List<Comparison> rivals;
  private final List<ShimUse> shims;

  HtmlPicture(String canonical, List<Comparison> rivals, List<ShimUse> shims) {
    this.canonical = canonical;
    this.rivals = rivals;
    this.shims = shims;
  }

  /** A box with its words, and the row that it stands in. */
  private record Box(String kind, String name, String words, double row) {}

  /** One side of the picture, box by box. */
  private record Neighbour(String kind, String name, String words, List<TypeRef> users) {}

  void write(String id, HtmlPage page) {
    List<Neighbour> neighbours = neighbours();
    List<Map.Entry<String, Integer>> callers = modules(callers());
    if (neighbours.isEmpty() && callers.isEmpty()) {
      return;
    }
    int rows = Math.max(1, Math.max(shown(callers.size()), shown(neighbours.size())));
    String title = id + "-picture";
    HtmlTable.region(page, "Picture of " + DottedNames.last(canonical));
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
        "%s with %s, %s and its callers; the same in words follows"
            .formatted(
                DottedNames.last(canonical),
                Phrases.count(rivals.size(), "rival"),
                Phrases.count(shims.size(), "shim")),
        "id",
        title);
    draw(callers, neighbours, rows, page);
    page.close().close();
    words(callers, neighbours, page);
  }

  private static int shown(int all) {
    return all > MOST ? MOST + 1 : all;
  }

  private List<Neighbour> neighbours() {
    List<Neighbour> all = new ArrayList<>();
    for (Comparison rival : rivals) {
      all.add(
          new Neighbour(
              rival.usage().rival().isLive() ? "rival" : "idle",
              rival.rival().name(),
              (rival.usage().rival().isLive() ? "live " : "") + rival.verdict().words(),
              rival.usage().allOfRival()));
    }
    for (ShimUse shim : shims) {
      all.add(new Neighbour("shim", shim.type().name(), "shim", shim.users()));
    }
    return all;
  }

  private List<TypeRef> callers() {
    TreeSet<TypeRef> all = new TreeSet<>();
    for (Comparison rival : rivals) {
      if (rival.canonical().name().equals(canonical)) {
        all.addAll(rival.usage().allOfCanonical());
      }
    }
    return List.copyOf(all);
  }

  private static List<Map.Entry<String, Integer>> modules(List<TypeRef> users) {
    return ModuleName.counts(users).entrySet().stream()
        .sorted(Comparator.comparing((Map.Entry<String, Integer> one) -> -one.getValue()))
        .toList();
  }

  private void draw(
      List<Map.Entry<String, Integer>> callers,
      List<Neighbour> neighbours,
      int rows,
      HtmlPage page) {
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
    rest(callers.size(), "modules", leftTop, left);
    for (Box box : left) {
      line(0, box.row(), 1, middle, page);
      box(0, box.row(), box, page);
    }
    List<Box> right = new ArrayList<>();
    for (int i = 0; i < Math.min(MOST, neighbours.size()); i++) {
      Neighbour neighbour = neighbours.get(i);
      right.add(
          new Box(neighbour.kind(), label(neighbour.name()), neighbour.words(), rightTop + i));
      users(neighbour, rightTop + i, page);
    }
    rest(neighbours.size(), "rivals and shims", rightTop, right);
    for (Box box : right) {
      line(1, middle, 2, box.row(), page);
      box(2, box.row(), box, page);
    }
    box(1, middle, new Box("canonical", label(canonical), "canonical", middle), page);
  }

  private static void rest(int all, String what, double top, List<Box> boxes) {
    if (all > MOST) {
      boxes.add(new Box("rest", Phrases.more(all - MOST), what, top + MOST));
    }
  }

  private static void users(Neighbour neighbour, double row, HtmlPage page) {
    if (neighbour.users().isEmpty()) {
      return;
    }
    List<Map.Entry<String, Integer>> modules = modules(neighbour.users());
    String more = modules.size() > 1 ? " and " + (modules.size() - 1) + " more" : "";
    line(2, row, 3, row, page);
    box(
        3,
        row,
        new Box(
            "caller",
            modules.get(0).getKey() + more,
            Phrases.count(neighbour.users().size(), "caller"),
            row),
        page);
  }

  /** The simple name of a type, after the last part of its package where others are called so. */
  private String label(String type) {
    String simple = DottedNames.last(type);
    long namesakes =
        Stream.of(
                Stream.of(canonical),
                rivals.stream().map(rival -> rival.rival().name()),
                shims.stream().map(shim -> shim.type().name()))
            .flatMap(names -> names)
            .filter(name -> DottedNames.last(name).equals(simple))
            .count();
    String qualifier = DottedNames.last(DottedNames.qualifier(type));
    return namesakes > 1 && !qualifier.isEmpty() ? qualifier + "." + simple : simple;
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
        VisibleText.cut(box.name(), LONGEST),
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

  private void words(
      List<Map.Entry<String, Integer>> callers, List<Neighbour> neighbours, HtmlPage page) {
    page.open("details", "class", "words").element("summary", "The picture in words");
    page.open("ul").open("li").text("The canonical ").element("code", canonical);
    page.text(
        callers.isEmpty()
            ? ": no caller of it is listed with a rival."
            : " is called from " + counted(callers) + ".");
    page.close();
    for (Neighbour neighbour : neighbours.stream().limit(MOST).toList()) {
      page.open("li").element("code", neighbour.name()).text(", " + neighbour.words());
      page.text(
          neighbour.users().isEmpty()
              ? ", is called by nothing."
              : ", is called from " + counted(modules(neighbour.users())) + ".");
      page.close();
    }
    if (neighbours.size() > MOST) {
      page.element("li", Phrases.more(neighbours.size() - MOST) + " rivals and shims.");
    }
    page.close().close();
  }

  private static String counted(List<Map.Entry<String, Integer>> modules) {
    Map<String, Integer> shown = new LinkedHashMap<>();
    modules.forEach(module -> shown.put(module.getKey(), module.getValue()));
    List<String> items =
        shown.entrySet().stream()
            .map(one -> one.getKey() + " (" + Phrases.count(one.getValue(), "type") + ")")
            .toList();
    return Phrases.list(items, MOST);
  }
}
