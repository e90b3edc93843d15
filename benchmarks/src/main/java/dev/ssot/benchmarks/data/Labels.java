package dev.ssot.benchmarks.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Reads labels and refuses what contradicts itself. */
public final class Labels {

  private static final List<String> COLUMNS =
      List.of("codebase", "role", "kind", "class", "left", "right", "reason");

  private final Map<String, Set<TypeName>> roles = new HashMap<>();
  private final Map<String, Label> pairs = new HashMap<>();
  private final List<Label> all = new ArrayList<>();

  private Labels() {}

  /** The labels of a file, in its order. */
  public static List<Label> read(Path file) {
    Labels labels = new Labels();
    Row.read(file, COLUMNS).forEach(labels::add);
    return List.copyOf(labels.all);
  }

  private void add(Row row) {
    Label label = parse(row);
    if (label.left().equals(label.right())) {
      throw row.wrong("left and right are one type, `%s`".formatted(label.left()));
    }
    checkCanonical(label, row);
    String pair = label.codebase() + new TreeSet<>(List.of(label.left(), label.right()));
    Label known = pairs.put(pair, label);
    if (known != null) {
      throw row.wrong("the pair is labelled in line %s already".formatted(known.line()));
    }
    all.add(label);
  }

  private static Label parse(Row row) {
    Label.Kind kind = kind(row);
    return new Label(
        row.codebase(0),
        row.kebab(1, "role"),
        kind,
        row.oneOf(3, "class of a " + kind.word(), kind.categories()),
        TypeName.parse(row, 4),
        TypeName.parse(row, 5),
        row.cell(6),
        row.line());
  }

  private static Label.Kind kind(Row row) {
    List<Label.Kind> kinds = List.of(Label.Kind.values());
    String word = row.oneOf(2, "kind", kinds.stream().map(Label.Kind::word).toList());
    return kinds.stream().filter(kind -> kind.word().equals(word)).findFirst().orElseThrow();
  }

  /** A rival is held against the first type of its role, or against a rival of that. */
  private void checkCanonical(Label label, Row row) {
    if (!label.isRival()) {
      return;
    }
    Set<TypeName> members =
        roles.computeIfAbsent(label.codebase() + " " + label.role(), role -> new LinkedHashSet<>());
    if (!members.isEmpty() && !members.contains(label.left())) {
      throw row.wrong(
          "left is `%s`, but the role `%s` is that of `%s`, of which it is no rival"
              .formatted(label.left(), label.role(), members.iterator().next()));
    }
    members.add(label.left());
    members.add(label.right());
  }
}
