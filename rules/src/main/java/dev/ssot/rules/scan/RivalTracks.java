package dev.ssot.rules.scan;

import dev.ssot.rules.codebase.Codebase;
import dev.ssot.rules.model.CommitLog;
import dev.ssot.rules.model.CommitRef;
import dev.ssot.rules.model.Fingerprint;
import dev.ssot.rules.model.HistoryPoint;
import dev.ssot.rules.model.Liveness;
import dev.ssot.rules.model.RivalLife;
import dev.ssot.rules.model.RivalStay;
import dev.ssot.rules.model.RivalStay.Ending;
import dev.ssot.rules.model.RivalStay.Kind;
import dev.ssot.rules.model.RivalStay.Sighting;
import dev.ssot.rules.model.Role;
import dev.ssot.rules.model.RolePoint;
import dev.ssot.rules.rivals.Bodies;
import dev.ssot.rules.rivals.RoleCast;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleBiFunction;

/**
 * Follows the rivals of the roles from commit to commit.
 *
 * <p>A rival is the one of the commit before if it has its qualified name, or else its bodies: a
 * file that moves, a type or a package that is renamed, neither ends nor begins anything. What is
 * missing where something was not understood, or where the role could not be judged, may be there
 * and goes on. What comes back is held against all that ended, in the same way.
 */
final class RivalTracks {

  /** A rival at a commit. */
  record Seen(
      String role,
      String name,
      String path,
      Bodies bodies,
      Fingerprint fingerprint,
      Liveness liveness) {

    static Seen of(Role role, RoleCast.Rival rival) {
      return new Seen(
          role.id(),
          rival.entry().name(),
          rival.entry().unit().path(),
          Bodies.of(rival.entry().type()),
          rival.fingerprint(role),
          rival.comparison().usage().rival());
    }
  }

  /** How sure it is that a rival is one of an earlier commit, 0 for not at all. */
  private static final List<ToDoubleBiFunction<Seen, Seen>> SIGNS =
      List.of(
          (now, then) -> now.name().equals(then.name()) && now.path().equals(then.path()) ? 1 : 0,
          (now, then) -> now.name().equals(then.name()) ? 1 : 0,
          (now, then) ->
              now.bodies().areThoseOf(then.bodies()) ? now.bodies().likeness(then.bodies()) : 0);

  private final CommitLog log;
  private final List<Track> tracks = new ArrayList<>();
  private final Map<String, CommitRef> judged = new HashMap<>();

  RivalTracks(CommitLog log) {
    this.log = log;
  }

  /** Where a rival is seen. */
  private record Place(CommitRef commit, Seen seen) {}

  /** A rival over time. */
  private final class Track {

    private final List<RivalStay> over = new ArrayList<>();
    private Sighting first;
    private Place last;
    private String before;
    private boolean there = true;

    Track(Place place, String before) {
      this.first = sighting(place);
      this.last = place;
      this.before = before;
    }

    void comesBack(Place place, String since) {
      first = sighting(place);
      last = place;
      before = since;
      there = true;
    }

    void ends(Ending ending) {
      over.add(stay(ending));
      there = false;
    }

    /** What was no rival any more has been deleted as well. */
    void isDeleted(Ending ending) {
      RivalStay stay = over.remove(over.size() - 1);
      over.add(new RivalStay(stay.first(), stay.last(), stay.before(), ending));
    }

    boolean isThereAsAnother() {
      return !there && over.get(over.size() - 1).end().kind() == Kind.NO_RIVAL;
    }

    private RivalStay stay(Ending ending) {
      return new RivalStay(first, sighting(last), before, ending);
    }

    RivalLife life() {
      List<RivalStay> stays = new ArrayList<>(over);
      if (there) {
        stays.add(stay(Ending.none()));
      }
      Seen seen = last.seen();
      return new RivalLife(seen.role(), seen.name(), seen.fingerprint(), seen.liveness(), stays);
    }
  }

  private Sighting sighting(Place place) {
    Seen seen = place.seen();
    return new Sighting(
        place.commit(), seen.path(), seen.name(), log.lastChange(place.commit().id(), seen.path()));
  }

  /**
   * The next commit.
   *
   * @param rivals those of the roles that could be judged
   */
  void step(HistoryPoint point, List<Seen> rivals, Codebase codebase) {
    List<Seen> left = new ArrayList<>(rivals);
    List<Track> missing = new ArrayList<>(tracks.stream().filter(one -> one.there).toList());
    List<Track> ended = new ArrayList<>(tracks.stream().filter(one -> !one.there).toList());
    CommitRef commit = point.commit();
    match(left, missing, (track, seen) -> track.last = new Place(commit, seen));
    match(left, ended, (track, seen) -> track.comesBack(new Place(commit, seen), since(seen)));
    left.forEach(seen -> tracks.add(new Track(new Place(commit, seen), since(seen))));
    if (point.isWhole()) {
      missing.stream()
          .filter(track -> isJudged(track, point))
          .forEach(track -> track.ends(ending(track, commit, codebase)));
      ended.stream()
          .filter(track -> track.isThereAsAnother() && isJudged(track, point))
          .filter(track -> !codebase.hasType(track.last.seen().name()))
          .forEach(track -> track.isDeleted(ending(track, commit, codebase)));
    }
    point.roles().stream()
        .filter(RolePoint::isJudged)
        .forEach(role -> judged.put(role.role(), commit));
  }

  private static boolean isJudged(Track track, HistoryPoint point) {
    return point.role(track.last.seen().role()).filter(RolePoint::isJudged).isPresent();
  }

  /** What to do with a rival that is one of before. */
  private interface Match {
    void of(Track track, Seen seen);
  }

  /** Pairs what is there with what was, the surest first, and takes both out of their lists. */
  private static void match(List<Seen> left, List<Track> tracks, Match match) {
    for (ToDoubleBiFunction<Seen, Seen> sign : SIGNS) {
      for (Seen seen : List.copyOf(left)) {
        Optional<Track> best =
            tracks.stream()
                .filter(track -> track.last.seen().role().equals(seen.role()))
                .filter(track -> sign.applyAsDouble(seen, track.last.seen()) > 0)
                .max(
                    Comparator.comparingDouble(
                        track -> sign.applyAsDouble(seen, track.last.seen())));
        if (best.isPresent()) {
          match.of(best.get(), seen);
          left.remove(seen);
          tracks.remove(best.get());
        }
      }
    }
  }

  /** The point before this one at which the role of a rival was judged. */
  private String since(Seen seen) {
    return Optional.ofNullable(judged.get(seen.role())).map(CommitRef::id).orElse("");
  }

  private Ending ending(Track track, CommitRef commit, Codebase codebase) {
    Seen seen = track.last.seen();
    return new Ending(
        codebase.hasType(seen.name()) ? Kind.NO_RIVAL : Kind.DELETED,
        commit,
        log.lastChange(track.last.commit().id(), commit.id(), seen.path()));
  }

  /** All rivals, by role, those that are there first, then by name. */
  List<RivalLife> lives() {
    return tracks.stream()
        .map(Track::life)
        .sorted(
            Comparator.comparing(RivalLife::role)
                .thenComparing(life -> !life.isThere())
                .thenComparing(RivalLife::name)
                .thenComparing(life -> life.stays().get(0).first().commit().time()))
        .toList();
  }
}
