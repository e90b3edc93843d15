package dev.ssot.rules.codebase;

import dev.ssot.rules.model.Location;
import java.util.List;

/**
 * A call whose receiver is of a watched type, or may be.
 *
 * @param receiver qualified name of the watched type, or the empty string where the file does not
 *     show the type of the receiver
 * @param onType whether it is called on the type itself and not on an instance
 * @param member simple name; that of the type for the creation of an instance
 * @param arguments what the types of the arguments are, as {@link TypeNames} gives them, the empty
 *     string where the file does not show it
 * @param result what is done with the result
 * @param caller qualified name of the type that contains it
 */
public record CallFact(
    Kind kind,
    String receiver,
    boolean onType,
    String member,
    List<String> arguments,
    Result result,
    Location location,
    String caller) {

  public CallFact {
    arguments = List.copyOf(arguments);
  }

  /** What is called. */
  public enum Kind {
    METHOD,
    /** The creation of an instance. */
    CONSTRUCTOR,
    /** The reading of a constant or field. */
    FIELD
  }

  /**
   * What is done with the result.
   *
   * @param used whether anything is done with it
   * @param type the type that it is assigned to, or the empty string where the file does not show
   *     it
   */
  public record Result(boolean used, String type) {

    /** The result of a call that stands alone. */
    public static Result dropped() {
      return new Result(false, "");
    }

    /** A result of which something is done. */
    public static Result usedAs(String type) {
      return new Result(true, type);
    }
  }
}
