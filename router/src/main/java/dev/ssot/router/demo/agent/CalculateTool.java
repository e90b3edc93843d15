package dev.ssot.router.demo.agent;

import dev.ssot.router.protocol.Payload;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Calculates what stands in a question, such as {@code 12 * (3 + 4)} or "6 times 7". */
final class CalculateTool implements Tool {

  private static final Pattern EXPRESSION = Pattern.compile("[-(.0-9][-+*/^().0-9\\s]*[).0-9]");
  private static final Pattern OPERATION = Pattern.compile("[.0-9)]\\s*[-+*/^]");

  @Override
  public String name() {
    return "calculate";
  }

  @Override
  public Optional<Payload> wanted(String question) {
    return expression(question)
        .map(found -> Payload.of(Map.of("expression", found.group().strip())));
  }

  /** A question without what is calculated in it. */
  static String without(String question) {
    String text = inSymbols(question);
    return expression(question)
        .map(found -> text.substring(0, found.start()) + text.substring(found.end()))
        .orElse(question);
  }

  /** The longest piece that looks like arithmetic. */
  private static Optional<MatchResult> expression(String question) {
    return EXPRESSION
        .matcher(inSymbols(question))
        .results()
        .filter(piece -> OPERATION.matcher(piece.group()).find())
        .max(Comparator.comparingInt(piece -> piece.end() - piece.start()));
  }

  @Override
  public Payload call(Payload parameters) throws ToolFailed {
    String expression = parameters.text("expression").orElse("");
    return Payload.of(
        Map.of("expression", expression, "value", written(Arithmetic.evaluate(expression))));
  }

  @Override
  public String told(Payload result) {
    return "%s = %s."
        .formatted(result.text("expression").orElse(""), result.text("value").orElse(""));
  }

  /** Plain as far as that is short; a power can have more digits than fit into memory. */
  private static String written(BigDecimal value) {
    boolean isShort = value.scale() <= 0 && value.precision() - value.scale() <= 16;
    return isShort ? value.toPlainString() : value.toString();
  }

  private static String inSymbols(String question) {
    return question
        .toLowerCase(Locale.ROOT)
        .replace(" plus ", " + ")
        .replace(" minus ", " - ")
        .replace(" times ", " * ")
        .replace(" divided by ", " / ")
        .replace('×', '*')
        .replace('÷', '/')
        .replace('−', '-');
  }
}
