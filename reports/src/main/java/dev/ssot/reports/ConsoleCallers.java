package dev.ssot.reports;

import dev.ssot.reports.ConsolePage.Style;
import dev.ssot.rules.model.TypeRef;
import dev.ssot.rules.model.Usage;
import java.util.List;

/** Who uses which of two types. */
final class ConsoleCallers {

  private static final int NAMED = 3;

  private final Usage usage;
  private final NamePair names;
  private final ConsolePage page;

  ConsoleCallers(Usage usage, NamePair names, ConsolePage page) {
    this.usage = usage;
    this.names = names;
    this.page = page;
  }

  /** Writes how many there are. */
  void count(int depth) {
    page.line(depth).styled(Style.STRONG, "callers:").text(" " + names.usage(usage)).end();
  }

  /** Writes the first few of each side with their places. */
  void names(int depth) {
    named(depth, names.canonical(), usage.ofCanonical());
    named(depth, names.rival(), usage.ofRival());
    named(depth, "both", usage.ofBoth());
  }

  private void named(int depth, String label, List<TypeRef> callers) {
    if (!callers.isEmpty()) {
      List<String> items =
          callers.stream()
              .map(caller -> caller.simpleName() + " " + caller.declaration().pathAndLine())
              .toList();
      page.line(depth, label + ": " + Phrases.list(items, NAMED));
    }
  }
}
