package dev.ssot.rules.scan;

import java.nio.file.Path;
import java.util.List;

/**
 * Which class files a scan reads, and which ArchUnit rules of the user it evaluates on them.
 *
 * @param roots absolute folders and archives that are read whether or not a rule needs them
 * @param compiled absolute folders into which a build compiles, read as far as a rule needs them;
 *     where there are neither roots nor these, those of Maven and Gradle beside the scanned sources
 *     stand for them
 * @param ruleClassPath absolute folders and archives that hold the rules and all that they need
 * @param ruleClasses qualified names of the classes that hold the rules
 */
public record ClassSelection(
    List<Path> roots, List<Path> compiled, List<Path> ruleClassPath, List<String> ruleClasses) {

  public ClassSelection {
    roots = List.copyOf(roots);
    compiled = List.copyOf(compiled);
    ruleClassPath = List.copyOf(ruleClassPath);
    ruleClasses = List.copyOf(ruleClasses);
  }

  /** Class files that are read, and rules on them. */
  public ClassSelection(List<Path> roots, List<Path> ruleClassPath, List<String> ruleClasses) {
    this(roots, List.of(), ruleClassPath, ruleClasses);
  }

  /** What lies beside the sources, where a rule needs it. */
  public static ClassSelection besideSources() {
    return new ClassSelection(List.of(), List.of(), List.of());
  }

  /** The folders and archives that somebody has named; none if they are to be looked for. */
  List<Path> named() {
    return isGiven() ? roots : compiled;
  }

  /** Whether somebody has asked for class files, so that doubts about them may fail the scan. */
  boolean isGiven() {
    return !roots.isEmpty();
  }
}
