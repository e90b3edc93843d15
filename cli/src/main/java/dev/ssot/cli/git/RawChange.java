package dev.ssot.cli.git;

/**
 * The side before of a line {@code :<mode> <mode> <id> <id> <status>} of {@code git diff --raw}.
 *
 * @param mode kind and permissions of the file, or zeros where there is none
 * @param id of its content
 * @param status the letter of the change
 */
record RawChange(String mode, String id, String status) {

  static final String SUBMODULE = "160000";
  static final String LINK = "120000";
  static final String NOTHING = "000000";

  static RawChange parse(String line) {
    String[] words = line.substring(1).split(" ", -1);
    return new RawChange(words[0], words[2], words[4]);
  }

  /** A path in conflict is listed again with what the tree holds. */
  boolean isUnmerged() {
    return status.startsWith("U");
  }

  /** Whether it is a file whose content git has, and neither a link nor a repository. */
  boolean isFile() {
    return !mode.equals(NOTHING) && !mode.equals(LINK) && !mode.equals(SUBMODULE);
  }
}
