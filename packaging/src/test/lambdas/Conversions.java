package sample;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntBinaryOperator;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntToLongFunction;
import java.util.function.LongFunction;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;

/** Bodies whose types differ from those of the interface. */
public final class Conversions {

  private interface Characters {
    int at(char value);
  }

  private interface Wide {
    double all(byte a, short b, int c, long d, float e);
  }

  private interface Dropped {
    void take(int value);
  }

  private interface Bounded<T extends Number & Comparable<T>> {
    int take(T value);
  }

  private static long twice(long value) {
    return 2 * value;
  }

  private static double sum(double a, double b, double c, double d, double e) {
    return a + b + c + d + e;
  }

  private static Integer boxed(Object value) {
    return value.hashCode();
  }

  private static <T> T same(T value) {
    return value;
  }

  private static char third(String text) {
    return text.charAt(2);
  }

  private static long wide(Object value) {
    return 1L << 40;
  }

  private static int compared(Comparable<?> value) {
    return value.toString().length();
  }

  public static String run() {
    List<String> lines = new ArrayList<>();
    boxing(lines);
    unboxing(lines);
    widening(lines);
    dropping(lines);
    return String.join("\n", lines);
  }

  private static void boxing(List<String> lines) {
    IntFunction<Object> boxed = Conversions::boxed;
    lines.add(boxed.apply(1).toString());
    LongFunction<Long> sameLong = Conversions::same;
    lines.add(sameLong.apply(1L << 50).toString());
    Function<String, Character> character = Conversions::third;
    lines.add(character.apply("abc").toString());
    Function<String, Comparable<Character>> comparable = Conversions::third;
    lines.add(comparable.apply("abcd").toString());
    Predicate<String> empty = String::isEmpty;
    Function<String, Boolean> emptyToo = String::isEmpty;
    lines.add(empty.test("") + " " + emptyToo.apply("x"));
  }

  private static void unboxing(List<String> lines) {
    Function<Integer, Long> longer = Conversions::twice;
    lines.add(longer.apply(1 << 30).toString());
    BiFunction<Integer, Integer, Integer> larger = Math::max;
    lines.add(larger.apply(3, 4).toString());
    Function<Character, Integer> code = Character::getNumericValue;
    lines.add(code.apply('7').toString());
    ToIntFunction<Object> unboxed = Conversions::boxed;
    ToLongFunction<Object> longest = Conversions::boxed;
    lines.add(unboxed.applyAsInt("x") + " " + longest.applyAsLong("y"));
    ToLongFunction<Supplier<Integer>> gotten = Supplier::get;
    lines.add(Long.toString(gotten.applyAsLong(() -> 5)));
    ToDoubleFunction<Supplier<Float>> got = Supplier::get;
    lines.add(Double.toString(got.applyAsDouble(() -> 6.5f)));
    BooleanSupplier truth = List.of(true)::isEmpty;
    Predicate<Supplier<Boolean>> said = Supplier::get;
    lines.add(truth.getAsBoolean() + " " + said.test(() -> true));
    Bounded<Integer> bounded = Conversions::compared;
    lines.add(Integer.toString(bounded.take(1234)));
  }

  private static void widening(List<String> lines) {
    IntToLongFunction longer = Conversions::twice;
    lines.add(Long.toString(longer.applyAsLong(1 << 30)));
    IntToDoubleFunction doubled = Conversions::twice;
    lines.add(Double.toString(doubled.applyAsDouble(7)));
    Characters characters = Character::getNumericValue;
    Characters negated = Math::negateExact;
    lines.add(characters.at('8') + " " + negated.at('a'));
    Wide all = Conversions::sum;
    lines.add(Double.toString(all.all((byte) 1, (short) 2, 3, 4L << 33, 5.5f)));
    IntBinaryOperator added = Integer::sum;
    lines.add(Integer.toString(added.applyAsInt(1, 2)));
  }

  private static void dropping(List<String> lines) {
    Consumer<String> added = lines::add;
    added.accept("dropped");
    Dropped nothing = Conversions::wide;
    nothing.take(1);
    Consumer<Object> made = value -> lines.add("lambda " + value);
    made.accept(2);
    Runnable object = Object::new;
    object.run();
  }
}
