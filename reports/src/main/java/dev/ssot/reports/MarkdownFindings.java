package dev.ssot.reports;

import dev.ssot.rules.model.ChannelStrength;
import dev.ssot.rules.model.Comparison;
import dev.ssot.rules.model.Evidence;
import dev.ssot.rules.model.Finding;
import dev.ssot.rules.model.Liveness;
import dev.ssot.rules.model.MemberMatch;
import dev.ssot.rules.model.MemberRef;
import dev.ssot.rules.model.Related;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Findings of one severity in Markdown, by rule: those with evidence that a reader has to weigh
 * each in an element to unfold, the others in a table.
 */
final class MarkdownFindings {

  private static final int MEMBERS = 8;
  private static final int COMPARED = 4;
  private static final int CHANNELS = 3;
  private static final int PLACES = 5;

  private final MarkdownDocument document;

  MarkdownFindings(MarkdownDocument document) {
    this.document = document;
  }

  /** Writes as many as there is room for, in the order of reports; answers how many. */
  int write(List<Finding> findings) {
    int written = 0;
    for (Map.Entry<String, List<Finding>> rule : byRule(findings).entrySet()) {
      if (!document.add("#### " + rule.getKey() + " (" + rule.getValue().size() + ")")) {
        return written;
      }
      int fitted = rule(rule.getValue());
      written += fitted;
      if (fitted < rule.getValue().size()) {
        return written;
      }
    }
    return written;
  }

  private static Map<String, List<Finding>> byRule(List<Finding> findings) {
    return findings.stream()
        .collect(
            Collectors.groupingBy(
                finding -> MarkdownText.code(finding.rule()), TreeMap::new, Collectors.toList()));
  }

