package dev.ssot.rules.catalog;

import dev.ssot.rules.codebase.ClassFiles;
import dev.ssot.rules.codebase.ClassLook;
import dev.ssot.rules.codebase.UserRules;
import java.util.List;

/**
 * What class files show of a codebase.
 *
 * @param look reads single class files again
 * @param uncompiled number of outermost types of the sources that no class file holds
 * @param userRules what came of the ArchUnit rules of the user
 */
public record Bytecode(ClassFiles files, ClassLook look, int uncompiled, UserRules userRules) {

  private static final String ABSENT =
      "it needs class files, and there are none beside the sources: compile them, or name folders"
          + " and archives with --classes";

  /** No class file was read. */
  public static Bytecode none() {
    return new Bytecode(ClassFiles.none(), (classes, named) -> List.of(), 0, UserRules.none());
  }

  /** What a rule says that has no class file to look at. */
  static Judgement absent(String unit) {
    return Judgement.notRun(unit, ABSENT);
  }

  /** The unit of a rule with what it could not see. */
  String unit(String unit) {
    int unread = files.counts().notUnderstood();
    int outdated = files.counts().outdated();
    String blind =
        (unread == 0 ? "" : ", %s class files not understood".formatted(unread))
            + (outdated == 0 ? "" : ", %s outdated".formatted(outdated))
            + (uncompiled == 0
                ? ""
                : ", %s types of the sources not compiled".formatted(uncompiled));
    int seen = files.classes().size();
    return "%s in %s%s".formatted(unit, seen == 1 ? "1 class file" : seen + " class files", blind);
  }
}
