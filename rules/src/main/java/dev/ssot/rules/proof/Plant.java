package dev.ssot.rules.proof;

import dev.ssot.rules.codebase.ClassFact;
import dev.ssot.rules.model.ForbiddenPath.AccessException;
import dev.ssot.rules.model.PolicyLine;
import dev.ssot.rules.model.StoredFile;
import dev.ssot.rules.model.TextFile;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One instance of a finding, in files of its own.
 *
 * @param rules those that each have to find it
 * @param about what it is, a noun phrase
 * @param type qualified name of the planted type that is to be found; the empty string for none
 * @param files texts by path relative to the base of the scan; none where the policy is changed
 * @param why what is likely to be the matter where it is not caught
 * @param classes what class files of the files would show; none where sources show it
 */
public record Plant(
    List<String> rules,
    String about,
    String type,
    Map<String, String> files,
    String why,
    List<ClassFact> classes) {

  public Plant {
    rules = List.copyOf(rules);
    files = Map.copyOf(files);
    classes = List.copyOf(classes);
  }

  /** An instance that sources show. */
  Plant(List<String> rules, String about, String type, Map<String, String> files, String why) {
    this(rules, about, type, files, why, List.of());
  }

  /** The reason to give where nothing in the policy can be the matter. */
  static String pageOf(String rule) {
    return "`ssot explain %s` tells what the rule looks for".formatted(rule);
  }

  /** The exceptions of a policy line, in words. */
  static String exemptions(List<AccessException> except) {
    return "its exceptions are "
        + String.join(
            ", ",
            except.stream()
                .map(one -> "`%s` (%s)".formatted(one.from().text(), place(one.line())))
                .toList());
  }

  /** Where a line of a policy stands. */
  static String place(PolicyLine line) {
    return line.file() + ":" + line.line();
  }

  /** The files as a scan reads them. */
  public Map<String, StoredFile> stored() {
    Map<String, StoredFile> stored = new TreeMap<>();
    files.forEach((path, text) -> stored.put(path, new TextFile(text)));
    return stored;
  }
}
