package dev.ssot.cli;

import dev.ssot.cli.message.Diagnostic;
import dev.ssot.cli.message.Rejection;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Finds the policy of some paths: {@code ssot.yaml} in the folder of a path or the nearest above
 * it, up to the root of the repository (the folder with {@code .git}).
 */
final class PolicyLocation {

  /** What the file is called. */
  static final String NAME = "ssot.yaml";

  private static final List<String> MISTAKEN = List.of("ssot.yml", ".ssot.yaml", ".ssot.yml");

  private PolicyLocation() {}

  /**
   * The one policy above all of the paths.
   *
   * @throws Rejection if they have different ones
   */
  static Optional<Path> above(List<Path> paths) {
    Path first = paths.get(0);
    Optional<Path> policy = above(first);
    for (Path path : paths) {
      Optional<Path> other = above(path);
      if (!other.equals(policy)) {
        throw new Rejection(
            Diagnostic.of(
                "`%s` is under %s, `%s` under %s"
                    .formatted(first, words(policy), path, words(other)),
                "check them one after the other, or name one policy with --policy"));
      }
    }
    return policy;
  }

  private static String words(Optional<Path> policy) {
    return policy.map("the policy `%s`"::formatted).orElse("no policy");
  }

  private static Optional<Path> above(Path path) {
    Path start = Files.isDirectory(path) ? path : path.getParent();
    for (Path folder = start; folder != null; folder = folder.getParent()) {
      if (Files.exists(folder.resolve(NAME), LinkOption.NOFOLLOW_LINKS)) {
        return Optional.of(folder.resolve(NAME));
      }
      refuseMistaken(folder);
      if (Files.exists(folder.resolve(".git"))) {
        break;
      }
    }
    return Optional.empty();
  }

  private static void refuseMistaken(Path folder) {
    for (String name : MISTAKEN) {
      if (Files.exists(folder.resolve(name), LinkOption.NOFOLLOW_LINKS)) {
        throw new Rejection(
            Diagnostic.inFile(
                folder.resolve(name).toString(),
                "a policy of this name is not read",
                "rename it to `%s`, or name it with --policy".formatted(NAME)));
      }
    }
  }
}
