package dev.ssot.benchmarks.mutation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.expr.SimpleName;
import com.github.javaparser.ast.stmt.Statement;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class MutationTest {

  private static final String STORE =
      """
      package com.acme.store;

      import java.util.ArrayList;
      import java.util.HashMap;
      import java.util.List;
      import java.util.Map;

      /** Keeps entries. */
      public class EntryStore implements Runnable {
        private static final int LARGEST_SIZE = 100;
        private final Map<String, List<Entry>> entriesByKey = new HashMap<>();
        private final Clock clock;
        private int misses;

        public EntryStore(Clock clock) {
          this.clock = clock;
        }

        public List<Entry> find(String key) {
          if (key == null) {
            return List.of();
          }
          List<Entry> found = entriesByKey.get(key);
          if (found == null) {
            misses++;
            return List.of();
          }
          return new ArrayList<>(found);
        }

        public boolean put(String key, Entry entry) {
          List<Entry> entries = entriesByKey.computeIfAbsent(key, unused -> new ArrayList<>());
          boolean full = entries.size() >= LARGEST_SIZE;
          if (full) {
            evict(key);
          } else {
            entries.add(entry);
          }
          return !full;
        }

        private void evict(String key) {
          for (Entry entry : find(key)) {
            entry.close();
          }
          entriesByKey.remove(key);
        }

        public String describe(String key) {
          String state = misses > 0 ? "missed" : "hit";
          return "store " + key + " is " + state;
        }

        public int count() {
          int count = 0;
          for (List<Entry> entries : entriesByKey.values()) {
            count += entries.size();
          }
          return count;
        }

        @Override
        public void run() {
          clock.tick();
        }

        public static class Entry {
          private final long made;

          Entry(long made) {
            this.made = made;
          }

          void close() {}
        }
      }
      """;

  private static final Original ORIGINAL = new Original(STORE, "EntryStore", Set.of());

  private static List<SourceText> make(String key) {
    return Mutation.all().stream()
        .filter(mutation -> mutation.key().equals(key))
        .findFirst()
        .orElseThrow()
        .maker()
        .make(ORIGINAL, new Dice(key));
  }

  private static CompilationUnit only(String key) {
    List<SourceText> made = make(key);
    assertEquals(1, made.size());
    return Trees.parse(made.get(0).text());
  }

  private static List<String> methods(CompilationUnit unit) {
    return unit.getType(0).getMethods().stream().map(MethodDeclaration::getNameAsString).toList();
  }

  private static Set<String> names(CompilationUnit unit) {
    return unit.getType(0).findAll(SimpleName.class).stream()
        .map(SimpleName::getIdentifier)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @TestFactory
  Stream<DynamicTest> eachGivesCodeThatParsesAndDiffersAndIsTheSameEachTime() {
    return Mutation.all().stream()
        .map(
            mutation ->
                DynamicTest.dynamicTest(
                    mutation.key(),
                    () -> {
                      List<SourceText> made = make(mutation.key());
                      assertFalse(made.isEmpty());
                      assertEquals(made, make(mutation.key()));
                      for (SourceText one : made) {
                        CompilationUnit unit = Trees.parse(one.text());
                        assertEquals("com.acme.store.other", one.packageName());
                        assertEquals(one.simpleName(), unit.getType(0).getNameAsString());
                        assertNotEquals(
                            ORIGINAL.workpiece().type().toString(), unit.getType(0).toString());
                      }
                    }));
  }

  @Test
  void keysAreUnique() {
    List<String> keys = Mutation.all().stream().map(Mutation::key).toList();
    assertEquals(keys.size(), Set.copyOf(keys).size());
  }

  @Test
  void reorderingKeepsEveryMethod() {
    CompilationUnit changed = only("reordered");
    List<String> before = methods(Trees.parse(STORE));
    assertNotEquals(before, methods(changed));
    assertEquals(before.stream().sorted().toList(), methods(changed).stream().sorted().toList());
  }

  @Test
  void renamingLeavesNoNameOfTheClassesOwnMaking() {
    Set<String> names = names(only("renamed"));
    for (String own :
        List.of(
            "EntryStore",
            "Entry",
            "LARGEST_SIZE",
            "entriesByKey",
            "clock",
            "misses",
            "find",
            "put",
            "evict",
            "describe",
            "count",
            "key",
            "found",
            "full",
            "state",
            "made",
            "close")) {
      assertFalse(names.contains(own), own);
    }
  }

  @Test
  void renamingKeepsWhatOthersPrescribe() {
    Set<String> names = names(only("renamed"));
    for (String foreign :
        List.of("run", "computeIfAbsent", "tick", "Clock", "HashMap", "size", "remove")) {
      assertTrue(names.contains(foreign), foreign);
    }
  }

  @Test
  void renamingFollowsAMethodOfASuperType() {
    Original original = new Original(STORE, "EntryStore", Set.of("describe"));
    SourceText made =
        Mutation.all().stream()
            .filter(mutation -> mutation.key().equals("renamed"))
            .flatMap(mutation -> mutation.maker().make(original, new Dice("x")).stream())
            .findFirst()
            .orElseThrow();
    assertTrue(names(Trees.parse(made.text())).contains("describe"));
  }

  @Test
  void renamingChangesNothingButNames() {
    Workpiece piece = ORIGINAL.workpiece();
    Names.change(piece, new Dice("x"));
    assertEquals(blank(ORIGINAL.workpiece().type().toString()), blank(piece.type().toString()));
  }

  private static String blank(String text) {
    return text.replaceAll("\\w+", "_");
  }

  @Test
  void removingTakesTheShareThatItSays() {
    assertEquals(4, methods(only("members-removed-a-third")).size());
    assertEquals(3, methods(only("members-removed-half")).size());
    assertEquals(2, methods(only("members-removed-two-thirds")).size());
  }

  @Test
  void removingTakesFirstWhatNoOtherMethodCalls() {
    Workpiece piece = ORIGINAL.workpiece();
    Members.remove(piece, 0.8, new Dice("x"));
    Workpiece full = ORIGINAL.workpiece();
    Members.remove(full, 0.1, new Dice("x"));
    assertEquals(1, piece.methods().size());
    assertTrue(
        full.methods().stream().anyMatch(method -> method.getNameAsString().equals("evict")));
  }

  @Test
  void removingTakesTheFieldsThatNothingNames() {
    Workpiece piece = ORIGINAL.workpiece();
    piece.methods().stream()
        .filter(method -> List.of("find", "describe").contains(method.getNameAsString()))
        .forEach(MethodDeclaration::remove);
    piece.withoutIdleFields();
    assertTrue(piece.type().getFieldByName("misses").isEmpty());
    assertTrue(piece.type().getFieldByName("clock").isPresent());
  }

  @Test
  void insertingAddsSoManyStatementsAndKeepsTheOthers() {
    int before = statements(Trees.parse(STORE));
    int slightly = statements(only("statements-inserted-10-"));
    int much = statements(only("statements-inserted-60-"));
    assertTrue(slightly > before, slightly + " of " + before);
    assertTrue(much > before * 1.4, much + " of " + before);
    List<String> text = methods(only("statements-inserted-60-"));
    assertEquals(methods(Trees.parse(STORE)), text);
  }

  private static int statements(CompilationUnit unit) {
    return unit.findAll(Statement.class, one -> !one.isBlockStmt()).size();
  }

  @Test
  void splittingSharesTheMethodsOut() {
    List<SourceText> halves = make("split-in-two");
    assertEquals(2, halves.size());
    List<String> all =
        halves.stream().flatMap(half -> methods(Trees.parse(half.text())).stream()).toList();
    assertEquals(methods(Trees.parse(STORE)), all);
    assertFalse(halves.get(0).text().contains("tick"));
    assertTrue(halves.get(1).text().contains("clock"));
  }

  @Test
  void asyncMethodsReturnFuturesAndOwnCallsJoinThem() {
    String text = make("async-variant-names-changed").get(0).text();
    assertTrue(
        text.contains("public CompletableFuture<List<Entry>> findAsync(String key) {"), text);
    assertTrue(text.contains("return CompletableFuture.supplyAsync(() -> {"), text);
    assertTrue(text.contains("findAsync(key).join()"), text);
    assertTrue(text.contains("public CompletableFuture<Boolean> putAsync("), text);
    assertTrue(text.contains("public void run() {"), text);
  }

  @Test
  void anAdapterHasItsOwnInterfaceAndPassesEachCallOn() {
    List<SourceText> made = make("adapter");
    assertEquals(2, made.size());
    CompilationUnit adapter = Trees.parse(made.get(0).text());
    CompilationUnit port = Trees.parse(made.get(1).text());
    assertEquals(methods(port), methods(adapter));
    assertFalse(methods(port).contains("find"));
    assertTrue(made.get(0).text().contains("return delegate.find(key);"));
    assertTrue(
        made.get(0).text().contains("Adapter implements " + made.get(1).simpleName()),
        made.get(0).text());
  }

  @Test
  void aShimHasTheSameNamesAndPassesEachCallOn() {
    String text = make("forwarding-shim").get(0).text();
    assertTrue(text.contains("public class EntryStore {"), text);
    assertTrue(text.contains("return delegate.find(key);"), text);
    assertFalse(text.contains("computeIfAbsent"), text);
  }

  @Test
  void anAliasIsAnEmptySubclass() {
    CompilationUnit alias = only("alias");
    assertEquals(List.of(), methods(alias));
    assertTrue(alias.toString().contains(" extends EntryStore {"), alias.toString());
    assertTrue(alias.toString().contains("super(clock);"), alias.toString());
  }

  @Test
  void aFinalClassHasNoAlias() {
    Original closed =
        new Original(STORE.replace("public class", "public final class"), "EntryStore", Set.of());
    assertEquals(List.of(), Subtypes.alias(closed, new Dice("x")));
    assertEquals(List.of(), Subtypes.overriding(closed, new Dice("x")));
  }

  @Test
  void anOverridingSubclassHasOneMethod() {
    CompilationUnit subclass = only("subclass-with-an-override");
    assertEquals(1, methods(subclass).size());
    assertTrue(subclass.toString().contains("@Override"), subclass.toString());
    assertTrue(subclass.toString().contains(" extends EntryStore {"), subclass.toString());
  }
}
