package dev.ssot.benchmarks.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Reads labels and refuses what contradicts itself. */
public final class Labels {

  private static final List<String> COLUMNS =
      List.of("codebase", "role", "kind", "class", "left", "right", "reason");

  private final Map<String, TypeName> canonicals = new HashMap<>();
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

  /** All rivals of a role are held against one type. */
  private void checkCanonical(Label label, Row row) {
    if (!label.isRival()) {
      return;
    }
    String role = label.codebase() + " " + label.role();
    TypeName known =
        Optional.ofNullable(canonicals.putIfAbsent(role, label.left())).orElse(label.left());
    if (!known.equals(label.left())) {
      throw row.wrong(
          "left is `%s`, but other rivals of the role `%s` have `%s`"
              .formatted(label.left(), label.role(), known));
    }
  }
}
