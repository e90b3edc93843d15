package dev.ssot.reports;

import dev.ssot.reports.ConsolePage.Style;
import dev.ssot.rules.model.BrokenCall;
import dev.ssot.rules.model.Comparison;
import dev.ssot.rules.model.Evidence;
import dev.ssot.rules.model.Location;
import dev.ssot.rules.model.Observation;
import dev.ssot.rules.model.Sighting;
import dev.ssot.rules.model.TypeRef;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The evidence of a finding, as indented lines with a label each. */
final class ConsoleEvidence implements EvidenceVisitor<ConsolePage> {

  private static final int MOST_PLACES = 5;
  private static final int MOST_CALLS = 20;
  private static final int MOST_STAND_INS = 10;

  private final ConsolePage page;

  ConsoleEvidence(ConsolePage page) {
    this.page = page;
  }

  @Override
  public ConsolePage rival(Evidence.Rival rival) {
    new ConsoleComparison(rival.comparison(), page).full();
    return page;
  }

  @Override
  public ConsolePage fragments(Evidence.Fragments fragments) {
    if (!fragments.words().isEmpty()) {
      labelled("words in common", Phrases.list(fragments.words(), 12));
    }
    labelled("because", fragments.reason());
    for (Comparison comparison : fragments.comparisons()) {
      new ConsoleComparison(comparison, page).compact();
    }
    return page;
  }

  /**
   * The message says what is reached and why not, the help what to use; left is the policy's line.
   */
  @Override
  public ConsolePage access(Evidence.Access access) {
    if (!access.pattern().equals(access.target())) {
      labelled("forbidden by", Phrases.quoted(access.pattern()));
    }
    sightings(access.sightings());
    return page;
  }

  @Override
  public ConsolePage bytecode(Evidence.Bytecode bytecode) {
    sightings(bytecode.sightings());
    if (bytecode.more() > 0) {
      page.line(2, Phrases.more(bytecode.more()));
    }
    return page;
  }

  private void sightings(List<Sighting> sightings) {
    for (Sighting seen : sightings) {
      labelled(
          "class file",
          place(seen.location()) + " " + seen.words() + " (" + seen.classFile() + ")");
    }
  }

  /** The message names the import, and the related places are the candidates. */
  @Override
  public ConsolePage unresolved(Evidence.Unresolved unresolved) {
    if (unresolved.candidates().isEmpty()) {
      labelled("may be meant", "no type of this codebase comes near");
    }
    return page;
  }

  /** The message says it all. */
  @Override
  public ConsolePage policyEntry(Evidence.PolicyEntry entry) {
    return page;
  }

  @Override
  public ConsolePage dispatch(Evidence.Dispatch dispatch) {
    new ConsoleValues(page).dispatch(dispatch);
    return page;
  }

  @Override
  public ConsolePage restatement(Evidence.Restatement restatement) {
    new ConsoleValues(page).restatement(restatement);
    return page;
  }

  @Override
  public ConsolePage conflict(Evidence.Conflict conflict) {
    new ConsoleValues(page).conflict(conflict);
    return page;
  }

  @Override
  public ConsolePage fakeSuccess(Evidence.FakeSuccess success) {
    labelled("method", success.member().signature() + " of " + success.part().words());
    observations(success.observations());
    if (!success.unread().isEmpty()) {
      labelled("not read", Phrases.list(quoted(success.unread()), 12));
    }
    return page;
  }

  @Override
  public ConsolePage testDouble(Evidence.TestDouble testDouble) {
    labelled("test double", place(testDouble.type()) + ", " + testDouble.part().words());
    observations(testDouble.observations());
    if (!testDouble.users().isEmpty()) {
      List<String> users = testDouble.users().stream().map(ConsoleEvidence::place).toList();
      labelled("used in production by", Phrases.list(users, MOST_PLACES));
    }
    return page;
  }

  @Override
  public ConsolePage mocked(Evidence.Mocked mocked) {
    mocked.standIns().stream()
        .limit(MOST_STAND_INS)
        .forEach(
            one ->
                labelled(
                    one.form().words(),
                    "by " + Phrases.standIn(one) + " at " + place(one.location())));
    if (mocked.standIns().size() > MOST_STAND_INS) {
      page.line(1).text(Phrases.more(mocked.standIns().size() - MOST_STAND_INS)).end();
    }
    return page;
  }

  @Override
  public ConsolePage shim(Evidence.Shim shim) {
    if (!shim.terms().owner().isBlank()) {
      labelled("owner", shim.terms().owner());
    }
    if (!shim.users().isEmpty()) {
      List<String> users = shim.users().stream().map(ConsoleEvidence::place).toList();
      labelled("used by", Phrases.list(users, MOST_PLACES));
    }
    return page;
  }

  @Override
  public ConsolePage incompatibleContract(Evidence.IncompatibleContract contract) {
    labelled("call sites", Phrases.callSites(contract));
    page.line(1).styled(Style.STRONG, "would not bind:").end();
    Map<String, List<String>> places = new LinkedHashMap<>();
    for (BrokenCall call : contract.broken()) {
      places
          .computeIfAbsent(
              Phrases.quoted(call.member()) + ": " + call.words(), k -> new ArrayList<>())
          .add(place(call.location()));
    }
    places.entrySet().stream()
        .limit(MOST_CALLS)
        .forEach(
            why ->
                page.line(2)
                    .text(why.getKey() + ", at " + Phrases.list(why.getValue(), MOST_PLACES))
                    .end());
    if (places.size() > MOST_CALLS) {
      page.line(2).text(Phrases.more(places.size() - MOST_CALLS)).end();
    }
    return page;
  }

  @Override
  public ConsolePage malformedSuppression(Evidence.MalformedSuppression malformed) {
    labelled("written", Phrases.quoted(malformed.text()));
    return page;
  }

  @Override
  public ConsolePage idleSuppression(Evidence.IdleSuppression idle) {
    labelled("reason given", idle.suppression().terms().reason());
    return page;
  }

  /** The message says it all. */
  @Override
  public ConsolePage staleEntry(Evidence.StaleEntry stale) {
    return page;
  }

  private void observations(List<Observation> observations) {
    for (Observation seen : observations) {
      labelled("seen", place(seen.location()) + " " + seen.words());
    }
  }

  private static List<String> quoted(List<String> names) {
    return names.stream().map(Phrases::quoted).toList();
  }

  private static String place(Location location) {
    return location.pathAndLine() + ":" + location.region().column();
  }

  private void labelled(String label, String words) {
    page.line(1).styled(Style.STRONG, label + ":").text(" " + words).end();
  }

  private static String place(TypeRef type) {
    return type.declaration().pathAndLine() + " " + Phrases.quoted(type.name());
  }
}
