package dev.ssot.reports;

import dev.ssot.rules.model.BrokenCall;
import dev.ssot.rules.model.Comparison;
import dev.ssot.rules.model.ConstantRef;
import dev.ssot.rules.model.DispatchedMessage;
import dev.ssot.rules.model.Evidence;
import dev.ssot.rules.model.Location;
import dev.ssot.rules.model.Observation;
import dev.ssot.rules.model.Restated;
import dev.ssot.rules.model.SettingValue;
import dev.ssot.rules.model.Sighting;
import dev.ssot.rules.model.StandIn;
import dev.ssot.rules.model.TypeRef;
import java.util.List;
import java.util.stream.Stream;

/** The evidence of a finding on a page. */
final class HtmlEvidence implements EvidenceVisitor<HtmlPage> {

  private static final int MOST = 40;
  private static final int PAIRS = 20;
  private static final int PAIRS_OF_A_GROUP = 4;

  private final HtmlContext context;
  private final String id;
  private final HtmlPage page;

  /**
   * @param id the name of the finding within the page
   */
  HtmlEvidence(HtmlContext context, String id, HtmlPage page) {
    this.context = context;
    this.id = id;
    this.page = page;
  }

  @Override
  public HtmlPage rival(Evidence.Rival rival) {
    new HtmlComparison(rival.comparison(), context.code(), page).write(PAIRS);
    return page;
  }

  @Override
  public HtmlPage fragments(Evidence.Fragments fragments) {
    labelled("Words in common", String.join(", ", fragments.words()));
    labelled("Proposed because", fragments.reason());
    new HtmlPicture(RoleScene.proposed(fragments), context.where()).write(id, page);
    if (fragments.comparisons().size() == 1) {
      new HtmlComparison(fragments.comparisons().get(0), context.code(), page).write(PAIRS);
      return page;
    }
    for (Comparison comparison : fragments.comparisons().stream().limit(MOST).toList()) {
      page.open("details", "class", "pair").open("summary");
      page.element("code", comparison.rival().name());
      page.text(": " + comparison.verdict().words() + ", " + comparison.confidence() + " %");
      page.close();
      new HtmlComparison(comparison, context.code(), page).write(PAIRS_OF_A_GROUP);
      page.close();
    }
    rest(fragments.comparisons().size());
    return page;
  }

  @Override
  public HtmlPage access(Evidence.Access access) {
    if (!access.pattern().equals(access.target())) {
      labelled("Forbidden by", Phrases.quoted(access.pattern()));
    }
    labelled("Reason", access.reason());
    sightings(access.sightings(), 0);
    return page;
  }

  @Override
  public HtmlPage bytecode(Evidence.Bytecode bytecode) {
    labelled("Reason", bytecode.reason());
    sightings(bytecode.sightings(), bytecode.more());
    return page;
  }

  private void sightings(List<Sighting> sightings, int more) {
    Stream<String> seen =
        sightings.stream()
            .map(one -> at(one.location()) + " " + one.words() + " (" + one.classFile() + ")");
    list("Class files show", seen, sightings.size() + more);
  }

  @Override
  public HtmlPage unresolved(Evidence.Unresolved unresolved) {
    if (unresolved.candidates().isEmpty()) {
      labelled("May be meant", "no type of this codebase comes near");
    } else {
      list(
          "May be meant",
          unresolved.candidates().stream().map(HtmlEvidence::place),
          unresolved.candidates().size());
    }
    return page;
  }

  @Override
  public HtmlPage policyEntry(Evidence.PolicyEntry entry) {
    labelled("Line of the policy", "`%s`: %s".formatted(entry.key(), entry.value()));
    return page;
  }

  @Override
  public HtmlPage dispatch(Evidence.Dispatch dispatch) {
    HtmlTable table =
        HtmlTable.open(page, "Message types", "Message type", "Branch", "In the canonical");
    for (DispatchedMessage message : dispatch.messages().stream().limit(MOST).toList()) {
      table.row(
          message.message(),
          "line " + message.branch().line(),
          message.handled().isEmpty()
              ? "named by the policy"
              : message.handled().get(0).pathAndLine());
    }
    table.close();
    rest(dispatch.messages().size());
    return page;
  }

  @Override
  public HtmlPage restatement(Evidence.Restatement restatement) {
    ConstantRef constant = restatement.constant();
    labelled(
        "Constant",
        "`%s` is %s, %s"
            .formatted(
                constant.shortName(), constant.value(), constant.declaration().pathAndLine()));
    list(
        "Written out",
        restatement.places().stream().map(HtmlEvidence::restated),
        restatement.places().size());
    return page;
  }

