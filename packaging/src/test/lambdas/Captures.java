package sample;

import java.util.function.Supplier;

/** What a lambda takes along: nothing, each kind of value, and itself. */
public final class Captures {

  private final String field = "field";

  private interface Joined {
    String with(long first, String second, double third);
  }

  public static String run() {
    Supplier<String> nothing = () -> "nothing";
    return String.join(
        "\n",
        nothing.get(),
        primitives(true, 'c', (byte) 1, (short) -2, 3, 4L << 40, 5.5f, 6.25e100).get(),
        references("text", null, new int[] {7, 8}).get(),
        between(9L, 10.5, "eleven").with(12L, "thirteen", 14.75),
        new Captures().ofThis("beside").get());
  }

  private static Supplier<String> primitives(
      boolean a, char b, byte c, short d, int e, long f, float g, double h) {
    return () -> a + " " + b + " " + c + " " + d + " " + e + " " + f + " " + g + " " + h;
  }

  private static Supplier<String> references(String text, Object nothing, int[] numbers) {
    return () -> text + nothing + numbers[1];
  }

  private static Joined between(long wide, double wider, String text) {
    return (first, second, third) -> wide + wider + text + first + second + third;
  }

  private Supplier<String> ofThis(String other) {
    return () -> field + " " + other;
  }
}
