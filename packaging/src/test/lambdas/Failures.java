package sample;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Supplier;

/** What goes wrong goes wrong in the same way. */
public final class Failures {

  private static int length(String text) {
    return text.length();
  }

  public static String run() {
    return String.join(
        "\n",
        failure(
            () -> {
              throw new IllegalStateException("thrown by a body");
            }),
        failure(Failures::polluted),
        failure(Failures::nothing),
        failure(Failures::unboxed));
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static Object polluted() {
    Function<String, Integer> length = Failures::length;
    return ((Function) length).apply(1);
  }

  private static Object nothing() {
    Objects missing = null;
    Supplier<String> bound = missing::toString;
    return bound.get();
  }

  private static Object unboxed() {
    Function<Integer, Integer> negated = Math::negateExact;
    return negated.apply(List.<Integer>of().stream().findAny().orElse(null));
  }

  private static String failure(Callable<Object> code) {
    try {
      return "no failure: " + code.call();
    } catch (Exception e) {
      return e.getClass().getName() + (e instanceof IllegalStateException ? e.getMessage() : "");
    }
  }
}
