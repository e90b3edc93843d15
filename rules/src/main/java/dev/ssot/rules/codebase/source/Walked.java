package dev.ssot.rules.codebase.source;

import java.nio.file.Path;
import java.util.List;

/**
 * What a walk saw of the children of a real folder, as far as they decide what else it comes upon.
 *
 * @param folder as it was reached
 * @param children folders, files that a scan reads, and files that make a folder beside them one of
 *     build output; in the order of names
 * @param certain whether another child of one of these names would have shown
 */
record Walked(Path folder, List<Child> children, boolean certain) {

  Walked {
    children = List.copyOf(children);
  }

  /**
   * A child.
   *
   * @param identity tells a folder from others that had its name at other times
   */
  record Child(String name, String identity) {}
}
