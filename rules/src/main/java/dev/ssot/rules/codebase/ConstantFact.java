package dev.ssot.rules.codebase;

import dev.ssot.rules.model.Region;
import java.util.function.UnaryOperator;

/**
 * A constant, or the default of a setting, whose value a reader of the file can tell.
 *
 * @param name of the field, or the key of the setting
 * @param written the expression as written
 * @param reach from where it can be used
 * @param inType qualified name of the innermost named type
 */
public record ConstantFact(
    String name, String written, Value value, Reach reach, Region region, String inType) {

  /** From where a constant can be used. */
  public enum Reach {
    EVERYWHERE,
    /** In its package and in sub-types. */
    PACKAGE,
    TYPE,
    /** It is no constant but the default of a setting, which everybody reads by its key. */
    SETTING
  }

  ConstantFact at(UnaryOperator<Region> place) {
    return new ConstantFact(name, written, value, reach, place.apply(region), inType);
  }

  /** Whether it is a setting that is read by a key. */
  public boolean isSetting() {
    return reach == Reach.SETTING;
  }
}
