package dev.ssot.reports;

import dev.ssot.rules.model.Comparison;
import dev.ssot.rules.model.DottedNames;
import dev.ssot.rules.model.Evidence;
import dev.ssot.rules.model.Finding;
import dev.ssot.rules.model.ScanResult;
import dev.ssot.rules.model.ShimUse;
import dev.ssot.rules.model.TypeRef;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A role as a flowchart of Mermaid: the canonical, its rivals and shims, and who uses which,
 * grouped by module.
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

  private final TypeRef canonical;
  private final String standing;
  private final Map<TypeRef, Comparison> rivals = new LinkedHashMap<>();
  private final List<ShimUse> shims;

  private RolePicture(TypeRef canonical, String standing, ScanResult result) {
    this.canonical = canonical;
    this.standing = standing;
    this.shims = result.shimsOf(canonical.name());
  }

  /**
   * A picture for each declared canonical of which these findings name a rival, and for each
   * proposed one with more than one, as a pair needs no picture.
   */
  static List<RolePicture> of(List<Finding> findings, ScanResult result) {
    Map<String, RolePicture> pictures = new LinkedHashMap<>();
    for (Finding finding : findings) {
      if (finding.evidence() instanceof Evidence.Rival rival) {
        TypeRef canonical = rival.comparison().canonical();
        pictures
            .computeIfAbsent(
                canonical.name(), name -> new RolePicture(canonical, "canonical", result))
            .add(rival.comparison());
      } else if (finding.evidence() instanceof Evidence.Fragments group
          && !group.isPaired()
          && group.comparisons().size() > 1) {
        TypeRef canonical = group.canonical();
        RolePicture picture =
            pictures.computeIfAbsent(
                canonical.name(), name -> new RolePicture(canonical, "proposed canonical", result));
        group.comparisons().forEach(picture::add);
      }
    }
    return List.copyOf(pictures.values());
  }

  private void add(Comparison comparison) {
    rivals.putIfAbsent(comparison.rival(), comparison);
  }

  /** The type in the middle. */
  TypeRef canonical() {
    return canonical;
  }

  /** Number of rivals, drawn or not. */
  int rivals() {
    return rivals.size();
  }

  /** The flowchart without its fence. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add("flowchart LR");
    lines.add("  %s([\"%s<br/>%s\"]):::canonical".formatted(CANONICAL, standing, name(canonical)));
    Map<String, Set<TypeRef>> users = new LinkedHashMap<>();
    users.put(CANONICAL, usersOfCanonical());
    rivals(lines, users);
    shims(lines, users);
    groups(lines, users);
    lines.add("  classDef canonical fill:#1a7f37,color:#fff,stroke:#1a7f37");
    lines.add("  classDef rival fill:#b3261e,color:#fff,stroke:#b3261e");
    lines.add("  classDef shim fill:#8a5a00,color:#fff,stroke:#8a5a00");
    return lines;
  }

  private Set<TypeRef> usersOfCanonical() {
    Set<TypeRef> users = new TreeSet<>();
    for (Comparison one : rivals.values()) {
      if (one.canonical().equals(canonical)) {
        users.addAll(one.usage().allOfCanonical());
      }
    }
    return users;
  }

  private void rivals(List<String> lines, Map<String, Set<TypeRef>> users) {
    for (Comparison one : rivals.values()) {
      if (users.size() <= MOST_RIVALS) {
        String id = "r" + users.size();
        users.put(id, new TreeSet<>(one.usage().allOfRival()));
        String what = "%s, %s %%".formatted(one.verdict().words(), one.confidence());
        lines.add("  %s[\"%s<br/>%s\"]:::rival".formatted(id, label(what), name(one.rival())));
        lines.add("  %s -. rival .-> %s".formatted(id, CANONICAL));
      }
    }
    more(rivals.size() - MOST_RIVALS, "rival", lines);
  }

  private void shims(List<String> lines, Map<String, Set<TypeRef>> users) {
    for (int i = 0; i < Math.min(MOST_SHIMS, shims.size()); i++) {
      ShimUse shim = shims.get(i);
      String until = shim.terms().until().isEmpty() ? "" : " until " + shim.terms().until();
      String id = "s" + (i + 1);
      users.put(id, new TreeSet<>(shim.users()));
      lines.add(
          "  %s[\"%s<br/>%s\"]:::shim".formatted(id, label("shim" + until), name(shim.type())));
      lines.add("  %s -- forwards --> %s".formatted(id, CANONICAL));
    }
    more(shims.size() - MOST_SHIMS, "shim", lines);
  }

  private static void more(int rest, String what, List<String> lines) {
    if (rest > 0) {
      lines.add("  %ss[\"%s\"]:::%s".formatted(what, Phrases.count(rest, "more " + what), what));
      lines.add("  %ss -.-> %s".formatted(what, CANONICAL));
    }
  }

  private static void groups(List<String> lines, Map<String, Set<TypeRef>> users) {
    Map<String, Map<String, Integer>> groups = new TreeMap<>();
    boolean modules =
        users.values().stream().flatMap(Set::stream).map(RolePicture::module).distinct().count()
            > 1;
    users.forEach(
        (id, types) ->
            types.forEach(
                type ->
                    groups
                        .computeIfAbsent(
                            modules ? module(type) : packageOf(type), name -> new TreeMap<>())
                        .merge(id, 1, Integer::sum)));
    int number = 0;
    for (Map.Entry<String, Map<String, Integer>> group : largestFirst(groups)) {
      number++;
      String id = "g" + number;
      lines.add("  %s[[\"users in<br/>%s\"]]".formatted(id, label(group.getKey())));
      group
          .getValue()
          .forEach((used, times) -> lines.add("  %s -->|%s| %s".formatted(id, times, used)));
    }
  }

  /** The largest groups, and the others as one. */
  private static List<Map.Entry<String, Map<String, Integer>>> largestFirst(
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
    shown.add(Map.entry(rest.size() + " more places", joined));
    return shown;
  }

  /** The folder above the sources, or the empty string for a codebase of one module. */
  private static String module(TypeRef type) {
    return ModuleName.aboveSources(type.declaration().path()).orElse("");
  }

  private static String packageOf(TypeRef type) {
    String name = DottedNames.qualifier(type.name());
    while (!name.isEmpty() && Character.isUpperCase(DottedNames.last(name).codePointAt(0))) {
      name = DottedNames.qualifier(name);
    }
    return name.isEmpty() ? "the default package" : name;
  }

  /** The simple name, or the end of the whole one where another type here has the same. */
  private String name(TypeRef type) {
    boolean shared =
        Stream.concat(Stream.of(canonical), rivals.keySet().stream())
            .anyMatch(other -> !other.equals(type) && other.simpleName().equals(type.simpleName()));
    if (!shared) {
      return label(type.simpleName());
    }
    String name = type.name();
    int length = name.codePointCount(0, name.length());
    return length <= MOST_CHARACTERS
        ? label(name)
        : label(
            "\u2026" + name.substring(name.offsetByCodePoints(0, length - MOST_CHARACTERS + 1)));
  }

  /** A text within the quotes of a label: entities are Mermaid's own, of decimal numbers. */
  private static String label(String text) {
    StringBuilder label = new StringBuilder();
    VisibleText.cut(VisibleText.of(text), MOST_CHARACTERS)
        .codePoints()
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
