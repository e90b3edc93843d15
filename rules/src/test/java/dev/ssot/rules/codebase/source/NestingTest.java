package dev.ssot.rules.codebase.source;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NestingTest {

  private static final String DEEP = "(".repeat(1001);

  @Test
  void theLimitIsAThousandBrackets() {
    assertTrue(Nesting.isTooDeep(DEEP));
    assertFalse(Nesting.isTooDeep(DEEP.substring(1)));
  }

  @Test
  void bracketsOfEveryKindAddUpAndClosedOnesDoNot() {
    assertTrue(Nesting.isTooDeep("([{".repeat(334)));
    assertFalse(Nesting.isTooDeep("()[]{}".repeat(5_000)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "// %s",
        "/* %s */",
        "\"%s\"",
        "\"\\\"%s\"",
        "\"\"\"\n%s\"\"\"",
        "\"\"\"\n \\\"\"\" %s\"\"\"",
        "/* %s",
        "\"%s"
      })
  void commentsAndLiteralsDoNotCount(String around) {
    assertFalse(Nesting.isTooDeep(around.formatted(DEEP)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "// one\n%s",
        "// one\r%s",
        "/* one */ %s",
        "\"one\" %s",
        "\"\\\\\" %s",
        "'\"' %s",
        "'(' '\\'' %s",
        "\"\"\"\n one \"\"\" %s",
        "\"\" %s",
        "\"not closed\n%s",
        "1 / 2 %s"
      })
  void whatFollowsThemDoes(String before) {
    assertTrue(Nesting.isTooDeep(before.formatted(DEEP)));
  }
}
