package dev.ssot.cli;

import dev.ssot.cli.message.Rejection;
import dev.ssot.rules.model.Look;
import dev.ssot.rules.model.ScanResult;
import dev.ssot.rules.scan.Looks;
import dev.ssot.rules.scan.ScanRefusal;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Looks at code again and again, and shows what has changed. */
final class Watch {

  /** Scans the code. */
  interface Scanner {

    /**
     * Scans the code as it is now.
     *
     * @param changed the folders in which something has changed since the last scan, if that is
     *     known
     * @throws Rejection or {@link ScanRefusal} if it cannot be judged
     */
    ScanResult scan(Optional<Set<Path>> changed);

    /** The folders in which a change can change the result. */
    Set<Path> folders();
  }

  /** Shows looks. */
  interface Display {

    /** Shows the first look. */
    void first(ScanResult result, Look look);

    /** Shows what has changed. */
    void next(Look look);

    /** Shows why the code cannot be judged at the moment. */
    void trouble(RuntimeException why);

    /** Whether nobody looks any more. */
    boolean isUnseen();
  }

  private final Scanner scanner;
  private final Display display;
  private final Looks looks = new Looks();
  private @Nullable ScanResult seen;
  private @Nullable Look last;
  private String trouble = "";

  Watch(Scanner scanner, Display display) {
    this.scanner = scanner;
    this.display = display;
  }

  /**
   * Looks once, and again after each change until there is none to come.
   *
   * @throws Rejection or {@link ScanRefusal} if the first look cannot be had
   */
  void run(ChangeSource changes) throws InterruptedException {
    look(Optional.empty());
    while (!display.isUnseen() && changes.await(scanner.folders(), !trouble.isEmpty())) {
      try {
        look(changes.changed());
        trouble = "";
      } catch (Rejection | ScanRefusal e) {
        String why = String.valueOf(e.getMessage());
        if (!why.equals(trouble)) {
          display.trouble(e);
        }
        trouble = why;
      }
    }
  }

  private void look(Optional<Set<Path>> changed) {
    ScanResult result = scanner.scan(changed);
    if (trouble.isEmpty() && seen != null && result.equals(seen)) {
      return;
    }
    seen = result;
    Look look = looks.next(result);
    Look before = last;
    last = look;
    if (before == null) {
      display.first(result, look);
    } else if (!trouble.isEmpty() || look.isNews(before)) {
      display.next(look);
    }
  }
}
