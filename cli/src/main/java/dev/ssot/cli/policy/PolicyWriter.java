package dev.ssot.cli.policy;

import dev.ssot.cli.message.Amounts;
import dev.ssot.rules.model.CandidateRole;
import dev.ssot.rules.model.Comparison;
import dev.ssot.rules.model.DottedNames;
import dev.ssot.rules.model.ProposedRole;
import dev.ssot.rules.model.SourceFolder;
import dev.ssot.rules.model.SourceLayout;
import dev.ssot.rules.model.TypeRef;
import java.util.List;

/** Writes a first policy: YAML in which a comment says of each line why it is there. */
final class PolicyWriter {

  private static final int WIDEST = 100;
  private static final int MOST_LISTED = 10;

  private final PolicyDraft draft;
  private final StringBuilder text = new StringBuilder();

  PolicyWriter(PolicyDraft draft) {
    this.draft = draft;
  }

  String text() {
    comment(
        0,
        "The policy of `ssot check`, begun by `ssot init` from %s. It is yours now: read it, change"
                .formatted(draft.read())
            + " it, review it like code. All keys are explained in cli/README.md of ssot.");
    line(0, "version: 1");
    sources();
    roles();
    undecided();
    gate();
    baseline();
    return text.toString();
  }

  private void sources() {
    SourceLayout layout = draft.layout();
    blank();
    if (layout.roots().isEmpty() && layout.generated().isEmpty()) {
      comment(
          0,
          "Every Java file below this folder is read; tests and generated code are told by folder,"
              + " imports and header. `sources.exclude` would leave files out.");
      return;
    }
    line(0, "sources:");
    if (!layout.roots().isEmpty()) {
      String built = draft.build().isEmpty() ? "" : " in the layout of " + draft.build();
      comment(2, "Production code lies here%s. What lies elsewhere is left out.".formatted(built));
      folders("roots", layout.roots());
    }
    if (!layout.testRoots().isEmpty()) {
      comment(2, "Tests: a rival here is a test double, and a use here keeps no rival alive.");
      folders("test-roots", layout.testRoots());
    }
    if (!layout.generated().isEmpty()) {
      comment(
          2,
          "Each file here says that a tool wrote it. It is read, so that imports of it resolve, and"
              + " left out of every search for rivals.");
      folders("generated-roots", layout.generated());
    }
  }

  private void folders(String key, List<SourceFolder> folders) {
    line(2, key + ":");
    for (SourceFolder folder : folders) {
      line(4, "- %s # %s".formatted(quoted(folder.pattern()), Amounts.of(folder.files(), "file")));
    }
  }

  private void roles() {
    blank();
    if (draft.roles().isEmpty()) {
      example();
      return;
    }
    comment(
        0,
        "One type for each job. A rival of it is a finding, and so is each use of a forbidden path.");
    line(0, "roles:");
    draft.roles().forEach(this::role);
  }

  private void example() {
    comment(
        0,
        "No two types were found that surely do one job, so no role is declared. Name the jobs that"
            + " must stay in one place, and their rivals are found from then on:");
    for (String example :
        List.of(
            "roles:",
            "  - id: session-store",
            "    title: keeping sessions",
            "    canonical: com.example.session.SessionStore",
            "    real:",
            "      reason: a test with a mock of it passes when it is broken",
            "    forbid:",
            "      - path: com.example.legacy.**",
            "        reason: it shares sessions between tenants",
            "        use: com.example.session.SessionStore")) {
      line(0, "# " + example);
    }
  }

  private void role(ProposedRole role) {
    line(2, "- id: " + role.id());
    comment(4, "Say what the job is: messages and reports show this title.");
    line(4, "title: " + quoted(role.id().replace('-', ' ')));
    comment(4, "Why this one: %s.".formatted(role.reason()));
    line(4, "canonical: " + quotedIfNeeded(role.canonical()));
    if (!role.rivals().isEmpty()) {
      comment(4, "Its rivals. Using one is an error, so that no new use is added while they go.");
      line(4, "forbid:");
      role.rivals().forEach(rival -> forbid(role, rival));
    }
    others(role);
    real(role);
  }

  /** What would keep its tests honest; a team has to say that it wants this. */
  private void real(ProposedRole role) {
    if (!role.tests().applicable()) {
      return;
    }
    int all = role.tests().sites();
    int replacing = all - role.tests().compliant();
    comment(
        4,
        "%s of %s that use it or a stand-in of it %s it with a mock, a stub or a fake. Where it must be"
                .formatted(
                    replacing, Amounts.of(all, "test"), replacing == 1 ? "replaces" : "replace")
            + " real, say so, and each stand-in is a finding:");
    line(4, "# real:");
    line(
        4,
        "#   reason: "
            + quoted(
                "a test with a stand-in of `%s` passes when `%s` is broken"
                    .formatted(
                        DottedNames.last(role.canonical()), DottedNames.last(role.canonical()))));
  }

