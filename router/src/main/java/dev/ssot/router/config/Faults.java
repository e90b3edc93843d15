package dev.ssot.router.config;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.Node;

/** Collects what is wrong with one file, so that one run names all of it. */
final class Faults {

  private final String file;
  private final List<Fault> found = new ArrayList<>();

  Faults(String file) {
    this.file = file;
  }

  void add(Node where, String what, String help) {
    add(where.getStartMark(), what, help);
  }

  void add(Mark where, String what, String help) {
    found.add(new Fault(file, where.getLine() + 1, where.getColumn() + 1, what, help));
  }

  /** Something that is wrong with the file as a whole. */
  ConfigRejected whole(String what, String help) {
    return new ConfigRejected(List.of(new Fault(file, 0, 0, what, help)));
  }

  void throwIfAny() {
    if (!found.isEmpty()) {
      found.sort(Comparator.comparingInt(Fault::line).thenComparingInt(Fault::column));
      throw new ConfigRejected(found);
    }
  }
}
