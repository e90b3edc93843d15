package dev.ssot.rules.codebase;

import dev.ssot.rules.model.Region;
import java.util.List;
import java.util.Set;

/**
 * How the code of one file uses one type.
 *
 * @param places where it names the type, imports and documentation aside, in the order of the text
 * @param exposures simple names of the members that hand values of the type to other files or take
 *     them, and of the types that inherit from it
 * @param extended whether the file declares a type that inherits from it, an anonymous one included
 * @param nested simple names of those member types that the file reaches through it
 */
public record TypeTrace(
    SourceUnit unit,
    String type,
    List<Region> places,
    Set<String> exposures,
    boolean extended,
    Set<String> nested) {

  public TypeTrace {
    places = List.copyOf(places);
    exposures = Set.copyOf(exposures);
    nested = Set.copyOf(nested);
  }
}
