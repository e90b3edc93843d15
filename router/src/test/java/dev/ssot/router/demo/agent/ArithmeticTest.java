package dev.ssot.router.demo.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArithmeticTest {

  @ParameterizedTest
  @CsvSource({
    "12 * (3 + 4), 84",
    "1 + 2 * 3, 7",
    "2 ^ 3 ^ 2, 512",
    "-2 ^ 2, -4",
    "2 ^ -1, 0.5",
    "2 * -3, -6",
    "10 - 4 - 3, 3",
    "100 / 10 / 5, 2",
    "0.1 + 0.2, 0.3",
    "355 / 113, 3.141592920353982",
    ".5 * 4, 2",
    "((7)), 7"
  })
  void calculatesAsOnPaper(String expression, String value) throws ToolFailed {
    assertEquals(value, Arithmetic.evaluate(expression).toPlainString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1 +",
        "(1",
        "1)",
        "1 2",
        "* 2",
        "1 / 0",
        "0 ^ -1",
        "2 ^ 0.5",
        "1.2.3",
        "2 ^ 9999999999",
        "()",
        "--",
        "two"
      })
  void saysWhyThereIsNoValue(String expression) {
    ToolFailed failed = assertThrows(ToolFailed.class, () -> Arithmetic.evaluate(expression));
    assertTrue(!failed.why().isBlank(), expression);
  }

  @Test
  void isNotHeldUpByATowerOfPowers() throws ToolFailed {
    assertTrue(Arithmetic.evaluate("9 ^ 9 ^ 9").precision() <= 16);
    assertThrows(ToolFailed.class, () -> Arithmetic.evaluate("9 ^ 9 ^ 9 ^ 9"));
  }

  @Test
  void goesAsDeepAsAQuestionIsLong() throws ToolFailed {
    String deep = "(".repeat(250) + "1" + ")".repeat(250);
    assertEquals("1", Arithmetic.evaluate(deep).toPlainString());
    assertThrows(ToolFailed.class, () -> Arithmetic.evaluate("(".repeat(500)));
  }
}