  private int rule(List<Finding> findings) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("Where", "What", "Do"));
    findings.stream().filter(one -> isPlain(one.evidence())).forEach(one -> rows.add(row(one)));
    int fitted = document.table(rows);
    if (fitted < rows.size() - 1) {
      return fitted;
    }
    for (Finding finding : findings) {
      if (!isPlain(finding.evidence())) {
        if (!document.add(details(finding))) {
          return fitted;
        }
        fitted++;
      }
    }
    return fitted;
  }

  /** Whether the message and the help of a finding say all that there is to it. */
  private static boolean isPlain(Evidence evidence) {
    return evidence instanceof Evidence.Access
        || evidence instanceof Evidence.Unresolved
        || evidence instanceof Evidence.PolicyEntry
        || evidence instanceof Evidence.MalformedSuppression
        || evidence instanceof Evidence.IdleSuppression
        || evidence instanceof Evidence.StaleEntry;
  }

  private static List<String> row(Finding finding) {
    return List.of(
        MarkdownText.code(finding.location().pathAndLine()),
        MarkdownText.inline(Phrases.sentence(finding.statement().message())),
        MarkdownText.inline(Phrases.sentence(finding.statement().help())));
  }

  private static List<String> details(Finding finding) {
    List<String> lines = new ArrayList<>();
    lines.add("<details>");
    lines.add("<summary>" + MarkdownText.html(finding.statement().message()) + "</summary>");
    lines.add("");
    lines.add("- **Where:** " + MarkdownText.code(finding.location().pathAndLine()));
    finding.statement().related().stream()
        .limit(PLACES)
        .forEach(related -> lines.add(related(related)));
    if (finding.resurrected().isThere()) {
      String back = Phrases.sentence(ChangeWords.resurrected(finding.resurrected()));
      lines.add("- **Resurrected:** " + MarkdownText.inline(back));
    }
    evidence(finding.evidence(), lines);
    lines.add("- **Do:** " + MarkdownText.inline(Phrases.sentence(finding.statement().help())));
    comparisons(finding.evidence(), lines);
    lines.add("");
    lines.add("</details>");
    return lines;
  }

  private static String related(Related related) {
    return "- **%s:** %s in %s"
        .formatted(
            MarkdownText.inline(Phrases.capital(related.label())),
            MarkdownText.code(related.name()),
            MarkdownText.code(related.location().pathAndLine()));
  }

  private static void evidence(Evidence evidence, List<String> lines) {
    if (evidence instanceof Evidence.Rival rival) {
      strengths(rival.comparison(), lines);
      return;
    }
    if (evidence instanceof Evidence.Fragments fragments) {
      String reason = MarkdownText.inline(Phrases.sentence(fragments.reason()));
      lines.add("- **Proposed because:** " + reason);
      if (fragments.comparisons().size() == 1) {
        strengths(fragments.comparisons().get(0), lines);
      }
      return;
    }
    String sentence = new EvidenceSentence().visit(evidence);
    if (!sentence.isEmpty()) {
      lines.add("- **Why:** " + MarkdownText.inline(Phrases.sentence(sentence)));
    }
  }

  private static void strengths(Comparison comparison, List<String> lines) {
    for (ChannelStrength channel :
        comparison.shared().channels().stream().limit(CHANNELS).toList()) {
      String words =
          "%s (strength %s %%): %s"
              .formatted(channel.channel().label(), channel.percent(), channel.sentence());
      lines.add("- **Why:** " + MarkdownText.inline(Phrases.sentence(words)));
    }
    lines.add("- **Users:** " + MarkdownText.inline(Phrases.sentence(users(comparison))));
  }

  private static String users(Comparison comparison) {
    NamePair names = NamePair.of(comparison);
    Liveness rival = comparison.usage().rival();
    String live =
        rival == Liveness.PRODUCTION ? "" : "; %s is %s".formatted(names.rival(), rival.words());
    return names.usage(comparison.usage()) + live;
  }

  private static void comparisons(Evidence evidence, List<String> lines) {
    if (evidence instanceof Evidence.Rival rival) {
      members(rival.comparison(), lines);
    } else if (evidence instanceof Evidence.Fragments fragments) {
      List<Comparison> all = fragments.comparisons();
      if (all.size() == 1) {
        members(all.get(0), lines);
        return;
      }
      lines.add("");
      lines.add(MarkdownDocument.row(List.of("Type", "Where", "Is", "Users")));
      lines.add("|---|---|---|---|");
      all.stream().limit(PLACES).forEach(one -> lines.add(fragment(one)));
      if (all.size() > PLACES) {
        lines.add("");
        lines.add("\u2026 " + Phrases.more(all.size() - PLACES) + ".");
      }
    }
  }

  private static String fragment(Comparison one) {
    return MarkdownDocument.row(
        List.of(
            MarkdownText.code(one.rival().name()),
            MarkdownText.code(one.rival().declaration().pathAndLine()),
            MarkdownText.inline(
                "%s of %s, %s %% sure"
                    .formatted(
                        one.verdict().words(),
                        Phrases.quoted(one.canonical().simpleName()),
                        one.confidence())),
            MarkdownText.inline(one.usage().rival().words())));
  }

  private static void members(Comparison comparison, List<String> lines) {
    List<MemberMatch> matches = comparison.shared().members();
    if (matches.isEmpty()) {
      return;
    }
    NamePair names = NamePair.of(comparison);
    lines.add("");
    lines.add(
        MarkdownDocument.row(
            List.of(
                MarkdownText.inline(names.canonical()),
                MarkdownText.inline(names.rival()),
                "Bodies alike")));
    lines.add("|---|---|---|");
    matches.stream().limit(MEMBERS).forEach(match -> lines.add(match(match)));
    if (matches.size() > MEMBERS) {
      lines.add("");
      lines.add("\u2026 " + Phrases.more(matches.size() - MEMBERS) + ".");
    }
    List<String> own =
        comparison.shared().onlyInRival().stream()
            .map(MemberRef::signature)
            .map(MarkdownText::code)
            .toList();
    if (!own.isEmpty()) {
      lines.add("");
      lines.add(
          "Only in %s: %s."
              .formatted(MarkdownText.inline(names.rival()), Phrases.list(own, COMPARED)));
    }
  }

  private static String match(MemberMatch match) {
    return MarkdownDocument.row(
        List.of(member(match.canonical()), member(match.rival()), match.similarity() + " %"));
  }

  private static String member(MemberRef member) {
    return MarkdownText.code(member.signature()) + " line " + member.region().line();
  }
}
