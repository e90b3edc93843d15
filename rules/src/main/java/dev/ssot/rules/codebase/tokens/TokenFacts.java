package dev.ssot.rules.codebase.tokens;

import dev.ssot.rules.codebase.ImportFact;
import dev.ssot.rules.codebase.LiteralFact;
import dev.ssot.rules.codebase.NameUse;
import dev.ssot.rules.codebase.TypeFact;
import java.util.List;
import java.util.Optional;

/**
 * What the tokens of a file tell.
 *
 * @param packageName the empty string for the unnamed package
 * @param types in the order of declaration, an enclosing type before its nested ones
 * @param module what the file declares in place of types
 * @param uses in the order of their regions
 * @param generated whether a top-level type is marked as generated
 * @param header the comments that stand above all code and may say that the file is generated
 * @param preface those above the first type that may say so
 * @param valued the text without comments, imports and members that hold no values but literals;
 *     nothing if no values are in it, or none were wanted
 * @param literals the telling literals of these members
 * @param lines number of lines; the last one may lack its end
 */
public record TokenFacts(
    String packageName,
    List<ImportFact> imports,
    List<TypeFact> types,
    Optional<Module> module,
    List<NameUse> uses,
    boolean generated,
    List<String> header,
    List<String> preface,
    Optional<Excerpt> valued,
    List<LiteralFact> literals,
    int lines) {

  /**
   * A module.
   *
   * @param exports the packages that it exports to everybody, in their order
   */
  public record Module(String name, List<String> exports) {

    public Module {
      exports = List.copyOf(exports);
    }
  }

  public TokenFacts {
    imports = List.copyOf(imports);
    types = List.copyOf(types);
    uses = List.copyOf(uses);
    header = List.copyOf(header);
    preface = List.copyOf(preface);
    literals = List.copyOf(literals);
  }
}
