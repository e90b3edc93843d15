package dev.ssot.reports;

import dev.ssot.rules.model.TypeRef;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A role as a flowchart of Mermaid: the canonical, its rivals and shims, and who uses which, in
 * groups.
 *
 * <p>Only so many of each are drawn that a person can read it. Identifiers are made up and every
 * label is quoted, with all but letters, digits and a few signs as entities, so no name of the code
 * can break it.
 */
final class RolePicture {

  private static final int MOST_RIVALS = 8;
  private static final int MOST_SHIMS = 4;
  private static final int MOST_GROUPS = 6;
  private static final int MOST_CHARACTERS = 48;
  private static final String CANONICAL = "c";
  private static final String PLAIN = " ._-,()/";

  private final RoleScene scene;
  private final Whereabouts where;

  RolePicture(RoleScene scene, Whereabouts where) {
    this.scene = scene;
    this.where = where.among(scene.users());
  }

  /** The flowchart without its fence. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add("flowchart LR");
    lines.add(
        "  %s([\"%s<br/>%s\"]):::canonical"
            .formatted(CANONICAL, scene.standing(), name(scene.middle())));
    Map<String, List<TypeRef>> users = new LinkedHashMap<>();
    users.put(CANONICAL, scene.callers());
    rivals(lines, users);
    shims(lines, users);
    groups(lines, users);
    lines.add("  classDef canonical fill:#1a7f37,color:#fff,stroke:#1a7f37");
    lines.add("  classDef rival fill:#b3261e,color:#fff,stroke:#b3261e");
    lines.add("  classDef shim fill:#8a5a00,color:#fff,stroke:#8a5a00");
    return lines;
  }

  private void rivals(List<String> lines, Map<String, List<TypeRef>> users) {
    List<RoleScene.Neighbour> rivals = neighbours(true);
    for (int i = 0; i < Math.min(MOST_RIVALS, rivals.size()); i++) {
      String id = "r" + (i + 1);
      node(id, "rival", rivals.get(i), lines);
      users.put(id, rivals.get(i).users());
      lines.add("  %s -. rival .-> %s".formatted(id, CANONICAL));
    }
    more(rivals.size() - MOST_RIVALS, "rival", lines);
  }

  private void shims(List<String> lines, Map<String, List<TypeRef>> users) {
    List<RoleScene.Neighbour> shims = neighbours(false);
    for (int i = 0; i < Math.min(MOST_SHIMS, shims.size()); i++) {
      String id = "s" + (i + 1);
      node(id, "shim", shims.get(i), lines);
      users.put(id, shims.get(i).users());
      lines.add("  %s -- forwards --> %s".formatted(id, CANONICAL));
    }
    more(shims.size() - MOST_SHIMS, "shim", lines);
  }

  private List<RoleScene.Neighbour> neighbours(boolean rivals) {
    return scene.neighbours().stream().filter(one -> one.kind().isRival() == rivals).toList();
  }

  private void node(String id, String kind, RoleScene.Neighbour neighbour, List<String> lines) {
    lines.add(
        "  %s[\"%s<br/>%s\"]:::%s"
            .formatted(id, beginning(neighbour.words()), name(neighbour.name()), kind));
  }

  private static void more(int rest, String what, List<String> lines) {
    if (rest > 0) {
      lines.add("  %ss[\"%s\"]:::%s".formatted(what, Phrases.count(rest, "more " + what), what));
      lines.add("  %ss -.-> %s".formatted(what, CANONICAL));
    }
  }

  private void groups(List<String> lines, Map<String, List<TypeRef>> users) {
    Map<String, Map<String, Integer>> groups = new TreeMap<>();
    users.forEach(
        (id, types) ->
            where
                .counts(types)
                .forEach(
                    (group, number) ->
                        groups.computeIfAbsent(group, name -> new TreeMap<>()).put(id, number)));
    int number = 0;
    for (Map.Entry<String, Map<String, Integer>> group : largestFirst(groups)) {
      number++;
      String id = "g" + number;
      lines.add("  %s[[\"users in<br/>%s\"]]".formatted(id, end(group.getKey())));
      group
          .getValue()
          .forEach((used, times) -> lines.add("  %s -->|%s| %s".formatted(id, times, used)));
    }
  }

  /** The largest groups, and the others as one. */
  private List<Map.Entry<String, Map<String, Integer>>> largestFirst(
      Map<String, Map<String, Integer>> groups) {
    List<Map.Entry<String, Map<String, Integer>>> sorted = new ArrayList<>(groups.entrySet());
    sorted.sort(
        Comparator.comparingInt(
            group -> -group.getValue().values().stream().mapToInt(Integer::intValue).sum()));
    if (sorted.size() <= MOST_GROUPS) {
      return sorted;
    }
    List<Map.Entry<String, Map<String, Integer>>> rest =
        sorted.subList(MOST_GROUPS - 1, sorted.size());
    Map<String, Integer> joined = new TreeMap<>();
    rest.forEach(
        group -> group.getValue().forEach((id, times) -> joined.merge(id, times, Integer::sum)));
    List<Map.Entry<String, Map<String, Integer>>> shown =
        new ArrayList<>(sorted.subList(0, MOST_GROUPS - 1));
    shown.add(Map.entry("%s more %ss".formatted(rest.size(), where.noun()), joined));
    return shown;
  }

  private String name(String type) {
    return end(scene.label(type));
  }

  /** A text, or its end, which tells more of a name. */
  private static String end(String text) {
    return label(VisibleText.cutStart(VisibleText.of(text), MOST_CHARACTERS));
  }

  private static String beginning(String text) {
    return label(VisibleText.cut(VisibleText.of(text), MOST_CHARACTERS));
  }

  /** A text within the quotes of a label: entities are Mermaid's own, of decimal numbers. */
  private static String label(String text) {
    StringBuilder label = new StringBuilder();
    text.codePoints()
        .forEach(
            codePoint -> {
              if (Character.isLetterOrDigit(codePoint) || PLAIN.indexOf(codePoint) >= 0) {
                label.appendCodePoint(codePoint);
              } else {
                label.append('#').append(codePoint).append(';');
              }
            });
    return label.toString();
  }
}
