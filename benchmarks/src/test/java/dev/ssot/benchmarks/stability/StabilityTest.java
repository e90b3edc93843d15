package dev.ssot.benchmarks.stability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is counted as survived, and what as lost. */
class StabilityTest {

  private static final String SHOP =
      """
      package shop;

      import old.A;

      class Shop {
        void one() {}

        void two() {}
      }
      """;

  private final Path folder;

  StabilityTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private void file(String path, String text) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private String run(int edits) throws IOException {
    file("data/policies.tsv", "lib\tforbid\told.**\nother\tforbid\tshop.**\n");
    file("data/releases.tsv", "# oldest first\ngroup\tlib\t1\ngroup\tlib\t2\n");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    StabilityMain.run(
        folder.resolve("data"),
        folder,
        folder.resolve("results"),
        edits,
        1,
        new PrintStream(out, true, StandardCharsets.UTF_8));
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void findingsOfUnchangedAndOfChangedCodeAreCountedApart() throws IOException {
    file("lib-1/lib/shop/Shop.java", SHOP);
    file("lib-1/lib/shop/Store.java", SHOP.replace("Shop", "Store"));
    file("lib-1/lib/shop/Gone.java", SHOP.replace("Shop", "Gone"));
    file("lib-2/lib/shop/Shop.java", "// more\n" + SHOP);
    file("lib-2/lib/shop/Store.java", SHOP.replace("Shop", "Store").replace("one", "other"));

    assertTrue(
        run(1)
            .startsWith(
                """
                lib, 2 releases: code that means the same 100.00 % (1 of 1), code that was changed 50.00 % (1 of 2)
                  the same, forbidden-import: 100.00 % (1 of 1)
                """));
  }

  @Test
  void aFindingOfUnchangedCodeThatIsNotFoundAgainIsLost() throws IOException {
    file("lib-1/lib/shop/Shop.java", SHOP.replace("old.A", "shop.Storehous"));
    file("lib-1/lib/shop/Storehouse.java", "package shop; class Storehouse {}");
    file("lib-2/lib/shop/Shop.java", SHOP.replace("old.A", "shop.Storehous"));
    file("lib-2/lib/shop/Storehous.java", "package shop; class Storehous {}");
    file("lib-2/lib/shop/Storehouse.java", "package shop; class Storehouse {}");
    String out = run(1);

    assertTrue(out.contains("the same 0.00 % (0 of 1)"), out);
    assertEquals(
        "lib\t1\t2\treleases\tunresolved-import\tshop/Shop.java:3\n",
        Files.readString(folder.resolve("results/lost.tsv")));
  }

  @Test
  void aHistoryOfEditsHasEveryKindAndLeavesTheReleaseAlone() throws IOException {
    file("lib-1/lib/shop/Shop.java", SHOP);
    file("lib-2/lib/shop/Shop.java", SHOP);
    String out = run(10);

    assertTrue(out.contains("lib 2, 10 edits: 100.00 % (10 of 10)\n"), out);
    for (Edit edit : Edit.values()) {
      assertTrue(out.contains("  " + edit.words() + ": 100.00 % (2 of 2)\n"), out);
    }
    assertEquals(SHOP, Files.readString(folder.resolve("lib-2/lib/shop/Shop.java")));
  }

  @Test
  void anEntryOfALaterStateIsTakenOnce() throws IOException {
    file("a/shop/Shop.java", SHOP);
    file("a/copy/Shop.java", SHOP);
    file("b/shop/Shop.java", SHOP);
    List<List<String>> declared = List.of(List.of("lib", "forbid", "old.**"));
    Snapshot two = Snapshot.of(folder.resolve("a"), "lib", declared, 1);
    Snapshot one = Snapshot.of(folder.resolve("b"), "lib", declared, 1);

    assertEquals(
        1, two.lost(one).stream().filter(f -> f.rule().equals("forbidden-import")).count());
    assertEquals(List.of(), one.lost(two));
  }

  @Test
  void everyEditChangesTheFile() {
    for (Edit edit : Edit.values()) {
      String text = edit.text(SHOP, new Random(3));
      String path = edit.path("shop/Shop.java", new Random(1));
      assertNotEquals(SHOP + "shop/Shop.java", text + path, edit.words());
      assertTrue(text.contains("import old.A;"), text);
      assertTrue(path.endsWith(".java"), path);
    }
  }

  @Test
  void aRowWithTheWrongNumberOfColumnsIsNamed() throws IOException {
    file("rows.tsv", "a\tb\n");
    IllegalArgumentException wrong =
        assertThrows(
            IllegalArgumentException.class, () -> Table.rows(folder.resolve("rows.tsv"), 3));
    assertTrue(String.valueOf(wrong.getMessage()).endsWith("`a b` has 2 columns and not 3"));
  }
}
