package dev.ssot.cli.policy;

import dev.ssot.cli.message.NearestName;
import dev.ssot.cli.policy.YamlNode.Kind;
import dev.ssot.cli.policy.YamlNode.Mapping;
import dev.ssot.cli.policy.YamlNode.Mapping.Entry;
import dev.ssot.cli.policy.YamlNode.Scalar;
import dev.ssot.cli.policy.YamlNode.Sequence;
import dev.ssot.rules.model.PolicyLine;
import dev.ssot.rules.model.PolicyText;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One map of a policy, read key by key.
 *
 * <p>Whatever is wrong goes to the errors and is left out of the answer, so that reading goes on to
 * the next fault.
 */
final class Section {

  private final Mapping map;
  private final PolicyErrors errors;

  private Section(Mapping map, PolicyErrors errors) {
    this.map = map;
    this.errors = errors;
  }

  /** Reads a node as a map with some keys; any other key is an error. */
  static Optional<Section> of(YamlNode node, List<String> known, PolicyErrors errors) {
    return of(node, "key", known, errors);
  }

  /** Reads a node as a map whose keys are, say, rules. */
  static Optional<Section> of(YamlNode node, String noun, List<String> known, PolicyErrors errors) {
    if (!(node instanceof Mapping map)) {
      errors.add(
          node.line(),
          "%s must be a map, not %s".formatted(subject(node.line()), node.words()),
          "use the keys " + list(known));
      return Optional.empty();
    }
    map.entries()
        .forEach(
            (key, entry) -> {
              if (!known.contains(key)) {
                errors.add(
                    entry.key(),
                    "unknown %s %s in %s".formatted(noun, Scalar.quote(key), subject(map.line())),
                    remedy(key, known));
              }
            });
    return Optional.of(new Section(map, errors));
  }

  /** Where the section begins. */
  PolicyLine line() {
    return map.line();
  }

  /** The value of a key, whatever it is. */
  Optional<YamlNode> node(String key) {
    return Optional.ofNullable(map.entries().get(key)).map(Entry::value);
  }

  /** The keys and values of a map whose keys are not fixed. */
  Map<String, Entry> entries() {
    return map.entries();
  }

  /** The text of a key that may be left out. */
  Optional<PolicyText> text(String key, Syntax syntax) {
    return node(key).flatMap(node -> text(node, syntax));
  }

  /** The text of a key that may not be left out. */
  Optional<PolicyText> requiredText(String key, Syntax syntax) {
    if (!require(key, syntax.examples())) {
      return Optional.empty();
    }
    return text(key, syntax);
  }

  /** The day of a key that may not be left out. */
  Optional<LocalDate> requiredDay(String key) {
    return requiredText(key, Syntax.DATE).flatMap(this::day);
  }

  /** A text of the right form may still name a day that there is not. */
  private Optional<LocalDate> day(PolicyText text) {
    try {
      return Optional.of(LocalDate.parse(text.value()));
    } catch (DateTimeParseException e) {
      errors.add(
          text.line(),
          "%s is `%s`, a day that no calendar has".formatted(subject(text.line()), text.value()),
          "write " + Syntax.DATE.examples());
      return Optional.empty();
    }
  }

  /** Whether a key is there; an error if it is not. */
  boolean require(String key, String example) {
    boolean present = map.entries().containsKey(key);
    if (!present) {
      errors.add(
          map.line(),
          "%s lacks the key `%s`".formatted(subject(map.line()), key),
          "add `%s:` with %s".formatted(key, example));
    }
    return present;
  }

  /** The texts of a list. */
  List<PolicyText> texts(String key, Syntax syntax) {
    List<PolicyText> texts = new ArrayList<>();
    Map<String, PolicyLine> seen = new HashMap<>();
    for (YamlNode item : items(key)) {
      text(item, syntax)
          .ifPresent(
              text -> {
                PolicyLine first = seen.putIfAbsent(text.value(), text.line());
                if (first == null) {
                  texts.add(text);
                } else {
                  doubled(text, first);
                }
              });
    }
    return texts;
  }

