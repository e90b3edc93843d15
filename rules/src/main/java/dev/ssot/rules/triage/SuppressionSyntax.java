package dev.ssot.rules.triage;

import dev.ssot.rules.catalog.Acceptance.Malformed;
import dev.ssot.rules.codebase.SuppressionFact;
import dev.ssot.rules.codebase.SuppressionFact.Form;
import dev.ssot.rules.model.Location;
import dev.ssot.rules.model.Suppression;
import dev.ssot.rules.model.Suppression.Origin;
import dev.ssot.rules.model.Suppression.Terms;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The form of a suppression in the source: {@code ssot:allow <rule-id> until=YYYY-MM-DD owner=<who>
 * -- <reason>}, the owner optional.
 *
 * <p>Whoever gets it wrong is told everything that is wrong with it.
 */
final class SuppressionSyntax {

  private static final String FORM =
      "write `ssot:allow <rule-id> until=YYYY-MM-DD owner=<who> -- <reason>`";
  private static final String WORD = "ssot:allow";
  private static final String UNTIL = "until";
  private static final String OWNER = "owner";
  private static final Pattern REASON = Pattern.compile("\\s--(?=\\s|$)");
  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

  private final RuleIds rules;
  private final SuppressionFact fact;
  private final Location location;
  private final List<String> faults = new ArrayList<>();

  private SuppressionSyntax(RuleIds rules, SuppressionFact fact, Location location) {
    this.rules = rules;
    this.fact = fact;
    this.location = location;
  }

  /** A suppression, or what is wrong with it. */
  record Parsed(Optional<Suppression> suppression, Optional<Malformed> malformed) {}

  static Parsed parse(SuppressionFact fact, String path, RuleIds rules) {
    SuppressionSyntax syntax =
        new SuppressionSyntax(rules, fact, new Location(path, fact.region()));
    Optional<Suppression> suppression =
        fact.form() == Form.COMMENT ? syntax.suppression() : syntax.refused();
    return suppression.isPresent()
        ? new Parsed(suppression, Optional.empty())
        : new Parsed(Optional.empty(), Optional.of(syntax.malformed()));
  }

  private Optional<Suppression> refused() {
    if (fact.form() == Form.LONE_ANNOTATION) {
      String rule = fact.text().substring(fact.text().indexOf(':') + 1);
      checkRule(rule);
      faults.add("no comment with reason and end date stands with the annotation");
    } else {
      faults.add("it stands between delimiters and not behind `//`");
    }
    return Optional.empty();
  }

  private Malformed malformed() {
    String remedy =
        fact.form() == Form.LONE_ANNOTATION ? FORM.replace("write `", "write above it `// ") : FORM;
    return new Malformed(fact.text(), String.join("; ", faults), remedy, fact.place(), location);
  }

  private Optional<Suppression> suppression() {
    if (!(fact.text() + " ").startsWith(WORD + " ")) {
      faults.add("it begins with `%s`".formatted(fact.text().split(" ", 2)[0]));
      return Optional.empty();
    }
    String[] halves = REASON.split(fact.text().substring(WORD.length()), 2);
    String reason = halves.length == 2 ? halves[1].strip() : "";
    if (reason.isEmpty()) {
      faults.add("it gives no reason behind ` -- `");
    }
    Map<String, String> words = words(halves[0].strip());
    String rule = words.getOrDefault("", "");
    checkRule(rule);
    Optional<LocalDate> until = until(words.get(UNTIL));
    if (!faults.isEmpty() || until.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Suppression(
            rule,
            fact.place().text(),
            new Terms(reason, words.getOrDefault(OWNER, ""), until.get()),
            Origin.SOURCE,
            location));
  }

  /** The words before the reason: the rule under the empty key, the others by their keys. */
  private Map<String, String> words(String head) {
    Map<String, String> words = new LinkedHashMap<>();
    for (String word : head.isEmpty() ? new String[0] : head.split("\\s+")) {
      int equals = word.indexOf('=');
      String key = equals < 0 ? "" : word.substring(0, equals);
      String value = word.substring(equals + 1);
      boolean known = equals < 0 ? words.isEmpty() : key.equals(UNTIL) || key.equals(OWNER);
      if (!known) {
        faults.add("`%s` has no meaning there".formatted(word));
      } else if (value.isEmpty()) {
        faults.add("`%s` is empty".formatted(word));
      } else if (words.putIfAbsent(key, value) != null) {
        faults.add("`%s` is given twice".formatted(key));
      }
    }
    return words;
  }

  private void checkRule(String rule) {
    if (rule.isEmpty()) {
      faults.add("it names no rule");
    } else {
      rules.fault(rule).ifPresent(faults::add);
    }
  }

  private Optional<LocalDate> until(@Nullable String written) {
    if (written == null) {
      faults.add("it has no end date");
      return Optional.empty();
    }
    try {
      if (DATE.matcher(written).matches()) {
        return Optional.of(LocalDate.parse(written));
      }
    } catch (DateTimeParseException e) {
      // Said below: a day that no calendar has.
    }
    faults.add("`%s` is no day in the form YYYY-MM-DD".formatted(written));
    return Optional.empty();
  }
}
