package dev.ssot.reports;

import dev.ssot.rules.model.AccessPath;
import dev.ssot.rules.model.Channel;
import dev.ssot.rules.model.ChannelStrength;
import dev.ssot.rules.model.Comparison;
import dev.ssot.rules.model.ConstantRef;
import dev.ssot.rules.model.DispatchedMessage;
import dev.ssot.rules.model.Evidence;
import dev.ssot.rules.model.Excerpt;
import dev.ssot.rules.model.Finding;
import dev.ssot.rules.model.FindingContext;
import dev.ssot.rules.model.Fingerprint;
import dev.ssot.rules.model.Liveness;
import dev.ssot.rules.model.Location;
import dev.ssot.rules.model.MemberMatch;
import dev.ssot.rules.model.MemberRef;
import dev.ssot.rules.model.Ownership;
import dev.ssot.rules.model.Problem;
import dev.ssot.rules.model.Region;
import dev.ssot.rules.model.Related;
import dev.ssot.rules.model.Restated;
import dev.ssot.rules.model.ScanResult;
import dev.ssot.rules.model.SettingValue;
import dev.ssot.rules.model.Severity;
import dev.ssot.rules.model.SharedTraits;
import dev.ssot.rules.model.SharedWord;
import dev.ssot.rules.model.Sighting;
import dev.ssot.rules.model.Statement;
import dev.ssot.rules.model.Subject;
import dev.ssot.rules.model.TypeRef;
import dev.ssot.rules.model.Usage;
import dev.ssot.rules.model.Verdict;
import java.util.Collections;
import java.util.List;

/** A scan of code that was written to deceive whoever reads its report. */
final class HostileText {

  /** Well-formed, so that it must come out of the JSON report as it went in. */
  static final String TEXT =
      "\"'`<script>alert(1)</script>&amp;\n"
          + "::error::\r\n"
          + "\tx:1:1: error: forged [x]\u001b[2J\u001b]0;t\u0007"
          + "\u0000\u007f\u009b31m\u202eevil\u202c\u2066\u200b\ufeff\u2028\u2029\u00ad\ud83d\ude00"
          + " \ud83d\udc69\u200d\ud83d\udcbb \udb40\udc41 {0} %s [click](https://evil.example) \\";

  /** Half pairs at the start, in the middle and at the end. */
  static final String BROKEN = "\udc00a\ud800b\ud800\ud800\udc00\ud83d";

  private static final Location PLACE =
      new Location("src/" + TEXT.replace("\\", "") + BROKEN + ".java", new Region(3, 1, 3, 5));
  private static final TypeRef TYPE = new TypeRef("evil." + TEXT + BROKEN, PLACE);

  private HostileText() {}

  static ScanResult result() {
    return SampleResults.partial(
            List.of(
                finding("duplicate-implementation", rival()),
                finding(
                    "fragmented-role",
                    new Evidence.Fragments(
                        List.of(TEXT, BROKEN), 2, TYPE, TEXT, List.of(rival().comparison()))),
                finding(
                    "forbidden-import",
                    new Evidence.Access(AccessPath.IMPORT, TEXT, BROKEN, TEXT, TEXT)),
                finding(
                    "bypass",
                    new Evidence.Bytecode(
                        TEXT, BROKEN, List.of(new Sighting(TEXT, PLACE, BROKEN)), 1)),
                finding("unresolved-import", new Evidence.Unresolved(TEXT, List.of(TYPE))),
                finding("package-cycle", new Evidence.PolicyEntry(TEXT, BROKEN)),
                finding(
                    "bypass",
                    new Evidence.Dispatch(
                        TEXT,
                        BROKEN,
                        TEXT,
                        Collections.nCopies(
                            3,
                            new DispatchedMessage(
                                TEXT + BROKEN, new Region(3, 1, 3, 2), List.of(PLACE))))),
                finding(
                    "bypass",
                    new Evidence.Restatement(
                        TEXT,
                        new ConstantRef(TYPE.name(), TEXT, BROKEN, PLACE),
                        List.of(new Restated(new Region(3, 1, 3, 2), TEXT + BROKEN)))),
                finding(
                    "bypass",
                    new Evidence.Conflict(
                        TEXT,
                        BROKEN,
                        Collections.nCopies(
                            2, new SettingValue(TYPE.name(), TEXT, BROKEN, TEXT, PLACE))))),
            List.of(new Problem(Problem.Kind.NOT_UNDERSTOOD, PLACE.path(), 1, TEXT, BROKEN)),
            SampleResults.compliance(39, 40))
        .with(
            new FindingContext(
                List.of(new Excerpt(PLACE.path(), 2, List.of(TEXT, BROKEN))),
                List.of(new Ownership(PLACE.path(), List.of(TEXT, BROKEN)))));
  }

  private static Finding finding(String rule, Evidence evidence) {
    Subject subject = new Subject(TYPE.name(), TEXT);
    return new Finding(
        rule,
        Severity.ERROR,
        PLACE,
        subject,
        new Statement(
            TEXT + BROKEN, BROKEN + TEXT, List.of(new Related(TEXT, BROKEN + TEXT, PLACE))),
        evidence,
        Fingerprint.of(rule, subject, List.of()));
  }

  private static Evidence.Rival rival() {
    MemberRef member = new MemberRef(TEXT + BROKEN, new Region(2, 1, 9, 1));
    SharedTraits traits =
        new SharedTraits(
            List.of(new ChannelStrength(Channel.BODIES, 50, TEXT + BROKEN)),
            List.of(new MemberMatch(member, member, 50)),
            List.of(new SharedWord(TEXT, 2)),
            List.of(new SharedWord(BROKEN, 2)),
            List.of(member));
    Usage usage =
        new Usage(
            List.of(TYPE), List.of(TYPE), List.of(TYPE), Liveness.PRODUCTION, Liveness.NOTHING);
    return new Evidence.Rival(new Comparison(TYPE, TYPE, Verdict.COPY, 50, traits, usage));
  }
}
