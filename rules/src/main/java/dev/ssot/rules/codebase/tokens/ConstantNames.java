package dev.ssot.rules.codebase.tokens;

import java.util.regex.Pattern;

/** Simple names that are those of constants by convention. */
public final class ConstantNames {

  private static final Pattern CONSTANT = Pattern.compile("[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*");

  private ConstantNames() {}

  /** Whether a name is one. */
  public static boolean isOne(String name) {
    return CONSTANT.matcher(name).matches();
  }
}
