package dev.ssot.benchmarks.mutation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RewriteTest {

  private static ClassOrInterfaceDeclaration type(String members) {
    return Trees.parse("class A { " + members + " }").getType(0).asClassOrInterfaceDeclaration();
  }

  /** What a rewriting makes of a method, without line breaks, helper methods behind it. */
  private static void assertRewritten(Rewrite rewrite, String before, String after) {
    ClassOrInterfaceDeclaration type = type(before);
    int changes = rewrite.apply(type, new Dice("x"));
    assertEquals(1, changes);
    assertEquals(flat(after), members(type));
  }

  private static String members(ClassOrInterfaceDeclaration type) {
    return type.getMembers().stream()
        .map(member -> flat(member.toString()))
        .collect(Collectors.joining(" "));
  }

  private static String flat(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }

  private static void assertUntouched(Rewrite rewrite, String members) {
    ClassOrInterfaceDeclaration type = type(members);
    assertEquals(0, rewrite.apply(type, new Dice("x")));
    assertEquals(members(type(members)), members(type));
  }

  @Test
  void turnsALoopThatOnlyCallsIntoAStream() {
    assertRewritten(
        new Loops(),
        "void a(List<B> all) { for (B one : all) { one.go(); } }",
        "void a(List<B> all) { (all).stream().forEach(one -> { one.go(); }); }");
  }

  @Test
  void turnsALoopThatLeavesIntoAnIterator() {
    ClassOrInterfaceDeclaration type =
        type("B a(List<B> all) { for (B one : all) { if (one.is()) return one; } return null; }");
    assertEquals(1, new Loops().apply(type, new Dice("x")));
    assertEquals(
        "B a(List<B> all) { { java.util.Iterator<B> IT = (all).iterator(); while (IT.hasNext()) {"
            + " B one = IT.next(); if (one.is()) return one; } } return null; }",
        members(type).replaceAll("\\b\\w+Iterator\\b(?!<)", "IT"));
  }

  @Test
  void turnsALoopOverAnArrayIntoOneOverIndices() {
    ClassOrInterfaceDeclaration type = type("void a(B[] all) { for (B one : all) { use(one); } }");
    assertEquals(1, new Loops().apply(type, new Dice("x")));
    assertEquals(
        "void a(B[] all) { for (int I = 0; I < all.length; I++) { B one = all[I]; use(one); } }",
        members(type).replaceAll("\\b\\w+Index\\b", "I"));
  }

  @Test
  void turnsACountingLoopIntoWhile() {
    assertRewritten(
        new Loops(),
        "void a() { for (int i = 0; i < 9; i++) { use(i); } }",
        "void a() { { int i = 0; while (i < 9) { use(i); i++; } } }");
  }

  @Test
  void leavesACountingLoopThatContinues() {
    assertUntouched(
        new Loops(), "void a() { for (int i = 0; i < 9; i++) { if (is(i)) continue; use(i); } }");
  }

  @Test
  void invertsAnEarlyReturn() {
    assertRewritten(
        new EarlyReturns(),
        "int a(B b) { if (b == null) { return 0; } b.go(); return 1; }",
        "int a(B b) { if (b != null) { b.go(); return 1; } else { return 0; } }");
  }

  @Test
  void invertsAnEarlyReturnOfNothing() {
    assertRewritten(
        new EarlyReturns(),
        "void a(B b) { if (b.is()) return; b.go(); }",
        "void a(B b) { if (!b.is()) { b.go(); } }");
  }

  @Test
  void leavesATestThatDoesNotLeave() {
    assertUntouched(new EarlyReturns(), "void a(B b) { if (b.is()) { b.stop(); } b.go(); }");
  }

  @Test
  void flipsBranches() {
    assertRewritten(
        new Branches(),
        "void a(B b, int i) { if (b.is() && i < 3) b.go(); else b.stop(); }",
        "void a(B b, int i) { if (!(b.is() && i < 3)) { b.stop(); } else { b.go(); } }");
  }

  @Test
  void leavesAChainOfTests() {
    assertUntouched(
        new Branches(), "void a(B b) { if (b.is()) { go(); } else if (b.was()) { stop(); } }");
  }

  @Test
  void extractsTheSecondHalfWithWhatItNeeds() {
    ClassOrInterfaceDeclaration type =
        type("static int a(B b, C c) throws D { int i = b.get(); c.go(i); b.stop(); return i; }");
    assertEquals(1, new HelperMethods().apply(type, new Dice("x")));
    String helper = type.getMethods().get(1).getNameAsString();
    assertEquals(
        "static int a(B b, C c) throws D { int i = b.get(); c.go(i); return HELP(b, i); }"
            + " private static int HELP(B b, int i) throws D { b.stop(); return i; }",
        members(type).replace(helper, "HELP"));
  }

  @Test
  void leavesAMethodWhoseVariableHasNoValueYet() {
    assertUntouched(new HelperMethods(), "int a(B b) { int i; b.go(); i = b.get(); return i; }");
  }

  @Test
  void swapsCollections() {
    assertRewritten(
        new CollectionTypes(),
        "List<B> a() { return new ArrayList<>(); }",
        "List<B> a() { return new LinkedList<>(); }");
  }

  @Test
  void turnsAConditionalReturnIntoABranch() {
    assertRewritten(
        new Ternaries(),
        "int a(B b) { return b.is() ? 1 : 2; }",
        "int a(B b) { if (b.is()) { return 1; } return 2; }");
  }

  @Test
  void turnsAConditionalVariableIntoABranch() {
    assertRewritten(
        new Ternaries(),
        "void a(B b) { int i = b.is() ? 1 : 2; use(i); }",
        "void a(B b) { int i; if (b.is()) { i = 1; } else { i = 2; } use(i); }");
  }

  @Test
  void turnsAConditionalAssignmentIntoABranch() {
    assertRewritten(
        new Ternaries(),
        "void a(B b) { i += b.is() ? 1 : 2; }",
        "void a(B b) { if (b.is()) { i += 1; } else { i += 2; } }");
  }

  @Test
  void buildsAStringInsteadOfAddingItUp() {
    assertRewritten(
        new Concatenations(),
        "String a(B b) { return \"b=\" + b + \".\"; }",
        "String a(B b) { return new StringBuilder().append(\"b=\").append(b).append(\".\").toString(); }");
  }

  @Test
  void leavesASumOfNumbersAndAConstantText() {
    assertUntouched(new Concatenations(), "int a(int b) { use(\"a\" + \"b\"); return b + 1; }");
  }

  @Test
  void takesBackANegationInsteadOfDoublingIt() {
    assertEquals("a", Trees.not(Trees.expression("!a")).toString());
    assertEquals("a >= b", Trees.not(Trees.expression("a < b")).toString());
    assertEquals("!(a || b)", Trees.not(Trees.expression("a || b")).toString());
  }

  @Test
  void everyRewritingIsListedOnce() {
    assertEquals(7, Rewrite.all().stream().map(Object::getClass).distinct().count());
  }
}
