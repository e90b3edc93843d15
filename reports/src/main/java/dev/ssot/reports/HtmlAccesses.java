package dev.ssot.reports;

import dev.ssot.rules.model.AccessPath;
import dev.ssot.rules.model.Evidence;
import dev.ssot.rules.model.Finding;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Uses that do not reach a canonical, by the way that they take and by what they reach. */
final class HtmlAccesses {

  private static final int MOST_TARGETS = 60;
  private static final int MOST_PLACES = 12;

  private HtmlAccesses() {}

  static void write(HtmlContext context, HtmlPage page) {
    Map<AccessPath, TreeMap<String, List<Finding>>> groups = new EnumMap<>(AccessPath.class);
    for (Finding finding : context.result().findings()) {
      if (finding.evidence() instanceof Evidence.Access access) {
        groups
            .computeIfAbsent(access.path(), path -> new TreeMap<>())
            .computeIfAbsent(access.target(), target -> new ArrayList<>())
            .add(finding);
      }
    }
    page.open("section", "id", "access-paths", "aria-labelledby", "access-title");
    page.element("h2", "Access paths", "id", "access-title");
    if (groups.isEmpty()) {
      page.element("p", "No use takes a forbidden path or misses a canonical.");
    }
    groups.forEach((path, targets) -> path(path, targets, context, page));
    page.close();
  }

  private static void path(
      AccessPath path, Map<String, List<Finding>> targets, HtmlContext context, HtmlPage page) {
    int places = targets.values().stream().mapToInt(List::size).sum();
    page.open("details", "class", "group").open("summary");
    page.element("h3", Phrases.sentence(path.words()).replaceFirst("\\.$", ""));
    page.text(" " + Phrases.count(places, "place")).close();
    page.open("ul");
    for (List<Finding> findings : targets.values().stream().limit(MOST_TARGETS).toList()) {
      Evidence.Access access = (Evidence.Access) findings.get(0).evidence();
      page.open("li").element("code", access.target());
      if (!access.replacement().isEmpty()) {
        page.text(" instead of ").element("code", access.replacement());
      }
      page.text(": ");
      for (int i = 0; i < Math.min(MOST_PLACES, findings.size()); i++) {
        Finding finding = findings.get(i);
        page.text(i == 0 ? "" : ", ");
        page.element(
            "a",
            finding.location().pathAndLine(),
            "class",
            "place",
            "href",
            "#" + context.id(finding));
      }
      if (findings.size() > MOST_PLACES) {
        page.text(", " + Phrases.more(findings.size() - MOST_PLACES));
      }
      page.close();
    }
    if (targets.size() > MOST_TARGETS) {
      page.element("li", Phrases.more(targets.size() - MOST_TARGETS) + " targets");
    }
    page.close().close();
  }
}
