package dev.ssot.cli;

import dev.ssot.rules.model.RuleDescription;
import dev.ssot.rules.scan.Scan;
import java.util.Iterator;
import java.util.List;

/** The ids of all rules, for messages and completion. */
final class RuleNames implements Iterable<String> {

  static List<String> all() {
    return Scan.rules().stream().map(RuleDescription::id).toList();
  }

  @Override
  public Iterator<String> iterator() {
    return all().iterator();
  }
}
