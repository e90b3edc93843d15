package dev.ssot.reports;

import dev.ssot.rules.model.CommitRef;
import dev.ssot.rules.model.History;
import dev.ssot.rules.model.HistoryPoint;
import dev.ssot.rules.model.LastChange;
import dev.ssot.rules.model.RivalLife;
import dev.ssot.rules.model.RivalStay;
import dev.ssot.rules.model.RivalStay.Kind;
import dev.ssot.rules.model.RolePoint;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What every report of a history says, whatever it looks like. */
final class HistoryWords {

  private HistoryWords() {}

  /**
   * Something that became of a rival.
   *
   * @param kind for markup, a word
   * @param what in words
   * @param commit the first point that shows it
   * @param not what the point before it was, in words, or the empty string
   * @param change the last change of its file up to there
   */
  record Event(
      String kind,
      String what,
      String role,
      String name,
      CommitRef commit,
      String not,
      LastChange change) {}

  /** All that became of rivals after the first point, in the order of time. */
  static List<Event> events(History history) {
    List<Event> events = new ArrayList<>();
    for (RivalLife life : history.rivals()) {
      for (RivalStay stay : life.stays()) {
        boolean first = stay.equals(life.stays().get(0));
        if (!first || !stay.before().isEmpty()) {
          String kind = first ? "appeared" : backKind(life.before(stay));
          events.add(
              new Event(
                  kind,
                  backWords(kind),
                  life.role(),
                  stay.first().name(),
                  stay.first().commit(),
                  notYet(stay),
                  stay.first().touched()));
        }
        if (stay.end().kind() != Kind.NONE) {
          events.add(
              new Event(
                  stay.end().kind().label(),
                  stay.end().kind().words(),
                  life.role(),
                  stay.last().name(),
                  stay.end().commit(),
                  "still there in " + stay.last().commit().shortId(),
                  stay.end().change()));
        }
      }
    }
    List<String> order = history.points().stream().map(point -> point.commit().id()).toList();
    events.sort(
        Comparator.comparing((Event event) -> order.indexOf(event.commit().id()))
            .thenComparing(Event::role)
            .thenComparing(Event::name));
    return List.copyOf(events);
  }

  private static String backKind(RivalStay ended) {
    return ended.end().kind() == Kind.DELETED ? "resurrected" : "again";
  }

  private static String backWords(String kind) {
    return switch (kind) {
      case "resurrected" -> "came back after it had been deleted";
      case "again" -> "is a rival again";
      default -> "appeared";
    };
  }

  private static String notYet(RivalStay stay) {
    return stay.before().isEmpty()
        ? ""
        : "not yet in " + CommitRef.unknown(stay.before()).shortId();
  }

  /** Who changed a file last, such as {@code 0123456789ab by Ann on 2026-05-31}. */
  static String change(LastChange change) {
    return change.isKnown()
        ? "%s by %s on %s"
            .formatted(change.commit().shortId(), change.commit().author(), change.commit().day())
        : "not known: " + change.unknown();
  }

  /** Since when a rival is there. */
  static String since(RivalLife life) {
    RivalStay latest = life.latest();
    return latest.first().commit().day() + (latest.before().isEmpty() ? " or longer" : "");
  }

  /** The names that a rival had before. */
  static List<String> formerNames(RivalLife life) {
    Set<String> names = new LinkedHashSet<>();
    for (RivalStay stay : life.stays()) {
      names.add(stay.first().name());
      names.add(stay.last().name());
    }
    names.remove(life.name());
    return List.copyOf(names);
  }

  /** A row on a role at a point: commit as it is given, day, score, rivals, shims, uses, note. */
  static List<String> row(String commit, HistoryPoint point, String id) {
    Optional<RolePoint> role = point.role(id);
    String day = point.commit().day();
    if (role.filter(RolePoint::isJudged).isEmpty()) {
      String why = role.map(RolePoint::refusal).orElse(point.refusal());
      return List.of(commit, day, "not known", "", "", "", why);
    }
    RolePoint one = role.get();
    return List.of(
        commit, day, one.total().text(), rivals(one), shims(one), uses(one), unknown(point));
  }

  /** Rivals with those that the running program needs, such as {@code 3 (1 live)}. */
  static String rivals(RolePoint role) {
    int all = role.allRivals();
    return all == 0 ? "0" : "%s (%s live)".formatted(all, role.liveRivals());
  }

  /** Shims with those who use them, such as {@code 1 (4 callers)}. */
  static String shims(RolePoint role) {
    return role.shims() == 0
        ? "0"
        : "%s (%s)".formatted(role.shims(), Phrases.count(role.callers(), "caller"));
  }

  /** The uses that comply, of all. */
  static String uses(RolePoint role) {
    return role.uses().compliant() + " of " + role.uses().sites();
  }

  /** What is not known of a point; the empty string where all is. */
  static String unknown(HistoryPoint point) {
    if (!point.isScanned()) {
      return "not known: " + point.refusal();
    }
    return point.unread() == 0
        ? ""
        : "incomplete: %s by which something was not understood"
            .formatted(Phrases.count(point.unread(), "problem"));
  }

  /** From when to when. */
  static String period(History history) {
    List<String> days =
        history.points().stream()
            .map(point -> point.commit().day())
            .filter(day -> !day.isEmpty())
            .toList();
    return days.isEmpty() ? "" : days.get(0) + " to " + days.get(days.size() - 1);
  }
}
