package dev.ssot.router.protocol;

import org.jspecify.annotations.Nullable;

/**
 * Where in a JSON value something stands, put into words only when something is wrong there.
 *
 * @param step name of a field, or the index of an element
 */
record Place(@Nullable Place outer, Object step) {

  static Place root(String name) {
    return new Place(null, name);
  }

  Place at(Object next) {
    return new Place(this, next);
  }

  @Override
  public String toString() {
    if (outer == null) {
      return step.toString();
    }
    return step instanceof Integer ? outer + "[" + step + "]" : outer + "." + step;
  }
}
