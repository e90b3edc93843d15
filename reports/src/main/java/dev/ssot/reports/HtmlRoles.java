package dev.ssot.reports;

import dev.ssot.rules.model.Comparison;
import dev.ssot.rules.model.Evidence;
import dev.ssot.rules.model.Finding;
import dev.ssot.rules.model.Liveness;
import dev.ssot.rules.model.Location;
import dev.ssot.rules.model.RoleCompliance;
import dev.ssot.rules.model.ShimUse;
import dev.ssot.rules.model.Tally;
import dev.ssot.rules.model.TypeRef;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** The declared roles as cards: canonical, rivals, shims, uses. */
final class HtmlRoles {

  private static final int MOST_LISTED = 12;
  private static final int MOST_RIVALS = 3;

  private final HtmlContext context;
  private final HtmlPage page;

  HtmlRoles(HtmlContext context, HtmlPage page) {
    this.context = context;
    this.page = page;
  }

  void write() {
    page.open("section", "id", "roles", "aria-labelledby", "roles-title");
    page.element("h2", "Roles", "id", "roles-title");
    List<RoleCompliance> roles = context.result().compliance().roles();
    List<Finding> groups =
        context.result().findings().stream()
            .filter(finding -> finding.evidence() instanceof Evidence.Fragments)
            .toList();
    if (roles.isEmpty()) {
      boolean without = context.result().policy().isEmpty();
      String nobody = without ? "No policy declares a role" : "The policy declares no role";
      page.element("p", nobody + ", so there is nothing to score.");
    }
    if (roles.isEmpty() && groups.isEmpty()) {
      page.element("p", "No group of types looks like rivals of each other.");
    }
    for (int i = 0; i < roles.size(); i++) {
      card(roles.get(i), "role-" + (i + 1));
    }
    proposals(groups);
    page.close();
  }

  /** What may be roles, though none declares them. */
  private void proposals(List<Finding> groups) {
    if (groups.isEmpty()) {
      return;
    }
    page.element(
        "h3",
        groups.size() == 1
            ? "1 group of types may be a role that is not declared"
            : groups.size() + " groups of types may each be a role that is not declared");
    HtmlTable table =
        HtmlTable.open(page, "Roles not declared", "Proposed canonical", "Rivals", "State");
    for (Finding finding : groups) {
      Evidence.Fragments group = (Evidence.Fragments) finding.evidence();
      page.open("tr").open("td").open("a", "href", "#" + context.id(finding));
      page.element("code", group.canonical().name()).close();
      page.element("span", group.canonical().declaration().pathAndLine(), "class", "place");
      page.close().open("td");
      List<String> rivals = group.comparisons().stream().map(HtmlRoles::rival).toList();
      page.prose(Phrases.list(rivals, MOST_RIVALS)).close();
      page.element("td", finding.triage().state().label()).close();
    }
    table.close();
  }

  private static String rival(Comparison one) {
    String name = NamePair.of(one).rival();
    return one.usage().rival().isLive() ? name + " (live)" : name;
  }

  private void card(RoleCompliance role, String id) {
    List<Finding> findings = context.of(role);
    page.open("article", "class", "card", "id", id, "aria-labelledby", id + "-title");
    page.element("h3", role.role(), "id", id + "-title");
    page.open("p").text("Canonical: ").element("code", role.canonical());
    Optional<Location> place = HtmlContext.declaration(role.canonical(), findings);
    place.ifPresent(at -> page.text(", ").element("span", at.pathAndLine(), "class", "place"));
    page.close();
    score(role);
    tests(role);
    List<Finding> rivals = rivals(findings);
    List<ShimUse> shims = context.result().shimsOf(role.canonical());
    new HtmlPicture(
            RoleScene.declared(
                role.canonical(), rivals.stream().map(HtmlRoles::comparison).toList(), shims),
            context.where())
        .write(id, page);
    rivalTable(rivals);
    shimTable(shims);
    reaching(role, rivals);
    missing(findings);
    others(findings);
    page.close();
  }

  private void score(RoleCompliance role) {
    page.open("table", "class", "parts").element("caption", "Score of this role", "class", "sr");
    page.open("thead").open("tr").element("th", "Part", "scope", "col");
    page.element("th", "Compliant", "scope", "col").element("th", "Share", "scope", "col");
    page.open("th", "scope", "col")
        .element("span", "Picture", "class", "sr")
        .close()
        .close()
        .close()
        .open("tbody");
    part("role", role.total());
    part("implementations", role.implementations());
    part("uses", role.uses());
    page.close().close();
  }

  private void tests(RoleCompliance role) {
    context.result().tests().stream()
        .filter(tests -> tests.role().equals(role.role()))
        .forEach(
            tests ->
                page.element("p", "Tests that use the real thing: " + TestWords.real(tests) + "."));
  }

