package dev.ssot.cli.git;

import dev.ssot.cli.git.GitProgram.Answer;
import dev.ssot.cli.message.Diagnostic;
import dev.ssot.cli.message.NearestName;
import dev.ssot.cli.message.Rejection;
import dev.ssot.rules.model.Overlay;
import dev.ssot.rules.model.StoredFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A git repository with a working tree.
 *
 * <p>Nothing is checked out and nothing written; as git refreshes the index when it looks for
 * differences, it is given a copy. A commit or the index is the working tree, except for the paths
 * at which git says that they differ. So whatever git takes for the same (line ends, filters, large
 * files elsewhere) is the same here, and what git does not look at (ignored files, the inside of
 * submodules) is on both sides what it is on disk. Tracked files of which git leaves the disk alone
 * (outside of a sparse checkout, assumed unchanged) are what the index holds.
 */
public final class Repository implements AutoCloseable {

  private static final String FILE = "100";

  private final Path root;
  private final RepositoryPaths paths;
  private final GitProgram git;
  private final Path index;
  private final Blobs blobs;

  private Repository(Path root, Path base, GitProgram git, Path index) {
    this.root = root;
    this.paths = new RepositoryPaths(root, base);
    this.git = git.withIndex(index);
    this.index = index;
    this.blobs = new Blobs(git);
  }

  /**
   * Opens the repository of a folder.
   *
   * @param base real folder that the paths of overlays are relative to
   * @param paths real files and folders that must lie in it, at least one
   * @param caller the working directory, absolute
   * @param environment the variables of the caller
   * @throws Rejection if there is no such repository, or no git
   */
  public static Repository of(
      Path base, List<Path> paths, Path caller, Map<String, String> environment) {
    Path first = paths.get(0);
    Path folder = Files.isDirectory(first) ? first : base;
    GitProgram git = GitProgram.in(folder, caller, environment);
    Answer top = git.run("rev-parse", "--show-toplevel");
    if (!top.good()) {
      throw new Rejection(
          Diagnostic.of(
              "`%s` is in no git repository with a working tree: %s".formatted(folder, top.err()),
              "run it in a checkout; `ssot check` without --since and --staged needs none"));
    }
    Path root = Path.of(top.line());
    for (Path path : paths) {
      if (!path.startsWith(root)) {
        throw new Rejection(
            Diagnostic.of(
                "`%s` lies outside of the git repository `%s`".formatted(path, root),
                "check the repositories one after the other"));
      }
    }
    GitProgram here = git.in(root);
    return new Repository(root, base, here, copyOfIndex(root, here));
  }

  /**
   * Opens a repository without a working tree.
   *
   * @param folder its own, as {@link #bare} gives it; the paths of commits are relative to it
   */
  public static Repository ofObjects(Path folder, Path caller, Map<String, String> environment) {
    GitProgram git = GitProgram.in(folder, caller, environment);
    return new Repository(folder, folder, git, copyOfIndex(folder, git));
  }

  /** The folder of a repository without a working tree, if the folder is in one. */
  public static Optional<Path> bare(Path folder, Path caller, Map<String, String> environment) {
    GitProgram git = GitProgram.in(folder, caller, environment);
    Answer bare = git.run("rev-parse", "--is-bare-repository");
    return bare.good() && bare.line().equals("true")
        ? Optional.of(Path.of(git.need("rev-parse", "--absolute-git-dir").line()))
        : Optional.empty();
  }

  /** Its commits. */
  public Commits commits() {
    return new Commits(git, blobs, paths);
  }

  /** The index as it is, with its time, by which git knows what may have changed since. */
  private static Path copyOfIndex(Path root, GitProgram git) {
    Path index = root.resolve(git.need("rev-parse", "--git-path", "index").line());
    try {
      Path copy = Files.createTempDirectory("ssot-git").resolve("index");
      if (Files.exists(index)) {
        Files.copy(index, copy, StandardCopyOption.COPY_ATTRIBUTES);
      }
      return copy;
    } catch (IOException e) {
      throw new Rejection(
          Diagnostic.of(
              "the index of git cannot be copied: " + e,
              "make `%s` readable and the folder for temporary files writable".formatted(index)));
    }
  }

  /** The folder of the working tree. */
  public Path root() {
    return root;
  }

  /** The commit that is checked out; none in a repository without a commit. */
  public Optional<String> head() {
    Answer head = git.run("rev-parse", "--verify", "--quiet", "HEAD^{commit}");
    return head.good() ? Optional.of(head.line()) : Optional.empty();
  }

  /**
   * The last commit that a revision shares with the history here.
   *
   * @throws Rejection if there is no such revision, or none that it shares
   */
  public String mergeBase(String revision) {
    String commit = commit(revision);
    Answer shared = git.run("merge-base", commit, "HEAD");
    if (shared.good()) {
      return shared.line();
    }
    throw new Rejection(
        Diagnostic.of(
            "`%s` and `HEAD` share no commit%s".formatted(revision, shallowWords()),
            isShallow()
                ? deepen()
                : "name a branch or commit that the history here has grown from"));
  }

