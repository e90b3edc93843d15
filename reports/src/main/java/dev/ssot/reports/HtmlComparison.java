package dev.ssot.reports;

import dev.ssot.rules.model.ChannelStrength;
import dev.ssot.rules.model.Comparison;
import dev.ssot.rules.model.MemberMatch;
import dev.ssot.rules.model.MemberRef;
import dev.ssot.rules.model.SharedWord;
import dev.ssot.rules.model.TypeRef;
import java.util.List;

/** Two types side by side: why one is held to be a rival of the other, and the code of both. */
final class HtmlComparison {

  private static final int MOST_CALLERS = 20;
  private static final int MOST_WORDS = 24;

  private final Comparison comparison;
  private final HtmlCode code;
  private final HtmlPage page;
  private final NamePair names;

  HtmlComparison(Comparison comparison, HtmlCode code, HtmlPage page) {
    this.comparison = comparison;
    this.code = code;
    this.page = page;
    this.names = NamePair.of(comparison);
  }

  /**
   * Writes it.
   *
   * @param mostPairs how many members are shown with their code
   */
  void write(int mostPairs) {
    page.open("p").element("code", comparison.rival().name()).text(" is a ");
    page.element("strong", comparison.verdict().words()).text(" of ");
    page.element("code", comparison.canonical().name());
    page.text(", with " + comparison.confidence() + " % confidence; ");
    page.text("it is " + comparison.usage().rival().words() + ".").close();
    channels();
    members();
    code(mostPairs);
    onlyInRival(mostPairs);
    words("Rare words in both", comparison.shared().words());
    words("Constants in both", comparison.shared().constants());
    callers();
  }

  private void channels() {
    if (comparison.shared().channels().isEmpty()) {
      return;
    }
    page.open("ul", "class", "channels");
    for (ChannelStrength channel : comparison.shared().channels()) {
      page.open("li").element("strong", channel.channel().label());
      page.text(" (strength " + channel.percent() + " %): ").prose(channel.sentence()).close();
    }
    page.close();
  }

  private void members() {
    List<MemberMatch> matches = comparison.shared().members();
    if (matches.isEmpty()) {
      return;
    }
    HtmlTable table =
        HtmlTable.open(
            page,
            "Members that are counterparts",
            comparison.canonical().name(),
            comparison.rival().name(),
            "Likeness of bodies");
    for (MemberMatch match : matches) {
      page.open("tr");
      member(match.canonical());
      member(match.rival());
      page.element("td", match.similarity() + " %", "class", "figure").close();
    }
    table.close();
  }

  private void member(MemberRef member) {
    page.open("td").element("code", member.signature()).text(" ");
    page.element("span", ConsoleMembers.lines(member.region()), "class", "place").close();
  }

  private void code(int mostPairs) {
    String left = comparison.canonical().declaration().path();
    String right = comparison.rival().declaration().path();
    List<MemberMatch> shown =
        comparison.shared().members().stream()
            .filter(match -> code.has(left, match.canonical()) && code.has(right, match.rival()))
            .limit(mostPairs)
            .toList();
    for (MemberMatch match : shown) {
      if (!code.has(left, match.canonical())) {
        page.element("p", "Further code is left out, as the report has reached its size.");
        return;
      }
      page.open("details", "class", "pair").open("summary");
      page.element("code", match.canonical().signature()).text(" beside ");
      page.element("code", match.rival().signature()).text(": " + match.similarity() + " %");
      page.close();
      code.pair(left, match.canonical(), right, match.rival(), page);
      page.close();
    }
  }

  private void onlyInRival(int most) {
    List<MemberRef> members = comparison.shared().onlyInRival();
    if (members.isEmpty()) {
      return;
    }
    String path = comparison.rival().declaration().path();
    page.open("p").element("strong", "Only in ").prose(names.rival());
    page.text(", to be kept or dropped:").close().open("ul");
    for (int i = 0; i < members.size(); i++) {
      MemberRef member = members.get(i);
      boolean shown = i < most && member.region().lines() > 1 && code.has(path, member);
      page.open("li");
      if (shown) {
        page.open("details", "class", "pair").open("summary");
      }
      page.element("code", member.signature()).text(" ");
      page.element("span", ConsoleMembers.lines(member.region()), "class", "place");
      if (shown) {
        page.close();
        code.member(path, member, page);
        page.close();
      }
      page.close();
    }
    page.close();
  }

  private void words(String label, List<SharedWord> words) {
    if (words.isEmpty()) {
      return;
    }
    page.open("p").element("strong", label + ": ");
    for (int i = 0; i < Math.min(MOST_WORDS, words.size()); i++) {
      SharedWord word = words.get(i);
      page.text(i == 0 ? "" : ", ").element("code", word.word());
      page.text(" (in " + Phrases.count(word.types(), "type") + ")");
    }
    page.text(words.size() > MOST_WORDS ? ", " + Phrases.more(words.size() - MOST_WORDS) : "");
    page.close();
  }

  private void callers() {
    page.open("p").element("strong", "Callers: ");
    page.prose(names.usage(comparison.usage()) + ".").close();
    callers("Of the rival", comparison.usage().ofRival());
    callers("Of both", comparison.usage().ofBoth());
    callers("Of the canonical", comparison.usage().ofCanonical());
  }

  private void callers(String label, List<TypeRef> users) {
    if (users.isEmpty()) {
      return;
    }
    page.open("details", "class", "words").element("summary", label + ": " + users.size());
    page.open("ul");
    for (TypeRef user : users.stream().limit(MOST_CALLERS).toList()) {
      page.open("li").element("code", user.name()).text(" ");
      page.element("span", user.declaration().pathAndLine(), "class", "place").close();
    }
    if (users.size() > MOST_CALLERS) {
      page.element("li", Phrases.more(users.size() - MOST_CALLERS));
    }
    page.close().close();
  }
}
