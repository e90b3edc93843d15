package dev.ssot.reports;

import dev.ssot.rules.model.Finding;
import dev.ssot.rules.model.Related;
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
final class SarifMessage {

  private static final int LINKS = 5;
  private static final Pattern PAIR = Pattern.compile("\\[[^\\[\\]]*\\]");

  private SarifMessage() {}

  static String of(Finding finding) {
    List<String> sentences = new ArrayList<>();
    sentences.add(prose(finding.statement().message()));
    sentences.add(prose(new EvidenceSentence().visit(finding.evidence())));
    sentences.add(links(finding.statement().related()));
    sentences.add(prose(finding.statement().help()));
    sentences.removeIf(String::isEmpty);
    return String.join(" ", sentences);
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
