package dev.ssot.reports;

import dev.ssot.rules.model.CallSite;
import dev.ssot.rules.model.CallSite.Answer;
import dev.ssot.rules.model.RolePlan;
import dev.ssot.rules.model.RolePlan.Leaving;
import dev.ssot.rules.model.TypeRef;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The tracking document of a role in Markdown: the steps of its consolidation in their order, each
 * with a box.
 *
 * <p>A document that is there already belongs to the people who work with it. An update ticks the
 * boxes of steps that the code shows as taken, and adds steps that are new; it clears no box and
 * changes or removes no other text.
 */
public final class PlanDocument {

  private static final Pattern OPEN_BOX = Pattern.compile("^(\\s*[-*+] )\\[ ](.*)$");

  private final List<PlanSection> sections;
  private final RolePlan plan;

  private PlanDocument(RolePlan plan) {
    this.plan = plan;
    this.sections = sections(plan);
  }

  /** A new document. */
  public static String write(RolePlan plan) {
    return new PlanDocument(plan).text();
  }

  /** A document that is there already, brought up to date; the ends of its lines stay. */
  public static String update(String document, RolePlan plan) {
    String separator = document.contains("\r\n") ? "\r\n" : "\n";
    List<String> lines = new ArrayList<>(List.of(document.split("\r?\n", -1)));
    return String.join(separator, new PlanDocument(plan).updated(lines));
  }

  private String text() {
    List<String> lines = new ArrayList<>();
    lines.add(
        "# Consolidate the role `%s`: %s".formatted(visible(plan.role()), visible(plan.title())));
    lines.add("");
    lines.add(
        "The canonical is `%s` (%s)."
            .formatted(
                visible(plan.canonical().name()), visible(plan.canonical().declaration().path())));
    lines.add(
        "`ssot plan %s --output` with this file ticks what the code shows as done;"
            .formatted(plan.role()));
    lines.add("what people write here stays. Steps are in the order in which they are safe.");
    if (plan.leaving().isEmpty()) {
      lines.add("");
      lines.add("No rival, shim or forbidden type of this role is left.");
    }
    sections.forEach(section -> add(section, lines));
    return String.join("\n", lines) + "\n";
  }

  private static void add(PlanSection section, List<String> lines) {
    lines.add("");
    lines.add(section.heading());
    lines.add("");
    if (!section.introduction().isEmpty()) {
      lines.addAll(section.introduction());
      lines.add("");
    }
    section.steps().forEach(step -> lines.add(step.line()));
    if (!section.conclusion().isEmpty()) {
      lines.add("");
      lines.addAll(section.conclusion());
    }
  }

  private List<String> updated(List<String> lines) {
    Set<String> open = new TreeSet<>();
    for (PlanSection section : sections) {
      section.steps().stream().filter(step -> !step.done()).forEach(step -> open.add(step.mark()));
    }
    lines.replaceAll(
        line -> {
          String mark = PlanStep.markIn(line);
          boolean gone = !mark.isEmpty() && !open.contains(mark) && isEvident(mark);
          return gone ? ticked(line) : line;
        });
    boolean ended = !lines.isEmpty() && lines.get(lines.size() - 1).isEmpty();
    if (ended) {
      lines.remove(lines.size() - 1);
    }
    sections.forEach(section -> insert(section, lines));
    if (ended) {
      lines.add("");
    }
    return lines;
  }

  /**
   * Whether the code shows that a step which is no longer open has been taken: its type is gone, or
   * is still one that is to go and the step is not among those that are left.
   */
  private boolean isEvident(String mark) {
    String type = PlanStep.typeIn(mark);
    return !plan.present().contains(type)
        || type.equals(plan.canonical().name())
        || plan.leaving().stream().anyMatch(one -> one.type().name().equals(type));
  }

  /** The types that the steps of a document are about. */
  public static Set<String> types(String document) {
    Set<String> types = new TreeSet<>();
    document
        .lines()
        .map(PlanStep::markIn)
        .filter(mark -> !mark.isEmpty())
        .forEach(mark -> types.add(PlanStep.typeIn(mark)));
    return types;
  }

  private static String ticked(String line) {
    Matcher box = OPEN_BOX.matcher(line);
    return box.matches() ? box.group(1) + "[x]" + box.group(2) : line;
  }

  /** Adds the steps of a section that are missing: behind the one before, or with their section. */
  private static void insert(PlanSection section, List<String> lines) {
    int at = -1;
    List<PlanStep> missing = new ArrayList<>();
    for (PlanStep step : section.steps()) {
      int found = indexOf(step, lines);
      if (found < 0) {
        missing.add(step);
      } else {
        at = Math.max(at, found);
      }
    }
    if (missing.isEmpty()) {
      return;
    }
    int heading = lines.indexOf(section.heading());
    if (at < 0 && heading < 0) {
      add(section, lines);
      return;
    }
    int after = at >= 0 ? at : heading;
    List<String> added = missing.stream().map(PlanStep::line).toList();
    if (at < 0) {
      lines.add(after + 1, "");
      after++;
    }
    lines.addAll(after + 1, added);
  }

  private static int indexOf(PlanStep step, List<String> lines) {
    for (int i = 0; i < lines.size(); i++) {
      if (PlanStep.markIn(lines.get(i)).equals(step.mark())) {
        return i;
      }
    }
    return -1;
  }

