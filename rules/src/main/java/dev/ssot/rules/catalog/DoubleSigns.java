package dev.ssot.rules.catalog;

import dev.ssot.rules.codebase.Codebase.TypeEntry;
import dev.ssot.rules.codebase.ImportFact;
import dev.ssot.rules.codebase.MethodOutline;
import dev.ssot.rules.codebase.MethodOutline.Kind;
import dev.ssot.rules.codebase.MockingLibraries;
import dev.ssot.rules.codebase.SourceUnit;
import dev.ssot.rules.codebase.TypeOutline;
import dev.ssot.rules.codebase.Words;
import dev.ssot.rules.model.DottedNames;
import dev.ssot.rules.model.Location;
import dev.ssot.rules.model.Observation;
import dev.ssot.rules.model.Region;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What shows that a type stands in for another one in tests: its name, a mocking library, what its
 * documentation says, and methods that give canned answers.
 *
 * <p>A name that means nothing else (mock, fake, dummy, test double) suffices, and so does a
 * mocking library; a name that may mean something else (stub, spy, test) does not without another
 * sign, and canned answers never do without a name or words.
 */
final class DoubleSigns {

  private static final Set<String> TELLING = Set.of("mock", "fake", "dummy");
  private static final Set<String> AMBIGUOUS =
      Set.of("stub", "spy", "test", "testing", "simulated", "recording", "canned");
  private static final Pattern DOCUMENTED =
      Pattern.compile(
          "\\b(?:for (?:use in )?(?:unit |integration )?test(?:s|ing)\\b(?: only| purposes)?"
              + "|(?:used|useful|intended|only) (?:only )?(?:in|for|by) (?:unit |integration )?"
              + "test(?:s|ing)\\b|test double|mock implementation|stub implementation"
              + "|fake implementation)",
          Pattern.CASE_INSENSITIVE);
  private static final double MOST = 0.6;

  private final List<Observation> observations = new ArrayList<>();
  private boolean telling;
  private boolean ambiguous;
  private boolean mocking;
  private boolean documented;
  private boolean canned;

  private DoubleSigns() {}

  /** The signs that the facts of a type show. */
  static DoubleSigns of(TypeEntry entry) {
    DoubleSigns signs = new DoubleSigns();
    signs.readName(entry);
    signs.readImports(entry.unit());
    return signs;
  }

  /** Whether a closer look could make a test double of it. */
  boolean areWorthALook() {
    return telling || ambiguous || mocking;
  }

  /** Takes in what a closer look shows. */
  void read(TypeOutline outline) {
    String path = outline.entry().unit().path();
    Matcher words = DOCUMENTED.matcher(outline.documentation());
    documented = words.find();
    if (documented) {
      observations.add(
          new Observation(
              outline.entry().location(),
              "its documentation says \"%s\"".formatted(words.group().toLowerCase(Locale.ROOT))));
    }
    List<MethodOutline> answers =
        outline.methods().stream().filter(method -> method.method().isPublic()).toList();
    List<MethodOutline> empty =
        answers.stream().filter(method -> !method.has(Kind.WORK, Kind.SWALLOW)).toList();
    canned = !empty.isEmpty() && empty.size() >= MOST * answers.size();
    if (canned) {
      Region first = empty.get(0).method().region();
      observations.add(
          new Observation(
              new Location(
                  path, new Region(first.line(), first.column(), first.line(), first.column() + 1)),
              "%s of its %s public methods only record what they are given or answer a constant"
                  .formatted(empty.size(), answers.size())));
    }
  }

  /** Whether what was seen makes a test double. */
  boolean suffice() {
    return telling || mocking || (ambiguous && (documented || canned));
  }

  List<Observation> observations() {
    return List.copyOf(observations);
  }

  private void readName(TypeEntry entry) {
    List<String> words = Words.split(entry.type().simpleName());
    if (words.isEmpty()) {
      return;
    }
    List<String> ends = List.of(words.get(0), words.get(words.size() - 1));
    Optional<String> sure = ends.stream().filter(TELLING::contains).findFirst();
    Optional<String> unsure = ends.stream().filter(AMBIGUOUS::contains).findFirst();
    telling = sure.isPresent() || entry.type().simpleName().endsWith("TestDouble");
    ambiguous = unsure.isPresent();
    sure.or(() -> unsure)
        .ifPresent(
            word ->
                observations.add(
                    new Observation(entry.location(), "its name says \"" + word + "\"")));
  }

  private void readImports(SourceUnit unit) {
    for (ImportFact single : unit.imports()) {
      if (MockingLibraries.have(single.name())) {
        mocking = true;
        observations.add(
            new Observation(
                new Location(unit.path(), single.region()),
                "it imports the mocking library `%s`".formatted(library(single.name()))));
        return;
      }
    }
  }

  private static String library(String name) {
    String head = DottedNames.first(name);
    String rest = name.substring(Math.min(name.length(), head.length() + 1));
    return rest.isEmpty() ? head : head + "." + DottedNames.first(rest);
  }
}