  /**
   * The full id of a commit.
   *
   * @throws Rejection if there is no such revision
   */
  public String commit(String revision) {
    boolean askable = !revision.isBlank() && !revision.startsWith("-") && !revision.contains("..");
    Answer found =
        askable
            ? git.run("rev-parse", "--verify", "--quiet", revision + "^{commit}")
            : new Answer(1, "", "");
    if (found.good()) {
      return found.line();
    }
    throw new Rejection(
        Diagnostic.of(
            "git knows no commit `%s`%s".formatted(revision, shallowWords()), remedy(revision)));
  }

  private String remedy(String revision) {
    if (revision.contains("..")) {
      return "name one branch, tag or commit; it is compared with what is here";
    }
    List<String> names =
        git.run("for-each-ref", "--format=%(refname:short)").out().lines().toList();
    Optional<String> remote =
        names.stream().filter(name -> name.endsWith("/" + revision)).findFirst();
    return remote
        .or(() -> NearestName.of(revision, names))
        .map("did you mean `%s`?"::formatted)
        .orElseGet(() -> isShallow() ? deepen() : "fetch it, or name a branch, tag or commit");
  }

  private boolean isShallow() {
    return git.run("rev-parse", "--is-shallow-repository").line().equals("true");
  }

  private String shallowWords() {
    return isShallow() ? ", as far as this shallow clone reaches" : "";
  }

  /** How to get a history that a shallow clone lacks. */
  public static String deepen() {
    return "fetch the history, by `git fetch --unshallow`, or `fetch-depth: 0` on a build server";
  }

  /** The files of the working tree, with those that git keeps out of a sparse checkout. */
  public Overlay workingTreeOverDisk() {
    return new Overlay(unseen(), Set.of());
  }

  /** What a commit holds where the working tree holds something else. */
  public Overlay commitOverDisk(String commit) {
    return overDisk(commit);
  }

  /** What there was before the first commit: no file that git looks at. */
  public Overlay nothingOverDisk() {
    return overDisk(git.need("hash-object", "-t", "tree", "--stdin").line());
  }

  /**
   * What the index holds where the working tree holds something else.
   *
   * @throws Rejection if it holds conflicts, of which nothing could be committed
   */
  public Overlay indexOverDisk() {
    if (!git.need("ls-files", "--unmerged", "-z").out().isEmpty()) {
      throw new Rejection(
          Diagnostic.of(
              "the index holds unresolved merge conflicts",
              "resolve them and `git add` the files; `git status` lists them"));
    }
    return overDisk("");
  }

  /** What a tree, or the index where none is named, holds. */
  private Overlay overDisk(String tree) {
    Map<String, StoredFile> stored = unseen();
    Set<String> gone = new HashSet<>();
    List<String> parts = differences(tree).parts();
    for (int i = 0; i + 1 < parts.size(); i += 2) {
      RawChange change = RawChange.parse(parts.get(i));
      String path = paths.fromRoot(parts.get(i + 1));
      if (change.isUnmerged()) {
        continue;
      }
      if (change.isFile()) {
        stored.put(path, blobs.blob(change.id()));
      } else if (!change.mode().equals(RawChange.SUBMODULE)) {
        stored.remove(path);
        gone.add(path);
      }
    }
    for (String path : untracked().parts()) {
      String name = paths.fromRoot(path);
      gone.add(name.endsWith("/") ? name.substring(0, name.length() - 1) : name);
    }
    gone.removeAll(stored.keySet());
    return new Overlay(stored, gone);
  }

  /** What the index holds at the paths at which git never looks at the disk. */
  private Map<String, StoredFile> unseen() {
    Map<String, StoredFile> files = new HashMap<>();
    for (String line : git.need("ls-files", "-v", "--stage", "-z").parts()) {
      // The letter of the state, the mode, the id and the stage, then the path after a tabulator.
      boolean looked = line.startsWith("H ");
      String[] words = line.substring(0, line.indexOf('\t')).split(" ", -1);
      if (!looked && words[3].equals("0") && words[1].startsWith(FILE)) {
        files.put(paths.fromRoot(line.substring(line.indexOf('\t') + 1)), blobs.blob(words[2]));
      }
    }
    return files;
  }

  private Answer differences(String tree) {
    List<String> command =
        new ArrayList<>(
            List.of(
                "diff",
                "--raw",
                "-z",
                "--no-abbrev",
                "--no-renames",
                "--no-ext-diff",
                "--ignore-submodules=dirty"));
    if (!tree.isEmpty()) {
      command.add(tree);
    }
    command.add("--");
    return git.need(command.toArray(String[]::new));
  }

  private Answer untracked() {
    return git.need("ls-files", "--others", "--exclude-standard", "-z");
  }

  @Override
  public void close() {
    blobs.close();
    try {
      Files.deleteIfExists(index);
      Path folder = index.getParent();
      if (folder != null) {
        Files.deleteIfExists(folder);
      }
    } catch (IOException e) {
      // A temporary folder that cannot be deleted is no reason to lose a report.
    }
  }
}
