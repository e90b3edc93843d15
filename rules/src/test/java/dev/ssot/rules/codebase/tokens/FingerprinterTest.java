package dev.ssot.rules.codebase.tokens;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ssot.rules.codebase.BodyFact;
import dev.ssot.rules.codebase.Fingerprints;
import dev.ssot.rules.codebase.Interner;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class FingerprinterTest {

  private static final int EXACT_RUN = 8 + 4 - 1;
  private static final int RENAMED_RUN = 10 + 4 - 1;

  private static final String METHOD =
      """
      int total(String text, int factor) {
        int sum = 0;
        for (int i = 0; i < text.length(); i++) {
          // Weighted by place.
          sum += text.charAt(i) * factor;
        }
        return sum > 100 ? Math.min(sum, 1000) : other("small", sum);
      }
      """;

  private static BodyFact fact(String member) {
    return fact(new Fingerprinter(), member);
  }

  private static BodyFact fact(Fingerprinter fingerprinter, String member) {
    Tokens tokens = new Lexer(new Symbols(new Interner())).read(member);
    for (int token = 0; tokens.kind(token) != Kind.END; token++) {
      switch (tokens.kind(token).sort()) {
        case NAME -> fingerprinter.identifier(tokens.symbol(token).text());
        case LITERAL -> fingerprinter.literal(tokens.hash(token));
        default -> fingerprinter.other(tokens.hash(token));
      }
    }
    return fingerprinter.take();
  }

  @Test
  void layoutAndCommentsSayNothing() {
    String laidOut = METHOD.replace("\n", " /* x */\n\n").replaceAll("//.*", "").replace(" ", "  ");

    assertEquals(fact(METHOD), fact(laidOut));
  }

  @Test
  void renamingLeavesTheRenamedLevelAndChangesTheExactOne() {
    String renamed =
        METHOD
            .replace("total", "weigh")
            .replace("sum", "result")
            .replace("factor", "weight")
            .replace("other", "elsewhere");

    assertEquals(fact(METHOD).renamed(), fact(renamed).renamed());
    assertNotEquals(fact(METHOD).exact(), fact(renamed).exact());
    assertEquals(fact(METHOD).tokens(), fact(renamed).tokens());
  }

  @Test
  void literalsCountAlikeOnTheRenamedLevel() {
    String other = METHOD.replace("100", "7").replace("\"small\"", "\"large\"");

    assertEquals(fact(METHOD).renamed(), fact(other).renamed());
    assertNotEquals(fact(METHOD).exact(), fact(other).exact());
  }

  @Test
  void truthAndNullAreNoLiteralsLikeOthers() {
    assertNotEquals(
        fact("Object o() { return true; }").renamed(),
        fact("Object o() { return null; }").renamed());
  }

  @Test
  void namesOfTheJdkStay() {
    assertNotEquals(
        fact(METHOD).renamed(), fact(METHOD.replace("charAt", "codePointAt")).renamed());
    assertNotEquals(fact(METHOD).renamed(), fact(METHOD.replace("String", "Text")).renamed());
  }

  @Test
  void ownNamesThatTheJdkHasTooAreRenamed() {
    assertEquals(fact(METHOD).renamed(), fact(METHOD.replace("sum", "size")).renamed());
    assertEquals(fact(METHOD).renamed(), fact(METHOD.replace("other(", "format(")).renamed());
    assertEquals(
        fact("void a() { this.count = 1; }").renamed(),
        fact("void a() { this.size = 1; }").renamed());
  }

  @Test
  void membersThatAreAskedOfSomethingStay() {
    assertNotEquals(
        fact("void a() { x.size(); }").renamed(), fact("void a() { x.isEmpty(); }").renamed());
    assertNotEquals(
        fact("void a() { super.size(); }").renamed(),
        fact("void a() { super.isEmpty(); }").renamed());
    assertNotEquals(
        fact("void a() { f(X::size); }").renamed(), fact("void a() { f(X::isEmpty); }").renamed());
    assertNotEquals(
        fact("void a() { this.x.size(); }").renamed(),
        fact("void a() { this.x.isEmpty(); }").renamed());
  }

  @Test
  void anotherOperatorIsOtherCode() {
    assertNotEquals(fact(METHOD).renamed(), fact(METHOD.replace("+=", "-=")).renamed());
  }

  @Test
  void shortBodiesHaveOneFingerprint() {
    BodyFact fact = fact("int x;");

    assertEquals(3, fact.tokens());
    assertEquals(1, fact.exact().size());
    assertEquals(fact("int y;").renamed(), fact.renamed());
    assertNotEquals(fact("int y;").exact(), fact.exact());
  }

  @Test
  void aFingerprinterRemembersNothingOfThePreviousBody() {
    Fingerprinter one = new Fingerprinter();
    List<BodyFact> facts =
        Stream.of(METHOD, "int x;", METHOD).map(member -> fact(one, member)).toList();

    assertEquals(facts.get(0), facts.get(2));
    assertEquals(fact("int x;"), facts.get(1));
  }

  /** The promise of winnowing: no shared run of that length goes unseen. */
  @RepeatedTest(50)
  void aSharedRunAlwaysLeavesACommonFingerprint(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    BodyFact left = fact(block(random, statements(random, 9), EXACT_RUN, 4711));
    BodyFact right = fact(block(random, statements(random, 9), EXACT_RUN, 4711));

    assertTrue(left.exact().sharedWith(right.exact()) > 0, "nothing shared");
  }

  @RepeatedTest(20)
  void aSharedRunOfRenamedTokensDoesToo(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    BodyFact left = fact(block(random, statements(random, 9), RENAMED_RUN, 1));
    BodyFact right = fact(block(random, statements(random, 9), RENAMED_RUN, 5000));

    assertTrue(left.renamed().sharedWith(right.renamed()) > 0, "nothing shared");
  }

  /** A method of random statements around one array of {@code run} tokens from {@code first} on. */
  private static String block(Random random, List<String> statements, int run, int first) {
    StringBuilder shared = new StringBuilder("int[] a = {");
    // The names are followed by commas, so half of the run is names.
    for (int i = 0; i <= run / 2 + 1; i++) {
      shared.append("n").append(first + i).append(",");
    }
    List<String> all = new ArrayList<>(statements);
    all.add(random.nextInt(all.size() + 1), shared.append("};").toString());
    return "void m() {" + String.join("", all) + "}";
  }

  private static List<String> statements(Random random, int count) {
    List<String> statements = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      statements.add("v%s=w%s;".formatted(random.nextInt(100_000), random.nextInt(100_000)));
    }
    return statements;
  }

  @RepeatedTest(20)
  void reorderingMembersLeavesTheUnion(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    List<String> members = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      members.add("void m%s() {%s}".formatted(i, String.join("", statements(random, 3 + i))));
    }
    Fingerprints before = union(members);
    Collections.shuffle(members, random);

    assertEquals(before, union(members));
  }

  private static Fingerprints union(List<String> members) {
    return Fingerprints.union(members.stream().map(member -> fact(member).exact()).toList());
  }
}
