package dev.ssot.rules.codebase;

import dev.ssot.rules.model.SlashedPaths;
import java.util.ArrayList;
import java.util.List;

/**
 * The facts of one Java file.
 *
 * @param path relative to the base of the scan, with {@code /}
 * @param packageName the empty string for the unnamed package
 * @param types in the order of declaration, an enclosing type before its nested ones
 * @param used what it uses
 * @param modules the module declaration of the file, at most one
 * @param suppressions in the order of their regions
 * @param lines number of lines
 */
public record SourceUnit(
    String path,
    SourceKind kind,
    String packageName,
    List<ImportFact> imports,
    List<TypeFact> types,
    Later<Uses> used,
    List<ModuleFact> modules,
    List<SuppressionFact> suppressions,
    int lines) {

  /**
   * The uses of names and watched members in a file, in the order of their regions, and its values.
   */
  public record Uses(List<NameUse> names, List<MemberUse> members, ValueFacts values) {

    public Uses {
      names = List.copyOf(names);
      members = List.copyOf(members);
    }
  }

  public SourceUnit {
    imports = List.copyOf(imports);
    types = List.copyOf(types);
    modules = List.copyOf(modules);
    suppressions = List.copyOf(suppressions);
  }

  /** A file of which everything is at hand. */
  public SourceUnit(
      String path,
      SourceKind kind,
      String packageName,
      List<ImportFact> imports,
      List<TypeFact> types,
      Uses uses,
      List<ModuleFact> modules,
      List<SuppressionFact> suppressions,
      int lines) {
    this(path, kind, packageName, imports, types, Later.of(uses), modules, suppressions, lines);
  }

  /** That of the path alone: the rest is much, and what the file uses may not be at hand yet. */
  @Override
  public int hashCode() {
    return path.hashCode();
  }

  /** What it uses. */
  public Uses uses() {
    return used.get();
  }

  /** The qualified name of the first type, which stands for the file; its package without types. */
  public String firstType() {
    return types.isEmpty() ? packageName : types.get(0).qualifiedName();
  }

  /** The same file with one more import. */
  public SourceUnit with(ImportFact more) {
    List<ImportFact> all = new ArrayList<>(imports);
    all.add(more);
    return new SourceUnit(path, kind, packageName, all, types, used, modules, suppressions, lines);
  }

  /**
   * Whether this is the very same reading of a file; what was read twice may be equal all the same.
   */
  @SuppressWarnings("ReferenceEquality") // To compare what was read costs more than it saves.
  public boolean isVery(SourceUnit other) {
    return this == other;
  }

  /** The source tree that holds the file: its path up to the folder of its package. */
  public String root() {
    return root(path, packageName);
  }

  /** The path of a file up to the folder of its package, as far as the two agree. */
  public static String root(String path, String packageName) {
    String folder = SlashedPaths.folder(path);
    String ending = packageName.replace('.', '/');
    if (!ending.isEmpty() && (folder.equals(ending) || folder.endsWith("/" + ending))) {
      return folder.substring(0, Math.max(0, folder.length() - ending.length() - 1));
    }
    return folder;
  }
}
