package sample;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntUnaryOperator;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Lambdas wherever code can stand. */
public final class Places {

  private static final Function<Integer, Integer> FACTORIAL =
      n -> n < 2 ? 1 : n * Places.FACTORIAL.apply(n - 1);
  private static final List<String> STATIC = new ArrayList<>();

  static {
    Stream.of("static", "initializer").map(String::toUpperCase).forEach(STATIC::add);
  }

  private final Supplier<String> field = () -> "field of " + name();
  private final String name;
  private final IntUnaryOperator fibonacci;

  private Places(String name) {
    Supplier<String> inConstructor = () -> name + " in constructor";
    this.name = inConstructor.get();
    this.fibonacci = n -> n < 2 ? n : fibonacci(n - 1) + fibonacci(n - 2);
  }

  private String name() {
    return name;
  }

  private int fibonacci(int n) {
    return fibonacci.applyAsInt(n);
  }

  private interface Contract {

    Supplier<String> CONSTANT = () -> "constant of an interface";

    String name();

    default Supplier<String> inDefault(String suffix) {
      return () -> hidden() + suffix;
    }

    private String hidden() {
      Supplier<String> inPrivate = () -> "private " + name();
      return inPrivate.get();
    }

    static UnaryOperator<String> inStatic(int times) {
      return text -> text.repeat(times);
    }
  }

  private enum Operation implements IntUnaryOperator {
    NEGATE(n -> -n),
    TWICE(Operation::twice),
    THRICE(null) {
      @Override
      public int applyAsInt(int operand) {
        IntUnaryOperator body = n -> 3 * n + ordinal();
        return body.applyAsInt(operand);
      }
    };

    private final IntUnaryOperator body;

    Operation(IntUnaryOperator body) {
      this.body = body;
    }

    private static int twice(int n) {
      return 2 * n;
    }

    @Override
    public int applyAsInt(int operand) {
      return body.applyAsInt(operand);
    }
  }

  private record Pair(String left, Supplier<String> right) {

    private Pair {
      Supplier<String> before = right;
      right = () -> "(" + before.get() + ")";
    }

    String both() {
      Function<Pair, String> accessor = Pair::left;
      return accessor.apply(this) + right.get();
    }
  }

  private final class Inner {

    private Supplier<Supplier<String>> nested(long number) {
      return () -> {
        String text = name + number;
        return () -> text + new Deeper().get(number);
      };
    }

    private final class Deeper {

      private String get(long number) {
        Supplier<String> outer = () -> "; deeper " + name + " " + number;
        return outer.get();
      }
    }
  }

  private static class Nested implements Contract {

    @Override
    public String name() {
      return "nested";
    }
  }

  public static String run() {
    Places places = new Places("place");
    Contract anonymous =
        new Contract() {
          private final Supplier<String> own = () -> "anonymous " + STATIC;

          @Override
          public String name() {
            return own.get();
          }
        };
    class Local {
      private String get() {
        Supplier<String> inLocal = () -> "local " + places.name;
        return inLocal.get();
      }
    }
    List<String> lines =
        new ArrayList<>(
            List.of(
                FACTORIAL.apply(6).toString(),
                Integer.toString(places.fibonacci(9)),
                places.field.get(),
                Contract.CONSTANT.get(),
                new Nested().inDefault("!").get(),
                anonymous.inDefault("?").get(),
                Contract.inStatic(3).apply("ab"),
                new Pair("left", () -> "right").both(),
                places.new Inner().nested(7L).get().get(),
                new Local().get()));
    for (Operation operation : Operation.values()) {
      lines.add(operation + " " + operation.applyAsInt(21));
    }
    return String.join("\n", lines);
  }
}
