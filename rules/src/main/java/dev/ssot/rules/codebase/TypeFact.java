package dev.ssot.rules.codebase;

import dev.ssot.rules.model.DottedNames;
import dev.ssot.rules.model.Region;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One type declaration; nested types are facts of their own, local and anonymous ones belong to the
 * member that contains them.
 *
 * @param qualifiedName package, enclosing types and simple name, separated by {@code .}
 * @param enclosing qualified name of the enclosing type, or the empty string
 * @param tokens number of tokens in its members, nested types not among them
 * @param contents what is inside of the declaration
 */
public record TypeFact(
    String qualifiedName,
    String enclosing,
    Declaration declaration,
    int tokens,
    Later<Contents> contents) {

  /** The simple name of the annotation of what is to be used no more. */
  public static final String DEPRECATED = "Deprecated";

  private static final Pattern DEPRECATED_TAG =
      Pattern.compile("^[/*\\s]*@deprecated\\b", Pattern.MULTILINE);

  /** Annotations by which a compiler plug-in makes members. */
  private static final Set<String> MAKING_MEMBERS =
      Set.of(
          "Data",
          "Getter",
          "Setter",
          "Value",
          "Builder",
          "SuperBuilder",
          "UtilityClass",
          "AllArgsConstructor",
          "RequiredArgsConstructor",
          "NoArgsConstructor");

  /**
   * The head of the declaration.
   *
   * @param name the region of the simple name
   * @param whole the region of the whole declaration
   * @param annotations simple names of its annotations; a {@code @deprecated} in its Javadoc counts
   *     as one
   * @param supertypes names of super-types as written, without type arguments
   */
  public record Declaration(
      TypeKind kind,
      Set<Modifier> modifiers,
      Region name,
      Region whole,
      List<String> annotations,
      List<String> supertypes) {

    public Declaration {
      modifiers = Set.copyOf(modifiers);
      annotations = List.copyOf(annotations);
      supertypes = List.copyOf(supertypes);
    }
  }

  /**
   * The words of a type; each list is sorted. Words, comments and calls repeat an entry whenever
   * the number of its uses doubles: once for one use, twice for two, three times for four.
   *
   * @param words stems of the words of its identifiers
   * @param readComments stems of the words of its comments, its documentation included, if they
   *     were wanted
   * @param calls names of the methods and constructors that its members call
   * @param literals string literals of four characters or more, without duplicates
   */
  public record Vocabulary(
      List<String> words,
      Optional<List<String>> readComments,
      List<String> calls,
      List<String> literals) {

    public Vocabulary {
      words = List.copyOf(words);
      readComments = readComments.map(List::copyOf);
      calls = List.copyOf(calls);
      literals = List.copyOf(literals);
    }

    /**
     * Stems of the words of its comments.
     *
     * @throws IllegalStateException if they were not wanted when it was read
     */
    public List<String> comments() {
      return readComments.orElseThrow(
          () -> new IllegalStateException("The words of comments were not read"));
    }
  }

  /** What is inside of the declaration. */
  public record Contents(List<MethodFact> methods, List<FieldFact> fields, Vocabulary vocabulary) {

    public Contents {
      methods = List.copyOf(methods);
      fields = List.copyOf(fields);
    }
  }

  /** A type of which everything is at hand. */
  public TypeFact(
      String qualifiedName,
      String enclosing,
      Declaration declaration,
      int tokens,
      Contents contents) {
    this(qualifiedName, enclosing, declaration, tokens, Later.of(contents));
  }

  /** Its methods and constructors. */
  public List<MethodFact> methods() {
    return contents.get().methods();
  }

  /** Its fields. */
  public List<FieldFact> fields() {
    return contents.get().fields();
  }

  /** Its words. */
  public Vocabulary vocabulary() {
    return contents.get().vocabulary();
  }

  /**
   * By what a type is found.
   *
   * @param qualified the qualified name
   * @param enclosing that of the enclosing type, or the empty string
   */
  public record Name(String qualified, String enclosing) {

    // Written out, as it is asked once or twice in most runs, and would take longer to set up.
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Name that
          && qualified.equals(that.qualified)
          && enclosing.equals(that.enclosing);
    }

    @Override
    public int hashCode() {
      return qualified.hashCode() + 31 * enclosing.hashCode();
    }
  }

  /** By what it is found. */
  public Name name() {
    return new Name(qualifiedName, enclosing);
  }

  /** The name without package and enclosing types. */
  public String simpleName() {
    return DottedNames.last(qualifiedName);
  }

  public TypeKind kind() {
    return declaration.kind();
  }

  public boolean isTopLevel() {
    return enclosing.isEmpty();
  }

  /**
   * Whether a comment is one of documentation that deprecates what it stands before, as the
   * annotation does, which it is older than.
   *
   * @param comment with its delimiters
   */
  public static boolean deprecates(String comment) {
    return comment.startsWith("/**")
        && comment.contains("@deprecated")
        && DEPRECATED_TAG.matcher(comment).find();
  }

  /** Whether its authors want it to be used no more. */
  public boolean isDeprecated() {
    return declaration.annotations().contains(DEPRECATED);
  }

  /** Whether a compiler plug-in makes members of it that its source does not show. */
  public boolean hasMadeMembers() {
    return declaration.annotations().stream().anyMatch(MAKING_MEMBERS::contains);
  }

  public boolean has(Modifier modifier) {
    return declaration.modifiers().contains(modifier);
  }
}
