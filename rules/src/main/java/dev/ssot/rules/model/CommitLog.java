package dev.ssot.rules.model;

/** What a repository tells of the changes of single files. */
public interface CommitLog {

  /**
   * The last commit up to one that changed a file.
   *
   * @param path relative to the base of the scan
   */
  LastChange lastChange(String commit, String path);

  /** The last commit after one and up to another that changed a file, or deleted it. */
  LastChange lastChange(String after, String commit, String path);
}
