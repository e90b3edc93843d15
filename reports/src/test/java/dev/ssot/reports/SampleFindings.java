package dev.ssot.reports;

import static dev.ssot.reports.SampleTypes.CHAT;
import static dev.ssot.reports.SampleTypes.ROUTER;

import dev.ssot.rules.model.Evidence;
import dev.ssot.rules.model.Finding;
import dev.ssot.rules.model.Fingerprint;
import dev.ssot.rules.model.Location;
import dev.ssot.rules.model.Region;
import dev.ssot.rules.model.Related;
import dev.ssot.rules.model.Severity;
import dev.ssot.rules.model.Statement;
import dev.ssot.rules.model.Subject;
import java.util.List;

/** Findings around the sample evidence. */
final class SampleFindings {

  private static final Statement STATEMENT =
      new Statement(
          "`shop.chat.ChatRouter` is a rival of `shop.net.MessageRouter`, which holds the role"
              + " `message-routing`",
          "move its 3 callers to `shop.net.MessageRouter` and delete it",
          List.of(new Related("canonical", ROUTER.name(), ROUTER.declaration())));

  private SampleFindings() {}

  static Finding rival() {
    return at(CHAT.declaration(), SampleEvidence.renamedCopy());
  }

  static Finding at(Location location, Evidence evidence) {
    return finding(
        "duplicate-implementation",
        Severity.ERROR,
        location,
        Subject.ofType(CHAT.name()),
        evidence);
  }

  /** A finding that spans several lines, in a member, so that reports must cut the region. */
  static Finding of(String rule, Severity severity, Evidence evidence) {
    Location location = new Location("src/main/java/shop/Shop.java", new Region(40, 5, 43, 2));
    return finding(
        rule,
        severity,
        location,
        new Subject("shop.Shop", evidence.getClass().getSimpleName()),
        evidence);
  }

  /** A finding with more places beside it than a message names. */
  static Finding withManyPlaces(Evidence evidence) {
    List<Related> places =
        SampleTypes.types("Place", 7).stream()
            .map(type -> new Related("caller", type.name(), type.declaration()))
            .toList();
    Finding plain = rival();
    return new Finding(
        plain.rule(),
        plain.severity(),
        plain.location(),
        plain.subject(),
        new Statement(plain.statement().message(), plain.statement().help(), places),
        evidence,
        plain.fingerprint());
  }

  static Finding numbered(int number, Severity severity, Evidence evidence) {
    Location location =
        new Location(
            "src/main/java/shop/Shop" + number + ".java", new Region(number, 1, number, 9));
    return finding(
        "forbidden-import", severity, location, Subject.ofType("shop.Shop" + number), evidence);
  }

  private static Finding finding(
      String rule, Severity severity, Location location, Subject subject, Evidence evidence) {
    return new Finding(
        rule,
        severity,
        location,
        subject,
        STATEMENT,
        evidence,
        Fingerprint.of(rule, subject, List.of(evidence.toString())));
  }
}
