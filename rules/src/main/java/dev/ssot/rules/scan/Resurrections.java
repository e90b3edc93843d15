package dev.ssot.rules.scan;

import dev.ssot.rules.codebase.Codebase;
import dev.ssot.rules.codebase.Codebase.TypeEntry;
import dev.ssot.rules.model.Deletions;
import dev.ssot.rules.model.Deletions.DeletedFile;
import dev.ssot.rules.model.Finding;
import dev.ssot.rules.model.Novelty;
import dev.ssot.rules.model.Resurrection;
import dev.ssot.rules.model.Resurrection.Sign;
import dev.ssot.rules.model.SlashedPaths;
import dev.ssot.rules.rivals.Bodies;
import dev.ssot.rules.rivals.RoleCast;
import java.util.ArrayList;
import java.util.List;

/**
 * Tells of the rivals that a change has introduced which had been deleted before.
 *
 * <p>A rival is one that came back if its type is not there before the change, neither under its
 * name nor, gone since, with its bodies under another, and a file of the same file name that was
 * deleted earlier declares a type of the same qualified name, or of the same simple name with the
 * same bodies. History is asked for such rivals alone, so that a comparison that introduces none
 * takes no longer.
 */
final class Resurrections {

  private final Deletions deletions;
  private final Codebase before;
  private final Codebase now;

  Resurrections(Deletions deletions, Codebase before, Codebase now) {
    this.deletions = deletions;
    this.before = before;
    this.now = now;
  }

  List<Finding> mark(List<Finding> findings) {
    List<Finding> marked = new ArrayList<>();
    for (Finding finding : findings) {
      boolean asked =
          finding.rule().equals(RoleCast.Rival.RULE) && finding.novelty() == Novelty.INTRODUCED;
      marked.add(asked ? finding.with(resurrection(finding)) : finding);
    }
    return marked;
  }

  private Resurrection resurrection(Finding finding) {
    String path = finding.location().path();
    return now.declarations(finding.subject().type()).stream()
        .filter(entry -> entry.unit().path().equals(path))
        .filter(entry -> !before.hasType(entry.name()) && !isMoved(entry))
        .findFirst()
        .map(this::resurrection)
        .orElseGet(Resurrection::none);
  }

  /** Whether it was there under another name, under which it is gone now. */
  private boolean isMoved(TypeEntry entry) {
    Bodies bodies = Bodies.of(entry.type());
    return before.types().stream()
        .filter(other -> !now.hasType(other.name()))
        .anyMatch(other -> Bodies.of(other.type()).areThoseOf(bodies));
  }

  private Resurrection resurrection(TypeEntry entry) {
    for (DeletedFile file : deletions.of(SlashedPaths.name(entry.unit().path()))) {
      for (TypeEntry deleted : Reading.single(file.path(), file.content()).types()) {
        Sign sign = sign(entry, deleted);
        if (sign != Sign.NONE) {
          return new Resurrection(file.commit(), file.path(), sign);
        }
      }
    }
    return Resurrection.none();
  }

  private static Sign sign(TypeEntry entry, TypeEntry deleted) {
    if (entry.name().equals(deleted.name())) {
      return Sign.NAME;
    }
    boolean same =
        entry.isNamesakeOf(deleted)
            && Bodies.of(entry.type()).areThoseOf(Bodies.of(deleted.type()));
    return same ? Sign.BODIES : Sign.NONE;
  }
}