  private void forbid(ProposedRole role, Comparison rival) {
    comment(
        6,
        "%s, confidence %s %%: %s"
            .formatted(rival.verdict().words(), rival.confidence(), evidence(rival)));
    line(6, "- path: " + quotedIfNeeded(rival.rival().name()));
    line(8, "reason: " + quoted(reason(role, rival)));
    line(8, "use: " + quotedIfNeeded(role.canonical()));
  }

  private static String evidence(Comparison rival) {
    return rival.shared().channels().stream()
        .findFirst()
        .map(channel -> channel.sentence())
        .orElse("all that was compared, taken together");
  }

  private static String reason(ProposedRole role, Comparison rival) {
    return "it is a %s of `%s`, and %s"
        .formatted(
            rival.verdict().words(),
            DottedNames.last(role.canonical()),
            rival.usage().rival().words());
  }

  private void others(ProposedRole role) {
    List<String> others =
        role.others().stream()
            .map(other -> "%s (%s %%)".formatted(other.rival().name(), other.confidence()))
            .toList();
    listed(
        "A check reports these as rivals, too. Forbid those that are to go; those with another job"
            + " belong under `unrelated`:",
        others);
    listed(
        "These have its name. An import of one is reported as missing the canonical, until it"
            + " stands under `unrelated`:",
        role.namesakes());
  }

  /** A list of names for a person to decide about. */
  private void listed(String words, List<String> names) {
    if (!names.isEmpty()) {
      comment(4, words);
      names.stream().limit(MOST_LISTED).forEach(name -> line(4, "#   - " + name));
      more(4, names.size() - MOST_LISTED);
    }
  }

  private void more(int indent, int more) {
    if (more > 0) {
      line(indent, "#   - and %s more, which `ssot roles` lists".formatted(more));
    }
  }

  private void undecided() {
    if (draft.undecided().isEmpty()) {
      return;
    }
    blank();
    comment(
        0,
        "`ssot check` reports these as `fragmented-role`. Whether they do one job, and which of them"
            + " should stay, is yours to say: a role settles it, and so does `unrelated` in one.");
    draft.undecided().stream().limit(MOST_LISTED).forEach(this::undecided);
    more(0, draft.undecided().size() - MOST_LISTED);
  }

  private void undecided(CandidateRole candidate) {
    String mark = "#   - ";
    for (TypeRef type : candidate.types()) {
      line(0, mark + type.name());
      mark = "#     ";
    }
  }

  private void gate() {
    blank();
    line(0, "gate:");
    comment(
        2,
        "Open findings from this severity on fail a check; `error` would let rivals pass that no"
            + " production code uses.");
    line(2, "fail-on: warning");
    if (draft.score().applicable()) {
      comment(
          2,
          "The score today is %s. Raise this number as rivals go; it never has to be lowered."
              .formatted(draft.score().text()));
      line(2, "minimum-score: " + draft.minimumScore());
    } else {
      comment(2, "There is no score without a role. With the first one, say what it must be:");
      line(2, "# minimum-score: 95");
    }
  }

  private void baseline() {
    blank();
    comment(
        0,
        "Findings that may stay for now: `ssot baseline write` lists those of today in this file,"
            + " and with this line a check fails on new ones only.");
    line(0, "# baseline: ssot-baseline.jsonl");
  }

  private void blank() {
    text.append('\n');
  }

  private void line(int indent, String line) {
    text.append(" ".repeat(indent)).append(line).append('\n');
  }

  /** A comment, broken between words where it is wider than a line. */
  private void comment(int indent, String words) {
    String plain = words.replaceAll("\\p{Cntrl}", " ");
    StringBuilder line = new StringBuilder();
    for (String word : plain.strip().split(" +", -1)) {
      if (line.length() > 0 && indent + 2 + line.length() + word.length() >= WIDEST) {
        line(indent, "# " + line);
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    line(indent, "# " + line);
  }

  /** A name as YAML reads it without quotes, unless it has other letters than ASCII ones. */
  private static String quotedIfNeeded(String name) {
    return name.matches("[A-Za-z_][A-Za-z0-9_]*(\\.[A-Za-z_][A-Za-z0-9_]*)+") ? name : quoted(name);
  }

  private static String quoted(String value) {
    return '"'
        + value.replaceAll("\\p{Cntrl}", " ").replace("\\", "\\\\").replace("\"", "\\\"")
        + '"';
  }
}
