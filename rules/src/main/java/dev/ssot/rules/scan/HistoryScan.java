package dev.ssot.rules.scan;

import dev.ssot.rules.catalog.Case;
import dev.ssot.rules.codebase.source.KnownFacts;
import dev.ssot.rules.codebase.source.SourceReader.Sources;
import dev.ssot.rules.codebase.source.Wanted;
import dev.ssot.rules.model.CommitLog;
import dev.ssot.rules.model.CommitRef;
import dev.ssot.rules.model.Compliance;
import dev.ssot.rules.model.Forecast;
import dev.ssot.rules.model.History;
import dev.ssot.rules.model.HistoryPoint;
import dev.ssot.rules.model.Liveness;
import dev.ssot.rules.model.Problem;
import dev.ssot.rules.model.Role;
import dev.ssot.rules.model.RoleCompliance;
import dev.ssot.rules.model.RolePoint;
import dev.ssot.rules.model.ShimTrend;
import dev.ssot.rules.model.ShimUse;
import dev.ssot.rules.model.TypeRef;
import dev.ssot.rules.rivals.RoleCast;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Scans commits, the oldest first, and tells what became of the roles.
 *
 * <p>Of each commit the score, the rivals, the shims and the uses are taken down, by the rules that
 * a check goes by. Facts of a file that several commits hold are read once. A commit, or a role of
 * it, of which nothing true can be said is a point with a reason. Not safe for concurrent use.
 */
public final class HistoryScan {

  private final ScanListener listener;
  private final RivalTracks tracks;
  private final List<HistoryPoint> points = new ArrayList<>();
  private final Map<String, List<ShimTrend.Count>> callers = new HashMap<>();
  private List<ShimUse> shims = List.of();
  private @Nullable Wanted wanted;
  private @Nullable KnownFacts facts;

  /** A history without a point. */
  public HistoryScan(CommitLog log, ScanListener listener) {
    this.tracks = new RivalTracks(log);
    this.listener = listener;
  }

  /** Takes down a commit that cannot be scanned. */
  public void refuse(CommitRef commit, String why) {
    points.add(HistoryPoint.refused(commit, why));
  }

  /** Scans a commit. */
  public void add(CommitRef commit, ScanRequest request) {
    Sources sources = sources(request);
    if (sources.counts().found() == 0) {
      refuse(commit, Refusals.nothing(sources.counts().excluded()));
    } else {
      points.add(point(commit, request, sources));
    }
  }

  private Sources sources(ScanRequest request) {
    Wanted needed = Scan.wanted(request.policy());
    KnownFacts known = facts;
    if (known == null || !needed.equals(wanted)) {
      known = Reading.known(request, needed);
      facts = known;
      wanted = needed;
    }
    Sources sources = Reading.unchecked(request, needed, known, listener);
    known.forget();
    return sources;
  }

  private HistoryPoint point(CommitRef commit, ScanRequest request, Sources sources) {
    List<Role> there = new ArrayList<>();
    List<RolePoint> roles = new ArrayList<>();
    for (Role role : request.policy().roles()) {
      Optional<ScanRefusal> refusal = Refusals.of(role, sources);
      if (refusal.isPresent()) {
        String canonical = role.canonical().value();
        String why = "the canonical `%s` is no type of this commit".formatted(canonical);
        roles.add(RolePoint.refused(role.id(), canonical, why));
      } else {
        there.add(role);
      }
    }
    if (there.isEmpty() && !roles.isEmpty()) {
      return new HistoryPoint(commit, roles.get(0).refusal(), roles, 0);
    }
    Case facts = Reading.facts(request, sources, request.policy().with(there));
    Compliance score = new Scoring(facts).compliance();
    facts.casts().forEach(cast -> roles.add(rolePoint(cast, score, facts.shimUses())));
    roles.sort(Comparator.comparing(RolePoint::role));
    int unread = (int) sources.problems().stream().filter(HistoryScan::hides).count();
    HistoryPoint point = new HistoryPoint(commit, "", roles, unread);
    tracks.step(point, rivals(facts), facts.codebase());
    shims(point, facts.shimUses());
    return point;
  }

  private static boolean hides(Problem problem) {
    return problem.kind().incomplete();
  }

  private static RolePoint rolePoint(RoleCast cast, Compliance score, List<ShimUse> all) {
    Role role = cast.role();
    RoleCompliance own =
        score.roles().stream()
            .filter(one -> one.role().equals(role.id()))
            .findFirst()
            .orElseThrow();
    Map<Liveness, Integer> rivals = new EnumMap<>(Liveness.class);
    cast.rivals()
        .forEach(rival -> rivals.merge(rival.comparison().usage().rival(), 1, Integer::sum));
    TreeSet<TypeRef> users = new TreeSet<>();
    List<ShimUse> shims =
        all.stream().filter(shim -> shim.canonical().equals(own.canonical())).toList();
    shims.forEach(shim -> users.addAll(shim.users()));
    return new RolePoint(
        role.id(),
        own.canonical(),
        "",
        own.implementations(),
        own.uses(),
        rivals,
        shims.size(),
        users.size());
  }

  private static List<RivalTracks.Seen> rivals(Case facts) {
    List<RivalTracks.Seen> rivals = new ArrayList<>();
    for (RoleCast cast : facts.casts()) {
      cast.rivals().forEach(rival -> rivals.add(RivalTracks.Seen.of(cast.role(), rival)));
    }
    return rivals;
  }

  /** Takes down who uses the shims; what was not understood may use one. */
  private void shims(HistoryPoint point, List<ShimUse> there) {
    shims = there;
    if (point.isWhole()) {
      for (ShimUse shim : shims) {
        callers
            .computeIfAbsent(shim.type().name(), name -> new ArrayList<>())
            .add(new ShimTrend.Count(point.commit(), shim.users().size()));
      }
    }
  }

  /** What all of it came to. */
  public History finish(History.Walk walk) {
    List<ShimTrend> trends = new ArrayList<>();
    for (ShimUse shim : shims) {
      List<ShimTrend.Count> counts = callers.getOrDefault(shim.type().name(), List.of());
      if (!counts.isEmpty()) {
        trends.add(
            new ShimTrend(
                shim.type(), shim.canonical(), shim.terms(), counts, Forecast.of(counts)));
      }
    }
    return new History(walk, points, tracks.lives(), trends);
  }
}