  private static List<PlanSection> sections(RolePlan plan) {
    List<PlanSection> sections = new ArrayList<>();
    addIfAny("## Tests first", List.of(), tests(plan), List.of(), sections);
    for (Leaving leaving : plan.leaving()) {
      String name = "`%s`".formatted(visible(leaving.type().name()));
      addIfAny(
          "## Calls of %s that bind as they are".formatted(name),
          List.of(
              "They compile and mean the same on the canonical. Where a forbidden path names the type,",
              "`ssot fix` rewrites those that are safe."),
          calls(leaving, Answer.BINDS),
          List.of(),
          sections);
      addIfAny(
          "## Calls of %s that need an adapter".formatted(name),
          List.of(),
          calls(leaving, Answer.BREAKS),
          adapter(leaving),
          sections);
      addIfAny(
          "## Calls of %s to look at".formatted(name),
          List.of("The code does not show enough of them to say what they bind to."),
          calls(leaving, Answer.UNKNOWN),
          leaving.sites(Answer.BREAKS).isEmpty() ? adapter(leaving) : List.of(),
          sections);
      addIfAny(
          "## Other code that names %s".formatted(name),
          List.of(),
          others(leaving),
          List.of(),
          sections);
    }
    addIfAny("## Delete last", List.of(), deletions(plan), List.of(), sections);
    return sections;
  }

  private static void addIfAny(
      String heading,
      List<String> introduction,
      List<PlanStep> steps,
      List<String> conclusion,
      List<PlanSection> into) {
    if (!steps.isEmpty()) {
      into.add(new PlanSection(heading, introduction, steps, conclusion));
    }
  }

  private static List<PlanStep> tests(RolePlan plan) {
    List<PlanStep> steps = new ArrayList<>();
    String canonical = visible(plan.canonical().name());
    steps.add(
        new PlanStep(
            "test " + canonical,
            "a test uses the canonical `%s`".formatted(canonical),
            plan.tested()));
    for (Leaving leaving : plan.leaving()) {
      String name = visible(leaving.type().name());
      for (String member : leaving.untested()) {
        steps.add(
            new PlanStep(
                "test %s#%s".formatted(name, visible(member)),
                "a test pins what callers get from `%s` of `%s`".formatted(visible(member), name),
                false));
      }
    }
    return steps;
  }

  private static List<PlanStep> calls(Leaving leaving, Answer answer) {
    Map<String, List<CallSite>> groups = new LinkedHashMap<>();
    for (CallSite site : leaving.sites(answer)) {
      groups
          .computeIfAbsent(site.caller() + " " + site.member(), key -> new ArrayList<>())
          .add(site);
    }
    List<PlanStep> steps = new ArrayList<>();
    groups.forEach(
        (key, sites) -> {
          CallSite first = sites.get(0);
          String times = sites.size() == 1 ? "" : ", %s times".formatted(sites.size());
          String why = first.words().isEmpty() ? "" : ": " + visible(first.words());
          steps.add(
              new PlanStep(
                  "call %s %s".formatted(visible(leaving.type().name()), visible(key)),
                  "`%s` calls `%s` (%s%s)%s"
                      .formatted(
                          visible(first.caller()),
                          visible(first.member()),
                          visible(first.location().path()),
                          times,
                          why),
                  false));
        });
    return steps;
  }

  private static List<String> adapter(Leaving leaving) {
    if (leaving.adapter().isEmpty()) {
      return List.of();
    }
    List<String> lines = new ArrayList<>();
    lines.add("An adapter to start from; it compiles as it is:");
    lines.add("");
    lines.add("```java");
    leaving.adapter().lines().map(PlanDocument::visible).forEach(lines::add);
    lines.add("```");
    return lines;
  }

  /** Users of which no call is listed: they name it in a declaration, a cast or an import. */
  private static List<PlanStep> others(Leaving leaving) {
    Set<String> listed = new TreeSet<>();
    leaving.sites().forEach(site -> listed.add(site.location().path()));
    List<PlanStep> steps = new ArrayList<>();
    for (TypeRef user : leaving.users()) {
      if (!listed.contains(user.declaration().path())) {
        steps.add(
            new PlanStep(
                "use %s %s".formatted(visible(leaving.type().name()), visible(user.name())),
                "`%s` (%s)".formatted(visible(user.name()), visible(user.declaration().path())),
                false));
      }
    }
    return steps;
  }

  private static List<PlanStep> deletions(RolePlan plan) {
    List<PlanStep> steps = new ArrayList<>();
    for (Leaving leaving : plan.leaving()) {
      String name = visible(leaving.type().name());
      String users =
          leaving.users().isEmpty()
              ? "nothing uses it any more"
              : "when its %s above %s moved"
                  .formatted(
                      leaving.users().size() == 1 ? "1 user" : leaving.users().size() + " users",
                      leaving.users().size() == 1 ? "has" : "have");
      steps.add(
          new PlanStep(
              "delete " + name,
              "delete `%s`, %s (%s): %s"
                  .formatted(
                      name, leaving.part(), visible(leaving.type().declaration().path()), users),
              false));
    }
    return steps;
  }

  private static String visible(String text) {
    return VisibleText.of(text);
  }
}
