package dev.ssot.reports;

import dev.ssot.reports.ConsolePage.Style;
import dev.ssot.rules.model.ChannelStrength;
import dev.ssot.rules.model.Comparison;
import dev.ssot.rules.model.MemberRef;
import dev.ssot.rules.model.SharedTraits;
import dev.ssot.rules.model.SharedWord;
import java.util.List;

/** Two types side by side: why one is held to be a rival of the other. */
final class ConsoleComparison {

  private static final int DEPTH = 2;
  private static final int MEMBERS = 12;
  private static final int MEMBERS_COMPACT = 4;
  private static final int WORDS = 12;

  private final Comparison comparison;
  private final ConsolePage page;
  private final NamePair names;

  ConsoleComparison(Comparison comparison, ConsolePage page) {
    this.comparison = comparison;
    this.page = page;
    this.names = NamePair.of(comparison);
  }

  /** The form for a finding about one rival. */
  void full() {
    page.line(1).styled(Style.STRONG, "verdict:").text(" " + verdict(canonicalPlace())).end();
    for (ChannelStrength channel : comparison.shared().channels()) {
      page.line(DEPTH, strength(channel));
    }
    traits(MEMBERS, true);
  }

  /** The form for one of several types of a group. */
  void compact() {
    page.line(1)
        .styled(Style.STRONG, comparison.rival().declaration().pathAndLine() + ":")
        .text(" " + Phrases.quoted(comparison.rival().name()) + " is a ")
        .text(verdict(Phrases.quoted(comparison.canonical().name())))
        .end();
    List<String> strengths =
        comparison.shared().channels().stream().map(ConsoleComparison::strength).toList();
    if (!strengths.isEmpty()) {
      page.line(DEPTH, String.join("; ", strengths));
    }
    traits(MEMBERS_COMPACT, false);
  }

  private String verdict(String canonical) {
    return comparison.verdict().words()
        + " of "
        + canonical
        + ", "
        + comparison.confidence()
        + " % confidence";
  }

  private static String strength(ChannelStrength channel) {
    return channel.channel().label() + " " + channel.percent() + " %: " + channel.sentence();
  }

  private void traits(int mostMembers, boolean namesCallers) {
    SharedTraits shared = comparison.shared();
    new ConsoleMembers(shared.members(), names, page).write(DEPTH, mostMembers);
    words("rare words in both", shared.words());
    words("constants in both", shared.constants());
    ConsoleCallers callers = new ConsoleCallers(comparison.usage(), names, page);
    callers.count(DEPTH);
    if (namesCallers) {
      callers.names(DEPTH + 1);
    }
    onlyInRival(shared.onlyInRival(), mostMembers);
  }

  private void words(String label, List<SharedWord> words) {
    if (!words.isEmpty()) {
      List<String> items =
          words.stream()
              .map(word -> word.word() + " (in " + Phrases.count(word.types(), "type") + ")")
              .toList();
      labelled(label, Phrases.list(items, WORDS));
    }
  }

  private void onlyInRival(List<MemberRef> members, int most) {
    if (!members.isEmpty()) {
      List<String> items =
          members.stream()
              .map(member -> member.signature() + " " + ConsoleMembers.lines(member.region()))
              .toList();
      labelled("only in " + names.rival(), Phrases.list(items, most));
    }
  }

  private String canonicalPlace() {
    return Phrases.quoted(comparison.canonical().name())
        + " ("
        + comparison.canonical().declaration().pathAndLine()
        + ")";
  }

  private void labelled(String label, String words) {
    page.line(DEPTH).styled(Style.STRONG, label + ":").text(" " + words).end();
  }
}
