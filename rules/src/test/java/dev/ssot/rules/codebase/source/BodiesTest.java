package dev.ssot.rules.codebase.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.ssot.rules.codebase.MethodFact;
import dev.ssot.rules.fixture.Project;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the reader says of bodies that do nothing of their own. */
class BodiesTest {

  private final Project project;

  BodiesTest(@TempDir Path folder) {
    project = Project.in(folder);
  }

  private MethodFact method(String text) {
    return project
        .file(
            "A.java",
            """
            class A {
              private Store store;
              private final a.b.Other other = null;
              private int size;

              private Store store() { return store; }

              %s
            }
            """
                .formatted(text))
        .codebase()
        .types()
        .get(0)
        .type()
        .methods()
        .get(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "void put(int a, int b) { store.put(a, b); } | Store",
        "int get(int a) { return store.get(a); } | Store",
        "int get(int a) { return this.store.get(a); } | Store",
        "int get() { return store.get(); } | Store",
        "int get(int a, int b) { return store.get(b); } | Store",
        "int get(int a) { return other.get(a); } | a.b.Other",
        "int get(int a) { return store().get(a); } | Store",
        "static int get(int a) { return Store.get(a); } | Store",
        "static int get(int a) { return a.b.Store.get(a); } | a.b.Store"
      })
  void forwardingIsOneCallThatPassesParametersOn(String text, String receiver) {
    assertEquals(receiver, method(text).forwardsTo());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "int get(int a) { return store.get(a + 1); }",
        "int get(int a) { return store.get(5); }",
        "int get(int a) { return store.get(size); }",
        "int get(int a) { return store.get(a) + 1; }",
        "int get(int a) { check(a); return store.get(a); }",
        "int get(int a) { return get(a); }",
        "int get(int a) { return new Store().get(a); }",
        "int get(Store a) { return a.get(); }",
        "int get(int a) { return unknown.get(a); }",
        "int get(int a) { if (a > 0) { return store.get(a); } return 0; }",
        "int get(int a) { }",
        "abstract int get(int a);"
      })
  void whatDoesMoreDoesNotForward(String text) {
    assertEquals("", method(text).forwardsTo());
  }

  @Test
  void aRecordForwardsToItsComponents() {
    MethodFact method =
        project
            .file("R.java", "record R(Store store) { int get(int a) { return store.get(a); } }")
            .codebase()
            .types()
            .get(0)
            .type()
            .methods()
            .get(0);

    assertEquals("Store", method.forwardsTo());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "int size() { return size; }",
        "int size() { return this.size; }",
        "void size(int a) { size = a; }",
        "void size(int a) { this.size = a; }",
        "A size(int a) { this.size = a; return this; }",
        "String name() { return \"a\"; }",
        "Object none() { return null; }"
      })
  void accessorsReadOrWriteOneField(String text) {
    assertEquals(true, method(text).traits().accessor());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "int size() { return size + 1; }",
        "int size() { return store.size(); }",
        "void size(int a) { size = a * 2; }",
        "A size(int a) { size = a; return new A(); }",
        "void size() { }",
        "void size(int a) { size = a; store = null; }",
        "void count() { size++; }"
      })
  void whatDoesMoreIsNoAccessor(String text) {
    assertEquals(false, method(text).traits().accessor());
  }

  @Test
  void constructorsNeitherForwardNorAccess() {
    List<MethodFact> methods =
        project
            .file("C.java", "class C { int size; C(int size) { this.size = size; } }")
            .codebase()
            .types()
            .get(0)
            .type()
            .methods();

    assertEquals("", methods.get(0).forwardsTo());
    assertEquals(false, methods.get(0).traits().accessor());
    assertEquals(true, methods.get(0).isConstructor());
  }
}
