package dev.ssot.cli;

import dev.ssot.cli.message.Diagnostic;
import dev.ssot.cli.message.Rejection;
import dev.ssot.rules.model.CandidateRole;
import dev.ssot.rules.model.ProposedRole;
import dev.ssot.rules.scan.FirstPolicy;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the roles of a first policy: asks on a terminal, and takes those that are sure elsewhere.
 */
final class RoleChoice {

  private static final String NONE = "n";

  private final Streams streams;
  private final @Nullable BufferedReader answers;
  private final Set<String> decided = new HashSet<>();

  private RoleChoice(Streams streams, @Nullable BufferedReader answers) {
    this.streams = streams;
    this.answers = answers;
  }

  /**
   * A choice as the surroundings allow it.
   *
   * @param silent whether nothing may be asked, even on a terminal
   */
  static RoleChoice by(Surroundings surroundings, Streams streams, boolean silent) {
    boolean asks = !silent && surroundings.terminals().in() && surroundings.terminals().out();
    return new RoleChoice(
        streams,
        asks
            ? new BufferedReader(new InputStreamReader(surroundings.in(), StandardCharsets.UTF_8))
            : null);
  }

  /** The roles that the policy is to declare. */
  List<ProposedRole> roles(FirstPolicy code) {
    List<ProposedRole> roles = new ArrayList<>();
    int number = 0;
    for (CandidateRole candidate : code.candidates()) {
      number++;
      String place = "%s of %s".formatted(number, code.candidates().size());
      Optional<String> canonical =
          answers == null
              ? Optional.of(candidate).filter(CandidateRole::sure).map(RoleChoice::proposed)
              : asked(place, candidate, answers);
      Optional<ProposedRole> role = canonical.map(type -> code.role(candidate, type));
      // What turns out to have no rival, once its canonical is known, is no role to begin with.
      role.filter(one -> answers != null || !one.rivals().isEmpty())
          .ifPresent(
              one -> {
                roles.add(one);
                decided.add(candidate.id());
              });
    }
    return roles;
  }

  /** Whether nobody has said anything about a candidate. */
  boolean isUndecided(CandidateRole candidate) {
    return !decided.contains(candidate.id());
  }

  private static String proposed(CandidateRole candidate) {
    return candidate.types().get(0).name();
  }

  private Optional<String> asked(String place, CandidateRole candidate, BufferedReader reader) {
    int types = candidate.types().size();
    String standard = candidate.sure() ? "1" : NONE;
    streams.out().print("%s: do these do one job, `%s`?\n".formatted(place, candidate.id()));
    for (int i = 0; i < types; i++) {
      String note = i == 0 ? "  (" + candidate.reason() + ")" : "";
      streams.out().print("  %s  %s%s\n".formatted(i + 1, candidate.types().get(i).name(), note));
    }
    while (true) {
      streams
          .out()
          .print("The number of the one to keep, or n for no role [%s]: ".formatted(standard));
      streams.out().flush();
      String answer = answer(reader);
      String word = answer.isEmpty() ? standard : answer;
      if (word.equals(NONE) || word.equals("no")) {
        decided.add(candidate.id());
        return Optional.empty();
      }
      OptionalInt chosen = number(word, types);
      if (chosen.isPresent()) {
        return Optional.of(candidate.types().get(chosen.getAsInt() - 1).name());
      }
      streams.out().print("  that is neither n nor a number from 1 to %s\n".formatted(types));
    }
  }

  private static OptionalInt number(String word, int most) {
    if (!word.matches("[0-9]{1,4}")) {
      return OptionalInt.empty();
    }
    int number = Integer.parseInt(word);
    return number >= 1 && number <= most ? OptionalInt.of(number) : OptionalInt.empty();
  }

  private static String answer(BufferedReader reader) {
    try {
      String line = reader.readLine();
      if (line == null) {
        throw new Rejection(
            Diagnostic.of(
                "the answers ended before the last question, so nothing was written",
                "answer each question, or take what is sure with --yes"));
      }
      return line.strip().toLowerCase(Locale.ROOT);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
