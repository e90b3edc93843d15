package dev.ssot.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the file system tells of real folders. */
class FolderChangesTest {

  private final Path folder;
  private final List<String> remarks = new ArrayList<>();

  FolderChangesTest(@TempDir Path folder) throws IOException {
    this.folder = folder.toRealPath();
  }

  private Path folder(String name) throws IOException {
    return Files.createDirectories(folder.resolve(name));
  }

  /** Awaits changes until some were told of that are in all of these folders; answers those. */
  private static Set<Path> awaited(FolderChanges changes, Set<Path> watched, Path... all)
      throws InterruptedException {
    Set<Path> told = new HashSet<>();
    while (!told.containsAll(List.of(all))) {
      assertTrue(changes.await(watched, false));
      changes.changed().ifPresent(told::addAll);
    }
    return told;
  }

  @Test
  void namesTheFoldersInWhichSomethingHasChanged() throws IOException, InterruptedException {
    Path one = folder("one");
    Path two = folder("two");
    Set<Path> watched = Set.of(folder, one, two);
    try (FolderChanges changes = new FolderChanges(false, remarks::add)) {
      // What happened before somebody watched can have been in any of them.
      assertTrue(changes.await(watched, false));
      assertEquals(Optional.of(watched), changes.changed());

      Files.writeString(one.resolve("A.java"), "class A {}");
      assertEquals(Set.of(one), awaited(changes, watched, one));

      Files.move(one.resolve("A.java"), two.resolve("A.java"));
      assertEquals(Set.of(one, two), awaited(changes, watched, one, two));
    }
    assertEquals(List.of(), remarks);
  }

  @Test
  void aFolderThatIsWatchedAnewMayHaveChanged() throws IOException, InterruptedException {
    try (FolderChanges changes = new FolderChanges(false, remarks::add)) {
      awaited(changes, Set.of(folder), folder);
      Path added = folder("added");
      awaited(changes, Set.of(folder), folder);

      assertEquals(Set.of(added), awaited(changes, Set.of(folder, added), added));
    }
  }

  @Test
  void manyFoldersAtOnceAreAnyFolder() throws IOException, InterruptedException {
    Set<Path> watched = new HashSet<>();
    for (int i = 0; i < 65; i++) {
      watched.add(folder("folder-" + i));
    }
    try (FolderChanges changes = new FolderChanges(false, remarks::add)) {
      assertTrue(changes.await(watched, false));

      assertEquals(Optional.empty(), changes.changed());
    }
  }

  /** Where the last look was told where to look, there is one more in time without a change. */
  @Test
  void looksEverywhereOnceMoreWhenNothingHappens() throws IOException, InterruptedException {
    try (FolderChanges changes = new FolderChanges(false, remarks::add)) {
      awaited(changes, Set.of(folder), folder);
      assertTrue(changes.await(Set.of(folder), false));

      assertEquals(Optional.empty(), changes.changed());
    }
  }

  @Test
  void whoPollsIsToldNothing() throws InterruptedException {
    try (FolderChanges changes = new FolderChanges(true, remarks::add)) {
      assertTrue(changes.await(Set.of(folder), false));

      assertEquals(Optional.empty(), changes.changed());
    }
  }
}
