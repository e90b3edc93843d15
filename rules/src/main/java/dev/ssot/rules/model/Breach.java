package dev.ssot.rules.model;

import java.util.Locale;

/** Why a call site does not bind to a type. */
public enum Breach {
  /** There is no member of that name. */
  MISSING_MEMBER,
  /** No member of that name takes so many arguments. */
  ARITY,
  /** The same parameters stand in another order. */
  PARAMETER_ORDER,
  /** An argument is of another type than the parameter. */
  PARAMETER_TYPE,
  /** The result is used, and is of another type. */
  RETURN_TYPE,
  /** It is called on a type and belongs to an instance. */
  INSTANCE_MEMBER,
  /** It cannot be seen from there. */
  VISIBILITY;

  /** The name as it is written in machine-readable reports. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
