package dev.ssot.benchmarks.stability;

import dev.ssot.rules.model.Finding;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** A history of harmless changes to one release, each of one kind and a few files. */
final class EditTrial {

  private static final int FILES = 5;

  private final Release release;
  private final List<List<String>> declared;
  private final Path folder;
  private final int threads;
  private final Map<Edit, Share> shares = new EnumMap<>(Edit.class);
  private final List<String> lost = new ArrayList<>();

  EditTrial(Release release, List<List<String>> declared, Path folder, int threads) {
    this.release = release;
    this.declared = declared;
    this.folder = folder;
    this.threads = threads;
  }

  /** Makes so many changes, the same ones in every run. */
  void run(int changes) {
    copy();
    Random random = new Random(release.artifact().hashCode());
    Snapshot before = scan();
    List<Edit> kinds = List.of(Edit.values());
    for (int i = 0; i < changes; i++) {
      Edit edit = kinds.get(i % kinds.size());
      List<String> files = new ArrayList<>(involved(before));
      for (int j = 0; j < FILES && !files.isEmpty(); j++) {
        apply(edit, files.remove(random.nextInt(files.size())), random);
      }
      Snapshot after = scan();
      List<Finding> gone = before.lost(after);
      int number = i;
      gone.forEach(finding -> lost.add(line(number, edit, finding)));
      int all = before.findings().size();
      shares.merge(edit, new Share(all - gone.size(), all), Share::plus);
      before = after;
    }
  }

  /** The shares of findings that kept their fingerprints, by kind of change. */
  Map<Edit, Share> shares() {
    return shares;
  }

  /** The findings that did not. */
  List<String> lost() {
    return lost;
  }

  private String line(int number, Edit edit, Finding finding) {
    return "%s\t%s\tchange %s\t%s\t%s\t%s"
        .formatted(
            release.artifact(),
            release.version(),
            number,
            edit.words(),
            finding.rule(),
            finding.location().pathAndLine());
  }

  private Snapshot scan() {
    return Snapshot.of(folder, release.artifact(), declared, threads);
  }

  private static Set<String> involved(Snapshot snapshot) {
    Set<String> files = new TreeSet<>();
    for (Finding finding : snapshot.findings()) {
      files.add(finding.location().path());
      finding.statement().related().forEach(place -> files.add(place.location().path()));
    }
    return files;
  }

  private void apply(Edit edit, String path, Random random) {
    try {
      Path file = folder.resolve(path);
      String text = Files.readString(file);
      Path target = folder.resolve(edit.path(path, random));
      Files.delete(file);
      Files.createDirectories(target.getParent());
      Files.write(target, edit.text(text, random).getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void copy() {
    try (Stream<Path> files = Files.walk(release.folder())) {
      for (Path file : files.filter(one -> one.toString().endsWith(".java")).toList()) {
        Path target = folder.resolve(release.folder().relativize(file).toString());
        Files.createDirectories(target.getParent());
        Files.copy(file, target);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
