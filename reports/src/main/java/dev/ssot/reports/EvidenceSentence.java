package dev.ssot.reports;

import dev.ssot.rules.model.BrokenCall;
import dev.ssot.rules.model.Comparison;
import dev.ssot.rules.model.Evidence;
import dev.ssot.rules.model.Observation;
import dev.ssot.rules.model.TypeRef;
import java.util.List;

/** Evidence in one sentence without a full stop; empty where the message of the finding says it. */
final class EvidenceSentence implements EvidenceVisitor<String> {

  private static final int LISTED = 12;

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
}
