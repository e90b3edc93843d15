package dev.ssot.benchmarks.data;

/**
 * A type of a library.
 *
 * @param artifact the library without group and version
 * @param qualifiedName nested types separated by {@code .}
 */
public record TypeName(String artifact, String qualifiedName) implements Comparable<TypeName> {

  static TypeName parse(Row row, int index) {
    String text = row.cell(index);
    int colon = text.indexOf(':');
    if (colon < 1
        || !text.substring(colon + 1).matches("[\\p{L}\\p{N}_$]+(\\.[\\p{L}\\p{N}_$]+)*")) {
      throw row.wrong("`%s` is not <artifact>:<qualified name>".formatted(text));
    }
    return new TypeName(text.substring(0, colon), text.substring(colon + 1));
  }

  @Override
  public String toString() {
    return artifact + ":" + qualifiedName;
  }

  @Override
  public int compareTo(TypeName other) {
    return toString().compareTo(other.toString());
  }
}