  private void doubled(PolicyText text, PolicyLine first) {
    errors.add(
        text.line(),
        "%s repeats %s of line %d"
            .formatted(subject(text.line()), Scalar.quote(text.value()), first.line()),
        "delete one of the two");
  }

  /** The sections of a list. */
  List<Section> sections(String key, List<String> known) {
    return items(key).stream().flatMap(item -> of(item, known, errors).stream()).toList();
  }

  /** The section of a key. */
  Optional<Section> section(String key, List<String> known) {
    return node(key).flatMap(node -> of(node, known, errors));
  }

  /** A whole number from {@code least} to {@code most}. */
  Optional<Integer> integer(String key, int least, int most) {
    return node(key).flatMap(node -> integer(node, least, most));
  }

  private Optional<Integer> integer(YamlNode node, int least, int most) {
    if (node instanceof Scalar scalar
        && scalar.kind() == Kind.NUMBER
        && scalar.text().matches("(0|[1-9][0-9]{0,8})(\\.0+)?")) {
      int value = Integer.parseInt(scalar.text().replaceFirst("\\..*", ""));
      if (value >= least && value <= most) {
        return Optional.of(value);
      }
    }
    errors.add(
        node.line(),
        "%s must be %s, not %s".formatted(subject(node.line()), range(least, most), node.words()),
        "write %s, without quotes or signs".formatted(range(least, most)));
    return Optional.empty();
  }

  private static String range(int least, int most) {
    return least == most
        ? "the number " + least
        : "a whole number from %d to %d".formatted(least, most);
  }

  /** One of some words. */
  static Optional<String> choice(YamlNode node, Collection<String> words, PolicyErrors errors) {
    String given = node instanceof Scalar scalar ? scalar.text() : "";
    if (node instanceof Scalar scalar && scalar.kind() == Kind.TEXT && words.contains(given)) {
      return Optional.of(given);
    }
    errors.add(
        node.line(),
        "%s must be one of %s, not %s".formatted(subject(node.line()), list(words), node.words()),
        remedy(given, words));
    return Optional.empty();
  }

  /** The items of a list; none where the key is left out. */
  List<YamlNode> items(String key) {
    Optional<YamlNode> node = node(key);
    if (node.isEmpty()) {
      return List.of();
    }
    if (node.get() instanceof Sequence sequence) {
      return sequence.items();
    }
    errors.add(
        node.get().line(),
        "%s must be a list, not %s".formatted(subject(node.get().line()), node.get().words()),
        "write each item on a line of its own after `- `");
    return List.of();
  }

  private Optional<PolicyText> text(YamlNode node, Syntax syntax) {
    if (!(node instanceof Scalar scalar) || scalar.kind() != Kind.TEXT) {
      boolean quotable = node instanceof Scalar scalar && scalar.kind() != Kind.NOTHING;
      errors.add(
          node.line(),
          "%s must be a text, not %s".formatted(subject(node.line()), node.words()),
          quotable ? "put the value in quotes" : "write " + syntax.examples());
      return Optional.empty();
    }
    if (!syntax.allows(scalar.text())) {
      errors.add(
          node.line(), subject(node.line()) + fault(scalar, syntax), "write " + syntax.examples());
      return Optional.empty();
    }
    return Optional.of(new PolicyText(scalar.text(), scalar.line()));
  }

  private static String fault(Scalar scalar, Syntax syntax) {
    if (scalar.text().isBlank()) {
      return " is blank";
    }
    return Syntax.tooLong(scalar.text())
        ? " is longer than %d characters".formatted(Syntax.LONGEST)
        : " is %s, which is not %s".formatted(scalar.quoted(), syntax.words());
  }

  /** The value at a place, in words. */
  static String subject(PolicyLine line) {
    return line.key().isEmpty() ? "the policy" : "`" + line.key() + "`";
  }

  /** Names in backquotes. */
  static String list(Collection<String> names) {
    return names.stream().map(name -> "`" + name + "`").collect(Collectors.joining(", "));
  }

  /** What to write in place of a wrong name. */
  static String remedy(String given, Collection<String> known) {
    return NearestName.of(given, known)
        .map(name -> "did you mean `%s`? Allowed: %s".formatted(name, list(known)))
        .orElseGet(() -> "choose from " + list(known));
  }
}
