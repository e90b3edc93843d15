package dev.ssot.benchmarks.measure;

import java.nio.file.Path;
import java.util.Set;

/**
 * How a run is to be made.
 *
 * @param scope the first word of all keys of figures: a part, or {@code sample}
 * @param sources folder with a folder for every codebase
 * @param work folder for what is made on the way
 * @param pmd folder with the jars of PMD
 * @param cpdProgram source of the program that runs CPD on groups of files
 * @param measures what to measure
 * @param injectedLibraries of how many libraries mutants are made
 * @param injectedEach of how many classes of each
 */
public record Setting(
    String scope,
    Path sources,
    Path work,
    Path pmd,
    Path cpdProgram,
    Set<Measure> measures,
    int threads,
    int injectedLibraries,
    int injectedEach) {

  public Setting {
    measures = Set.copyOf(measures);
  }

  boolean wants(Measure measure) {
    return measures.contains(measure);
  }
}
