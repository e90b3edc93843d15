package dev.ssot.rules.codebase;

import dev.ssot.rules.model.Region;
import java.util.function.UnaryOperator;

/**
 * A string or number that is written out and that says by itself what it stands for.
 *
 * @param value as evaluated
 * @param declares the constant whose declaration it is a part of, or the empty string
 * @param annotation simple name of the annotation that it stands in, or the empty string
 * @param inType qualified name of the innermost named type
 */
public record LiteralFact(
    Value value, String declares, String annotation, Region region, String inType) {

  LiteralFact at(UnaryOperator<Region> place) {
    return new LiteralFact(value, declares, annotation, place.apply(region), inType);
  }
}
