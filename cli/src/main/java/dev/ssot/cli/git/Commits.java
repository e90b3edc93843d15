package dev.ssot.cli.git;

import dev.ssot.cli.git.GitProgram.Answer;
import dev.ssot.rules.model.CommitLog;
import dev.ssot.rules.model.CommitRef;
import dev.ssot.rules.model.Deletions;
import dev.ssot.rules.model.LastChange;
import dev.ssot.rules.model.Overlay;
import dev.ssot.rules.model.StoredFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The commits of a repository: which there are, what they hold, who changed what.
 *
 * <p>All of it is read from the objects of git; there need not be a working tree.
 */
public final class Commits implements CommitLog {

  /** Fields of a commit, each on a line, for none of them holds a line break. */
  private static final String FORMAT = "--format=%H%n%aN%n%ct%n%s";

  private static final int FIELDS = 4;

  /** How many commits of the line of first parents are searched for a deletion. */
  private static final int SEARCHED = 5_000;

  /** How many commits that changed a file of the name are looked at. */
  private static final int TRIED = 20;

  private static final String MOST = "-n" + TRIED;

  private final GitProgram git;
  private final Blobs blobs;
  private final RepositoryPaths paths;
  private @Nullable Set<String> boundary;

  Commits(GitProgram git, Blobs blobs, RepositoryPaths paths) {
    this.git = git;
    this.blobs = blobs;
    this.paths = paths;
  }

  /** The commits at which a shallow clone ends; git takes them for such without a parent. */
  private Set<String> boundary() {
    try {
      Path file = paths.root().resolve(git.need("rev-parse", "--git-path", "shallow").line());
      return Files.exists(file) ? new TreeSet<>(Files.readAllLines(file)) : Set.of();
    } catch (IOException e) {
      return Set.of();
    }
  }

  /**
   * A commit of the line.
   *
   * @param seconds when it was committed, since 1970
   */
  public record Step(String id, long seconds) {}

  /**
   * The commits from one back along the first parents, the latest first.
   *
   * @param head the first one
   * @param base a commit; what it has grown from is left out, and so is it itself; the empty string
   *     for all
   */
  public List<Step> line(String head, String base) {
    List<String> command = new ArrayList<>(List.of("rev-list", "--first-parent", "--timestamp"));
    command.add(head);
    if (!base.isEmpty()) {
      command.add("^" + base);
    }
    command.add("--");
    List<Step> steps = new ArrayList<>();
    for (String line : git.need(command.toArray(String[]::new)).out().lines().toList()) {
      int space = line.indexOf(' ');
      steps.add(new Step(line.substring(space + 1), Long.parseLong(line.substring(0, space))));
    }
    return steps;
  }

  /**
   * The first parent of a commit, also where it is not in a shallow clone; the empty string for
   * what has none.
   */
  public String parent(String commit) {
    return git.need("cat-file", "commit", commit)
        .out()
        .lines()
        .takeWhile(line -> !line.isEmpty())
        .filter(line -> line.startsWith("parent "))
        .findFirst()
        .map(line -> line.substring("parent ".length()))
        .orElse("");
  }

  /** When a commit was made. */
  public Step step(String commit) {
    List<String> words = words(git.need("log", "-1", "--format=%H %ct", commit, "--").line());
    return new Step(words.get(0), Long.parseLong(words.get(1)));
  }

  private static List<String> words(String line) {
    return Arrays.asList(line.split(" ", -1));
  }

  /** Whether it is one at which a shallow clone ends. */
  public boolean isCutOff(String commit) {
    if (boundary == null) {
      boundary = boundary();
    }
    return boundary.contains(commit);
  }

  /** What git tells of commits, by their ids. */
  public Map<String, CommitRef> describe(List<String> ids) {
    Map<String, CommitRef> described = new LinkedHashMap<>();
    List<String> command = new ArrayList<>(List.of("log", "--no-walk=unsorted", "-z", FORMAT));
    command.addAll(ids);
    command.add("--");
    for (String text : utf8(command.toArray(String[]::new)).parts()) {
      CommitRef commit = commit(text);
      described.put(commit.id(), commit);
    }
    return described;
  }

