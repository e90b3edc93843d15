package dev.ssot.reports;

import dev.ssot.rules.model.BrokenCall;
import dev.ssot.rules.model.Comparison;
import dev.ssot.rules.model.Evidence;
import dev.ssot.rules.model.Finding;
import dev.ssot.rules.model.Observation;
import dev.ssot.rules.model.Related;
import dev.ssot.rules.model.TypeRef;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The message of a result: what, why in short, links to the other places, and the next step.
 *
 * <p>Text from scanned code must not become a link or a part of one, so its brackets are escaped
 * where they could (SARIF 2.1.0, section 3.11.6); those of {@code byte[]} stay as they are, since
 * GitHub shows a needless escape.
 */
final class SarifMessage implements EvidenceVisitor<String> {

  private static final int LINKS = 5;
  private static final int LISTED = 12;
  private static final Pattern PAIR = Pattern.compile("\\[[^\\[\\]]*\\]");

  private SarifMessage() {}

  static String of(Finding finding) {
    List<String> sentences = new ArrayList<>();
    sentences.add(prose(finding.statement().message()));
    sentences.add(prose(new SarifMessage().visit(finding.evidence())));
    sentences.add(links(finding.statement().related()));
    sentences.add(prose(finding.statement().help()));
    sentences.removeIf(String::isEmpty);
    return String.join(" ", sentences);
  }

  @Override
  public String rival(Evidence.Rival rival) {
    return inShort(rival.comparison());
  }

  @Override
  public String fragments(Evidence.Fragments fragments) {
    return "proposed canonical: "
        + Phrases.quoted(fragments.canonical().name())
        + ", because "
        + Phrases.sentence(fragments.reason())
        + " "
        + Phrases.sentence(inShort(fragments.comparisons().get(0)));
  }

  @Override
  public String access(Evidence.Access access) {
    return access.reason();
  }

  @Override
  public String bytecode(Evidence.Bytecode bytecode) {
    List<String> seen =
        bytecode.sightings().stream()
            .map(one -> one.location().pathAndLine() + " " + one.words())
            .toList();
    return seen.size() == 1 ? "" : "class files show: " + Phrases.list(seen, LISTED);
  }

  @Override
  public String unresolved(Evidence.Unresolved unresolved) {
    List<String> names =
        unresolved.candidates().stream().map(type -> Phrases.quoted(type.name())).toList();
    return names.isEmpty() ? "" : "may be meant: " + String.join(", ", names);
  }

  @Override
  public String policyEntry(Evidence.PolicyEntry entry) {
    return "";
  }

  @Override
  public String dispatch(Evidence.Dispatch dispatch) {
    List<String> messages =
        dispatch.messages().stream()
            .map(one -> Phrases.quoted(one.message()) + " on line " + one.branch().line())
            .toList();
    return "it branches over " + Phrases.list(messages, LISTED);
  }

  @Override
  public String restatement(Evidence.Restatement restatement) {
    List<String> lines =
        restatement.places().stream().map(place -> String.valueOf(place.region().line())).toList();
    return lines.size() == 1 ? "" : "it is on the lines " + Phrases.list(lines, LISTED);
  }

  @Override
  public String conflict(Evidence.Conflict conflict) {
    List<String> values =
        conflict.values().stream()
            .map(one -> one.value() + " in " + Phrases.quoted(one.type() + "#" + one.name()))
            .toList();
    return "it is " + Phrases.list(values, LISTED);
  }

  @Override
  public String fakeSuccess(Evidence.FakeSuccess success) {
    return success.unread().isEmpty()
        ? ""
        : "not read: " + String.join(", ", quoted(success.unread()));
  }

  @Override
  public String testDouble(Evidence.TestDouble testDouble) {
    return String.join("; ", testDouble.observations().stream().map(Observation::words).toList());
  }

  @Override
  public String mocked(Evidence.Mocked mocked) {
    List<String> places =
        mocked.standIns().stream()
            .map(one -> Phrases.standIn(one) + " on line " + one.location().region().line())
            .toList();
    return "replaced by " + Phrases.list(places, LISTED);
  }

  @Override
  public String shim(Evidence.Shim shim) {
    List<String> users = quoted(shim.users().stream().map(TypeRef::name).toList());
    String owner = shim.terms().owner().isBlank() ? "" : "owner: " + shim.terms().owner();
    String used = users.isEmpty() ? "" : "used by " + Phrases.list(users, LISTED);
    return owner.isEmpty() || used.isEmpty() ? owner + used : owner + "; " + used;
  }

  @Override
  public String incompatibleContract(Evidence.IncompatibleContract contract) {
    BrokenCall first = contract.broken().get(0);
    return Phrases.callSites(contract)
        + "; the first that would not bind: "
        + first.location().pathAndLine()
        + ", "
        + first.words();
  }

  @Override
  public String malformedSuppression(Evidence.MalformedSuppression malformed) {
    return "written: " + Phrases.quoted(malformed.text());
  }

  @Override
  public String idleSuppression(Evidence.IdleSuppression idle) {
    return "the reason given: " + idle.suppression().terms().reason();
  }

  @Override
  public String staleEntry(Evidence.StaleEntry stale) {
    return "";
  }

  private static List<String> quoted(List<String> names) {
    return names.stream().map(Phrases::quoted).toList();
  }

  private static String inShort(Comparison comparison) {
    NamePair names = NamePair.of(comparison);
    String strongest =
        comparison.shared().channels().stream()
            .findFirst()
            .map(channel -> ": " + channel.sentence())
            .orElse("");
    return names.rival()
        + " is a "
        + comparison.verdict().words()
        + " of "
        + names.canonical()
        + " with "
        + comparison.confidence()
        + " % confidence"
        + strongest
        + "; "
        + names.usage(comparison.usage());
  }

  private static String links(List<Related> places) {
    if (places.isEmpty()) {
      return "";
    }
    List<String> links = new ArrayList<>();
    for (int i = 0; i < places.size(); i++) {
      links.add("[" + bracketsEscaped(places.get(i).label()) + "](" + (i + 1) + ")");
    }
    return "See " + Phrases.list(links, LINKS) + ".";
  }

  static String prose(String text) {
    String visible = Phrases.sentence(VisibleText.of(text));
    return mayLink(visible) ? bracketsEscaped(visible) : visible;
  }

  private static boolean mayLink(String text) {
    String unpaired = PAIR.matcher(text).replaceAll("");
    return text.contains("](") || unpaired.contains("[") || unpaired.contains("]");
  }

  private static String bracketsEscaped(String text) {
    return VisibleText.of(text).replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]");
  }
}
