package dev.ssot.rules.codebase;

import dev.ssot.rules.model.FileChange;
import dev.ssot.rules.model.Region;
import java.util.List;
import java.util.Optional;

/**
 * What comes of an order to change a file.
 *
 * @param change nothing if the file stays as it is
 * @param hindrances what of the order cannot be carried out; the change must not be made while
 *     there is any
 */
public record FileRewriting(Optional<FileChange> change, List<Hindrance> hindrances) {

  /**
   * Something that makes a change unsafe.
   *
   * @param subject the type that was to be replaced or removed, the package of a wildcard import,
   *     or the type of a constant
   */
  public record Hindrance(String subject, Region region, String reason) {}

  public FileRewriting {
    hindrances = List.copyOf(hindrances);
  }
}
