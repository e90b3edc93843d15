package dev.ssot.rules.codebase.source;

import dev.ssot.rules.model.Problem;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;

/** The problems of reading files, in words. */
final class ReadProblems {

  private ReadProblems() {}

  static Problem unreadable(String path, Exception cause) {
    return new Problem(Problem.Kind.UNREADABLE, path, 0, words(cause), remedy(cause));
  }

  static Problem unreadable(String path, String cause, String remedy) {
    return new Problem(Problem.Kind.UNREADABLE, path, 0, cause, remedy);
  }

  static Problem notUnderstood(String path, int line, String cause, String remedy) {
    return new Problem(Problem.Kind.NOT_UNDERSTOOD, path, line, cause, remedy);
  }

  private static String words(Exception cause) {
    if (cause instanceof AccessDeniedException) {
      return "no permission to read it";
    }
    if (cause instanceof NoSuchFileException) {
      return "a link to something that does not exist, or it vanished during the scan";
    }
    if (cause instanceof FileSystemLoopException
        || String.valueOf(cause.getMessage()).contains("Too many levels of symbolic links")) {
      return "a link that leads back to itself";
    }
    return cause instanceof IOException
        ? "cannot be read: " + reason(cause)
        : "may not be read: " + reason(cause);
  }

  private static String reason(Exception cause) {
    return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
  }

  private static String remedy(Exception cause) {
    return cause instanceof AccessDeniedException
        ? "grant read permission, or exclude the path in `sources.exclude`"
        : "mend the file or the link, or exclude the path in `sources.exclude`";
  }
}
