package dev.ssot.reports;

import dev.ssot.reports.ConsolePage.Style;
import dev.ssot.rules.model.MemberMatch;
import dev.ssot.rules.model.MemberRef;
import dev.ssot.rules.model.Region;
import java.util.List;

/** The table of members that have a counterpart. */
final class ConsoleMembers {

  private final List<MemberMatch> matches;
  private final NamePair names;
  private final ConsolePage page;

  ConsoleMembers(List<MemberMatch> matches, NamePair names, ConsolePage page) {
    this.matches = matches;
    this.names = names;
    this.page = page;
  }

  /** Writes the first {@code most} rows; nothing if there is no row. */
  void write(int depth, int most) {
    if (matches.isEmpty()) {
      return;
    }
    page.line(depth)
        .styled(Style.STRONG, "counterparts:")
        .text(" " + names.canonical() + " | " + names.rival() + " | likeness of bodies")
        .end();
    ConsoleTable table = new ConsoleTable();
    matches.stream().limit(most).forEach(match -> table.row(cells(match)));
    table.write(page, depth + 1);
    if (matches.size() > most) {
      page.line(depth + 1, Phrases.more(matches.size() - most));
    }
  }

  private static List<String> cells(MemberMatch match) {
    return List.of(
        cell(match.canonical()), "| " + cell(match.rival()), "| " + match.similarity() + " %");
  }

  private static String cell(MemberRef member) {
    return member.signature() + " " + lines(member.region());
  }

  /** The lines of a region, such as {@code (lines 20-41)}. */
  static String lines(Region region) {
    return region.lines() == 1
        ? "(line " + region.line() + ")"
        : "(lines " + region.line() + "-" + region.endLine() + ")";
  }
}