  private void part(String name, Tally tally) {
    page.open("tr").element("th", name, "scope", "row");
    page.element("td", tally.compliant() + " of " + tally.sites());
    page.element("td", tally.percent()).open("td", "class", "wide");
    HtmlSummary.bar(tally, context.result().compliance().minimumScore(), page);
    page.close().close();
  }

  private static List<Finding> rivals(List<Finding> findings) {
    return findings.stream()
        .filter(finding -> finding.evidence() instanceof Evidence.Rival)
        .sorted(
            Comparator.comparing((Finding finding) -> comparison(finding).usage().rival())
                .thenComparing(finding -> comparison(finding).verdict())
                .thenComparing(finding -> comparison(finding).rival()))
        .toList();
  }

  private static Comparison comparison(Finding finding) {
    return finding.evidence().comparisons().get(0);
  }

  private void rivalTable(List<Finding> rivals) {
    page.element("h4", Phrases.count(rivals.size(), "rival"));
    if (rivals.isEmpty()) {
      page.element("p", "No other type plays this role.");
      return;
    }
    HtmlTable table =
        HtmlTable.open(page, "Rivals", "Used by", "Rival", "It is a", "Confidence", "State");
    for (Finding finding : rivals) {
      Comparison comparison = comparison(finding);
      Liveness liveness = comparison.usage().rival();
      page.open("tr").open("td", "class", liveness.isLive() ? "live" : "dead");
      page.text((liveness.isLive() ? "live: " : "") + liveness.words()).close();
      page.open("td").open("a", "href", "#" + context.id(finding));
      page.element("code", comparison.rival().name()).close();
      page.element("span", comparison.rival().declaration().pathAndLine(), "class", "place");
      page.close();
      page.element("td", comparison.verdict().words());
      page.element("td", comparison.confidence() + " %", "class", "figure");
      page.element("td", finding.triage().state().label()).close();
    }
    table.close();
  }

  private void shimTable(List<ShimUse> shims) {
    if (shims.isEmpty()) {
      return;
    }
    page.element("h4", Phrases.count(shims.size(), "shim"));
    HtmlTable table = HtmlTable.open(page, "Shims", "Shim", "Owner", "Until", "Callers");
    for (ShimUse shim : shims) {
      page.open("tr").open("td").element("code", shim.type().name());
      page.element("span", shim.type().declaration().pathAndLine(), "class", "place").close();
      page.element("td", shim.terms().owner().isEmpty() ? "nobody" : shim.terms().owner());
      page.element("td", shim.terms().until().isEmpty() ? "no date" : shim.terms().until());
      page.element("td", String.valueOf(shim.users().size()), "class", "figure").close();
    }
    table.close();
  }

  private void reaching(RoleCompliance role, List<Finding> rivals) {
    page.element("h4", "Uses that reach the canonical");
    page.element(
        "p", role.uses().compliant() + " of " + Phrases.count(role.uses().sites(), "use") + ".");
    TreeSet<TypeRef> users = new TreeSet<>();
    for (Finding rival : rivals) {
      users.addAll(comparison(rival).usage().allOfCanonical());
    }
    if (users.isEmpty()) {
      return;
    }
    Map<String, Integer> groups = context.where().counts(users);
    page.open("ul", "class", "inline");
    groups.entrySet().stream()
        .limit(MOST_LISTED)
        .forEach(
            group ->
                page.open("li")
                    .element("code", group.getKey())
                    .text(" " + Phrases.count(group.getValue(), "type"))
                    .close());
    if (groups.size() > MOST_LISTED) {
      page.element("li", Phrases.more(groups.size() - MOST_LISTED));
    }
    page.close();
  }

  private void missing(List<Finding> findings) {
    TreeMap<String, Integer> paths = new TreeMap<>();
    for (Finding finding : findings) {
      if (finding.evidence() instanceof Evidence.Access access) {
        paths.merge(access.path().words() + " of `" + access.target() + "`", 1, Integer::sum);
      }
    }
    page.element("h4", "Uses that do not");
    if (paths.isEmpty()) {
      page.element("p", "None by a forbidden path; callers of rivals are listed with each rival.");
      return;
    }
    page.open("ul");
    for (Map.Entry<String, Integer> path : paths.entrySet().stream().limit(MOST_LISTED).toList()) {
      page.open("li").prose(path.getKey()).text(": " + Phrases.count(path.getValue(), "place"));
      page.close();
    }
    page.close();
    page.open("p").element("a", "All access paths", "href", "#access-paths").close();
  }

  private void others(List<Finding> findings) {
    TreeMap<String, Integer> rules = new TreeMap<>();
    for (Finding finding : findings) {
      if (!(finding.evidence() instanceof Evidence.Rival)) {
        rules.merge(finding.rule(), 1, Integer::sum);
      }
    }
    if (rules.isEmpty()) {
      return;
    }
    page.element("h4", "Other findings of this role").open("ul", "class", "inline");
    rules.forEach(
        (rule, number) ->
            page.open("li")
                .element("a", rule, "href", "#findings", "data-rule", rule)
                .text(" " + number)
                .close());
    page.close();
  }
}