  /** An answer in UTF-8, whatever a configuration wants messages to be shown in. */
  private Answer utf8(String... arguments) {
    return git.need(
        Stream.concat(Stream.of("-c", "i18n.logOutputEncoding=UTF-8"), Arrays.stream(arguments))
            .toArray(String[]::new));
  }

  private static CommitRef commit(String text) {
    String[] fields = text.split("\n", FIELDS);
    Instant time = Instant.ofEpochSecond(Long.parseLong(fields[2]));
    return new CommitRef(fields[0], fields[1], time.toString(), fields[3].stripTrailing());
  }

  /** What a commit holds: all of its files, whatever is on disk. */
  public Overlay files(String commit) {
    Map<String, StoredFile> stored = new HashMap<>();
    for (String entry : git.need("ls-tree", "-r", "-z", "--full-tree", commit).parts()) {
      int tab = entry.indexOf('\t');
      List<String> words = words(entry.substring(0, tab));
      if (words.get(1).equals("blob") && !words.get(0).equals(RawChange.LINK)) {
        stored.put(paths.fromRoot(entry.substring(tab + 1)), blobs.blob(words.get(2)));
      }
    }
    return new Overlay(stored, Set.of());
  }

  @Override
  public LastChange lastChange(String commit, String path) {
    return last(List.of(commit), path);
  }

  @Override
  public LastChange lastChange(String after, String commit, String path) {
    return last(List.of(commit, "^" + after), path);
  }

  private LastChange last(List<String> range, String path) {
    List<String> command =
        new ArrayList<>(List.of("--literal-pathspecs", "log", "-1", "-z", FORMAT));
    command.addAll(range);
    command.addAll(List.of("--", paths.toRoot(path)));
    List<String> found = utf8(command.toArray(String[]::new)).parts();
    if (found.isEmpty()) {
      return LastChange.unknown("no commit of the period changed the file");
    }
    CommitRef commit = commit(found.get(0));
    return isCutOff(commit.id())
        ? LastChange.unknown(
            "the shallow clone ends at %s, where each file looks new".formatted(commit.shortId()))
        : LastChange.in(commit);
  }

  /** What was deleted on the line of first parents that ends in a commit. */
  public Deletions deletions(String commit) {
    return name -> deleted(commit, name);
  }

  private List<Deletions.DeletedFile> deleted(String commit, String name) {
    List<String> command =
        new ArrayList<>(
            List.of("--glob-pathspecs", "log", "--first-parent", "-z", MOST, FORMAT, commit));
    String end =
        git.need("rev-list", "--first-parent", "-n1", "--skip=" + SEARCHED, commit, "--").line();
    if (!end.isEmpty()) {
      command.add("^" + end);
    }
    command.addAll(List.of("--", "**/" + name));
    List<Deletions.DeletedFile> deleted = new ArrayList<>();
    for (String text : utf8(command.toArray(String[]::new)).parts()) {
      deleted.addAll(deletedIn(commit(text), name));
    }
    return Collections.unmodifiableList(deleted);
  }

  private List<Deletions.DeletedFile> deletedIn(CommitRef commit, String name) {
    Answer changes =
        git.run(
            "diff-tree",
            "-r",
            "-z",
            "-M",
            "--no-commit-id",
            "--no-abbrev",
            "--diff-filter=D",
            commit.id() + "^1",
            commit.id());
    List<Deletions.DeletedFile> deleted = new ArrayList<>();
    // The first commit of all, or of a shallow clone, has nothing before it.
    List<String> parts = changes.good() ? changes.parts() : List.of();
    for (int i = 0; i + 1 < parts.size(); i += 2) {
      RawChange change = RawChange.parse(parts.get(i));
      String path = parts.get(i + 1);
      if (change.isFile() && ("/" + path).endsWith("/" + name)) {
        deleted.add(
            new Deletions.DeletedFile(commit, paths.fromRoot(path), blobs.blob(change.id())));
      }
    }
    return deleted;
  }
}
