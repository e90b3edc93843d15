package dev.ssot.rules.scan;

import dev.ssot.rules.codebase.Codebase;
import dev.ssot.rules.codebase.Codebase.TypeEntry;
import dev.ssot.rules.codebase.Words;
import dev.ssot.rules.model.CanonicalAnswer;
import dev.ssot.rules.model.CanonicalAnswer.Avoided;
import dev.ssot.rules.model.Comparison;
import dev.ssot.rules.model.DottedNames;
import dev.ssot.rules.model.Evidence;
import dev.ssot.rules.model.Location;
import dev.ssot.rules.model.PolicyLine;
import dev.ssot.rules.model.PolicyText;
import dev.ssot.rules.model.Role;
import dev.ssot.rules.model.ScanResult;
import dev.ssot.rules.rivals.RoleCast;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Finds the role that a person describes in words.
 *
 * <p>A word of the question counts if it is a word of the role, begins like one, or runs through
 * several of them ({@code websocket} through {@code WebSocketRouter}). The name of a role or type
 * answers in full.
 */
final class CanonicalSearch {

  /** Shorter beginnings are shared by words that have nothing else in common. */
  private static final int BEGINNING = 4;

  private static final int WHOLE = 100;

  private final List<RoleCast> casts;
  private final ScanResult result;
  private final Codebase codebase;

  CanonicalSearch(List<RoleCast> casts, ScanResult result, Codebase codebase) {
    this.casts = casts;
    this.result = result;
    this.codebase = codebase;
  }

  /** The roles that have something of the question in them, the most telling first. */
  List<CanonicalAnswer> run(String question) {
    return Stream.concat(casts.stream().map(cast -> declared(cast, question)), discovered(question))
        .filter(answer -> answer.percent() > 0)
        .sorted(
            Comparator.comparingInt(CanonicalAnswer::percent)
                .reversed()
                .thenComparing(answer -> !answer.declared())
                .thenComparing(CanonicalAnswer::role))
        .toList();
  }

  private CanonicalAnswer declared(RoleCast cast, String question) {
    Role role = cast.role();
    String canonical = role.canonical().value();
    List<String> names = new ArrayList<>(List.of(role.id(), canonical));
    cast.rivals().forEach(rival -> names.add(rival.entry().name()));
    names.addAll(cast.shims());
    List<String> words = new ArrayList<>(List.of(role.id(), role.title()));
    words.addAll(role.recognition().members());
    role.recognition().names().stream().map(PolicyText::value).forEach(words::add);
    names.stream().map(DottedNames::last).forEach(words::add);
    List<Avoided> avoid = new ArrayList<>();
    role.forbidden()
        .forEach(path -> avoid.add(new Avoided(path.pattern().text(), path.reason(), path.use())));
    cast.rivals()
        .forEach(
            rival ->
                avoid.add(
                    new Avoided(
                        rival.entry().name(), "it is a rival of the canonical", canonical)));
    PolicyLine line = role.canonical().line();
    return new CanonicalAnswer(
        role.id(),
        role.title(),
        true,
        canonical,
        cast.canonical().map(TypeEntry::location),
        "the policy declares it (%s:%s)".formatted(line.file(), line.line()),
        avoid,
        percent(question, names, words));
  }

  private Stream<CanonicalAnswer> discovered(String question) {
    return result.findings().stream()
        .map(finding -> finding.evidence())
        .filter(Evidence.Fragments.class::isInstance)
        .map(Evidence.Fragments.class::cast)
        .map(group -> discovered(group, question));
  }

  private CanonicalAnswer discovered(Evidence.Fragments group, String question) {
    String canonical = group.canonical().name();
    List<String> names = new ArrayList<>(List.of(canonical));
    group.comparisons().stream().map(Comparison::rival).forEach(rival -> names.add(rival.name()));
    List<String> words = new ArrayList<>(group.words());
    names.stream().map(DottedNames::last).forEach(words::add);
    Optional<Location> place = codebase.type(canonical).map(TypeEntry::location);
    String role =
        group.words().isEmpty() ? DottedNames.last(canonical) : String.join(" ", group.words());
    return new CanonicalAnswer(
        role,
        role,
        false,
        canonical,
        place,
        "no policy declares this role; proposed because " + group.reason(),
        names.stream()
            .skip(1)
            .map(name -> new Avoided(name, "it is like the proposed canonical", canonical))
            .toList(),
        percent(question, names, words));
  }

  private static int percent(String question, List<String> names, List<String> words) {
    String asked = question.strip();
    boolean named =
        names.stream()
            .anyMatch(
                name ->
                    name.equalsIgnoreCase(asked) || DottedNames.last(name).equalsIgnoreCase(asked));
    if (named) {
      return WHOLE;
    }
    Set<String> wanted = new TreeSet<>(Words.stems(question));
    Set<String> known = new TreeSet<>();
    words.forEach(word -> known.addAll(Words.stems(word)));
    List<String> squeezed =
        words.stream()
            .map(word -> word.replaceAll("[^\\p{L}]", "").toLowerCase(Locale.ROOT))
            .toList();
    long met =
        wanted.stream()
            .filter(
                word ->
                    known.stream().anyMatch(other -> isLike(word, other))
                        || (word.length() > BEGINNING
                            && squeezed.stream().anyMatch(text -> text.contains(word))))
            .count();
    return wanted.isEmpty() ? 0 : (int) Math.min(WHOLE - 1, WHOLE * met / wanted.size());
  }

  private static boolean isLike(String one, String other) {
    int common = 0;
    while (common < Math.min(one.length(), other.length())
        && one.charAt(common) == other.charAt(common)) {
      common++;
    }
    return one.equals(other)
        || common >= Math.max(BEGINNING, Math.min(one.length(), other.length()) - 2);
  }
}
