package dev.ssot.rules.model;

import java.util.List;

/** What was deleted before a change. */
@FunctionalInterface
public interface Deletions {

  /** Nothing that anybody knows of. */
  static Deletions unknown() {
    return name -> List.of();
  }

  /**
   * A file that a commit deleted.
   *
   * @param path relative to the base of the scan
   * @param content as it was before
   */
  record DeletedFile(CommitRef commit, String path, StoredFile content) {}

  /**
   * The files of a name that were deleted, the latest first.
   *
   * @param name without the folder
   */
  List<DeletedFile> of(String name);
}
