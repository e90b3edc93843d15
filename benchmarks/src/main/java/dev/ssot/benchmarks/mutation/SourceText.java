package dev.ssot.benchmarks.mutation;

/** The text of a file with one top-level type. */
public record SourceText(String packageName, String simpleName, String text) {

  /** Package and simple name. */
  public String qualifiedName() {
    return packageName + "." + simpleName;
  }
}
