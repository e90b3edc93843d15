package dev.ssot.rules.model;

import java.util.Optional;

/**
 * Packages that may not depend on each other in circles.
 *
 * <p>Two forms: {@code a.b.(*)} makes one slice of each package right below {@code a.b} with all
 * below it, {@code a.b.(**)} one of every package from {@code a.b} on.
 *
 * @param pattern one of the two forms
 * @param reason why, shown with every finding; never blank
 */
public record Slices(PolicyText pattern, String reason) {

  private static final String CHILDREN = ".(*)";
  private static final String ALL = ".(**)";

  public Slices {
    if (reason.isBlank()) {
      throw new IllegalArgumentException("Slices need a reason");
    }
    if (!pattern.value().endsWith(CHILDREN) && !pattern.value().endsWith(ALL)) {
      throw new IllegalArgumentException(
          "`%s` is neither `package.(*)` nor `package.(**)`".formatted(pattern.value()));
    }
  }

  /** The package that holds the slices. */
  public String root() {
    return pattern.value().substring(0, pattern.value().lastIndexOf(".("));
  }

  /** The slice that a package belongs to, if it is one of these. */
  public Optional<String> sliceOf(String packageName) {
    String root = root();
    if (pattern.value().endsWith(ALL)) {
      return DottedNames.isIn(packageName, root) ? Optional.of(packageName) : Optional.empty();
    }
    if (!packageName.startsWith(root + ".")) {
      return Optional.empty();
    }
    int end = packageName.indexOf('.', root.length() + 1);
    return Optional.of(end < 0 ? packageName : packageName.substring(0, end));
  }
}