  private static String restated(Restated place) {
    String line = "line " + place.region().line();
    return place.declares().isEmpty() ? line : line + ", as `" + place.declares() + "`";
  }

  @Override
  public HtmlPage conflict(Evidence.Conflict conflict) {
    HtmlTable table = HtmlTable.open(page, "Values", "Value", "As written", "Constant", "Where");
    for (SettingValue value : conflict.values().stream().limit(MOST).toList()) {
      table.row(
          value.value(),
          value.written(),
          "`" + value.type() + "#" + value.name() + "`",
          value.place().pathAndLine());
    }
    table.close();
    rest(conflict.values().size());
    return page;
  }

  @Override
  public HtmlPage fakeSuccess(Evidence.FakeSuccess success) {
    labelled(
        "Method", "`%s` of %s".formatted(success.member().signature(), success.part().words()));
    observations(success.observations());
    if (!success.unread().isEmpty()) {
      labelled("Not read", String.join(", ", success.unread()));
    }
    return page;
  }

  private void observations(List<Observation> observations) {
    list(
        "Seen",
        observations.stream().map(seen -> at(seen.location()) + " " + seen.words()),
        observations.size());
  }

  @Override
  public HtmlPage testDouble(Evidence.TestDouble testDouble) {
    labelled("Test double", place(testDouble.type()) + ", " + testDouble.part().words());
    observations(testDouble.observations());
    types("Used in production by", testDouble.users());
    return page;
  }

  @Override
  public HtmlPage mocked(Evidence.Mocked mocked) {
    labelled("Must be real", Phrases.quoted(mocked.real()) + ": " + mocked.reason());
    HtmlTable table = HtmlTable.open(page, "What stands in for it", "What it does", "By", "Where");
    for (StandIn one : mocked.standIns().stream().limit(MOST).toList()) {
      table.row(one.form().words(), Phrases.standIn(one), at(one.location()));
    }
    table.close();
    rest(mocked.standIns().size());
    return page;
  }

  @Override
  public HtmlPage shim(Evidence.Shim shim) {
    labelled("Owner", shim.terms().owner());
    labelled("Until", shim.terms().until());
    types("Used by", shim.users());
    return page;
  }

  @Override
  public HtmlPage incompatibleContract(Evidence.IncompatibleContract contract) {
    labelled("Call sites", Phrases.callSites(contract));
    HtmlTable table = HtmlTable.open(page, "Calls that would not bind", "Call", "Why", "Where");
    for (BrokenCall call : contract.broken().stream().limit(MOST).toList()) {
      table.row("`" + call.member() + "`", call.words(), at(call.location()));
    }
    table.close();
    rest(contract.broken().size());
    return page;
  }

  @Override
  public HtmlPage malformedSuppression(Evidence.MalformedSuppression malformed) {
    labelled("Written", Phrases.quoted(malformed.text()));
    labelled("Fault", malformed.fault());
    return page;
  }

  @Override
  public HtmlPage idleSuppression(Evidence.IdleSuppression idle) {
    labelled("Suppression", Phrases.term(idle.suppression()));
    labelled("Reason given", idle.suppression().terms().reason());
    return page;
  }

  @Override
  public HtmlPage staleEntry(Evidence.StaleEntry stale) {
    labelled("Entry", "`%s` at `%s`".formatted(stale.entry().rule(), stale.entry().subject()));
    return page;
  }

  private void types(String label, List<TypeRef> types) {
    list(label, types.stream().map(HtmlEvidence::place), types.size());
  }

  private void list(String label, Stream<String> items, int all) {
    if (all == 0) {
      return;
    }
    page.open("p").element("strong", label + ":").close().open("ul");
    List<String> shown = items.limit(MOST).toList();
    shown.forEach(item -> page.open("li").prose(item).close());
    if (all > shown.size()) {
      page.element("li", Phrases.more(all - shown.size()));
    }
    page.close();
  }

  private void rest(int all) {
    if (all > MOST) {
      page.element("p", Phrases.more(all - MOST));
    }
  }

  private void labelled(String label, String words) {
    if (!words.isBlank()) {
      page.open("p").element("strong", label + ": ").prose(words).close();
    }
  }

  private static String at(Location location) {
    return location.pathAndLine() + ":" + location.region().column();
  }

  private static String place(TypeRef type) {
    return Phrases.quoted(type.name()) + " " + type.declaration().pathAndLine();
  }
}
