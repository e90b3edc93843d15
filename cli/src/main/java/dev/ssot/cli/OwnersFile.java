package dev.ssot.cli;

import dev.ssot.cli.owners.CodeOwners;
import dev.ssot.rules.model.Finding;
import dev.ssot.rules.model.Overlay;
import dev.ssot.rules.model.Ownership;
import dev.ssot.rules.model.ScanResult;
import dev.ssot.rules.model.SlashedPaths;
import dev.ssot.rules.model.StoredFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** The {@code CODEOWNERS} of the repository that a scan takes place in. */
final class OwnersFile {

  private static final String OF_GITHUB = ".github/CODEOWNERS";
  private static final String OF_GITLAB = ".gitlab/CODEOWNERS";

  /** Where GitHub and GitLab look for it. */
  private static final List<String> PLACES =
      List.of(OF_GITHUB, "CODEOWNERS", "docs/CODEOWNERS", OF_GITLAB);

  private final Path base;
  private final Overlay files;
  private final Path root;

  /**
   * That of a scan.
   *
   * @param base of the scan
   * @param files what differs from the disk in the state that is scanned
   */
  OwnersFile(Path base, Overlay files) {
    this.base = base;
    this.files = files;
    this.root = root(base);
  }

  /** The owners of all files that findings point at; files that nobody owns are left out. */
  List<Ownership> of(ScanResult result, Streams streams) {
    CodeOwners owners = read(streams);
    String below = SlashedPaths.of(root.relativize(base));
    TreeSet<String> paths = new TreeSet<>();
    result.findings().stream().map(Finding::location).forEach(place -> paths.add(place.path()));
    List<Ownership> known = new ArrayList<>();
    for (String path : paths) {
      List<String> owning = owners.of(below.isEmpty() ? path : below + "/" + path);
      if (!owning.isEmpty()) {
        known.add(new Ownership(path, owning));
      }
    }
    return known;
  }

  private CodeOwners read(Streams streams) {
    for (String place : PLACES) {
      String name = SlashedPaths.of(base.relativize(root.resolve(place)));
      try {
        Optional<byte[]> bytes = bytes(name);
        if (bytes.isPresent()) {
          return parsed(place, new String(bytes.get(), StandardCharsets.UTF_8));
        }
      } catch (IOException e) {
        streams.remark("`%s` cannot be read, so that no owner is known: %s".formatted(name, e));
        return CodeOwners.none();
      }
    }
    return CodeOwners.none();
  }

  private Optional<byte[]> bytes(String name) throws IOException {
    Optional<StoredFile> stored = files.stored(name);
    if (stored.isPresent()) {
      return Optional.of(stored.get().read());
    }
    Path file = base.resolve(name);
    return !files.hides(name) && Files.isRegularFile(file)
        ? Optional.of(Files.readAllBytes(file))
        : Optional.empty();
  }

  private CodeOwners parsed(String place, String text) {
    boolean gitLab =
        place.equals(OF_GITLAB)
            || (!place.equals(OF_GITHUB)
                && (CodeOwners.hasSections(text) || Files.exists(root.resolve(".gitlab-ci.yml"))));
    return gitLab ? CodeOwners.ofGitLab(text) : CodeOwners.ofGitHub(text);
  }

  /** The root of the repository, or the base where there is none. */
  private static Path root(Path base) {
    for (Path folder = base; folder != null; folder = folder.getParent()) {
      if (Files.exists(folder.resolve(".git"))) {
        return folder;
      }
    }
    return base;
  }
}
