package dev.ssot.reports;

import dev.ssot.rules.model.CommitRef;
import dev.ssot.rules.model.Fingerprint;
import dev.ssot.rules.model.Forecast;
import dev.ssot.rules.model.History;
import dev.ssot.rules.model.HistoryPoint;
import dev.ssot.rules.model.LastChange;
import dev.ssot.rules.model.Liveness;
import dev.ssot.rules.model.Location;
import dev.ssot.rules.model.Region;
import dev.ssot.rules.model.RivalLife;
import dev.ssot.rules.model.RivalStay;
import dev.ssot.rules.model.RivalStay.Ending;
import dev.ssot.rules.model.RivalStay.Kind;
import dev.ssot.rules.model.RivalStay.Sighting;
import dev.ssot.rules.model.RolePoint;
import dev.ssot.rules.model.ShimTerms;
import dev.ssot.rules.model.ShimTrend;
import dev.ssot.rules.model.Subject;
import dev.ssot.rules.model.Tally;
import dev.ssot.rules.model.TypeRef;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Histories to render. */
final class SampleHistories {

  private static final String ROLE = "message-routing";
  private static final String CANONICAL = "shop.net.MessageRouter";

  private SampleHistories() {}

  private static CommitRef commit(int number, String author) {
    String id = String.format("%040x", 0xabc_def0_1234L + number);
    return new CommitRef(
        id, author, "2026-0" + number + "-15T12:00:00Z", "step " + number + " of " + author);
  }

  private static HistoryPoint point(CommitRef commit, int live, int idle, int callers) {
    RolePoint role =
        new RolePoint(
            ROLE,
            CANONICAL,
            "",
            new Tally(2, 2 + live + idle),
            new Tally(20 + live, 24 + 3 * live),
            Map.of(Liveness.PRODUCTION, live, Liveness.TESTS, idle),
            1,
            callers);
    return new HistoryPoint(commit, "", List.of(role), 0);
  }

  /** Every kind of point, of event and of forecast. */
  static History all(String author) {
    List<CommitRef> commits =
        IntStream.rangeClosed(1, 9).mapToObj(number -> commit(number, author)).toList();
    String missing = "the canonical `%s` is no type of this commit".formatted(CANONICAL);
    List<HistoryPoint> points =
        List.of(
            HistoryPoint.refused(
                CommitRef.unknown("f".repeat(40)), "it is not in this shallow clone"),
            new HistoryPoint(
                commits.get(0), missing, List.of(RolePoint.refused(ROLE, CANONICAL, missing)), 0),
            point(commits.get(1), 0, 0, 9),
            point(commits.get(2), 2, 1, 8),
            new HistoryPoint(commits.get(3), "", point(commits.get(3), 2, 1, 7).roles(), 2),
            HistoryPoint.refused(commits.get(4), "there is no Java file"),
            point(commits.get(5), 1, 1, 6),
            point(commits.get(6), 0, 2, 4),
            point(commits.get(7), 3, 1, 3),
            point(commits.get(8), 1, 1, 2));
    return new History(
        new History.Walk(
            commits.get(8).id(),
            "2026-01-01",
            "1m",
            412,
            0,
            "the clone is shallow and begins at 0123456789ab; fetch the history",
            "ssot.yaml",
            History.PolicyOf.TODAY),
        points,
        rivals(commits, author),
        shims(commits, author));
  }

  private static List<RivalLife> rivals(List<CommitRef> commits, String author) {
    return List.of(
        new RivalLife(
            ROLE,
            "shop.chat.ChatRouter",
            print("shop.chat.ChatRouter"),
            Liveness.PRODUCTION,
            List.of(
                new RivalStay(
                    sighting(commits.get(2), "shop.chat.TalkRouter"),
                    sighting(commits.get(5), "shop.chat.ChatRouter"),
                    commits.get(1).id(),
                    new Ending(Kind.DELETED, commits.get(6), LastChange.in(commits.get(6)))),
                new RivalStay(
                    sighting(commits.get(7), "shop.chat.ChatRouter"),
                    sighting(commits.get(8), "shop.chat.ChatRouter"),
                    commits.get(6).id(),
                    Ending.none()))),
        new RivalLife(
            ROLE,
            "shop.old.Router" + author,
            print("shop.old.Router"),
            Liveness.TESTS,
            List.of(
                new RivalStay(
                    new Sighting(
                        commits.get(1),
                        "src/main/java/shop/old/Router.java",
                        "shop.old.Router" + author,
                        LastChange.unknown("the shallow clone ends at 0123456789ab")),
                    sighting(commits.get(6), "shop.old.Router" + author),
                    "",
                    new Ending(Kind.NO_RIVAL, commits.get(7), LastChange.in(commits.get(7)))))));
  }

  private static Fingerprint print(String type) {
    return Fingerprint.of("duplicate-implementation", Subject.ofType(type), List.of(ROLE));
  }

  private static Sighting sighting(CommitRef commit, String name) {
    return new Sighting(commit, "src/main/java/" + name + ".java", name, LastChange.in(commit));
  }

  private static List<ShimTrend> shims(List<CommitRef> commits, String author) {
    return List.of(
        shim("shop.OldRouter", author, commits, 9, 8, 6, 4, 2),
        shim("shop.Steady", author, commits, 4, 4, 4),
        shim("shop.Done", author, commits, 2, 1, 0),
        shim("shop.Young", author, commits, 2, 1),
        shim("shop.Late", author, commits, 9, 1, 1, 1, 1, 1, 1),
        shim("shop.Slow", author, commits, 999, 999, 999, 999, 998));
  }

  private static ShimTrend shim(
      String name, String owner, List<CommitRef> commits, int... callers) {
    List<ShimTrend.Count> counts =
        IntStream.range(0, callers.length)
            .mapToObj(i -> new ShimTrend.Count(commits.get(i), callers[i]))
            .toList();
    return new ShimTrend(
        new TypeRef(
            name, new Location("src/main/java/" + name + ".java", new Region(3, 14, 3, 20))),
        CANONICAL,
        new ShimTerms(owner, "2027-06-30"),
        counts,
        Forecast.of(counts));
  }

  /** Nothing could be scanned. */
  static History blind() {
    return new History(
        new History.Walk("e".repeat(40), "", "", 1, 24, "", "", History.PolicyOf.EACH_COMMIT),
        List.of(HistoryPoint.refused(commit(1, "Ann"), "it holds no policy `ssot.yaml`")),
        List.of(),
        List.of());
  }
}
