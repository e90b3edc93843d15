package sample;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Method references of every kind. */
public final class References extends Parent implements Named {

  private final String text;

  private References(String text) {
    this.text = text;
  }

  /** Takes any number of arguments. */
  static String all(String first, Object... rest) {
    return first + List.of(rest);
  }

  private static String ownStatic(Object value) {
    return "static " + value;
  }

  private String own(String suffix) {
    return text + suffix;
  }

  @Override
  public String greet(String name) {
    return "child greets " + name;
  }

  @Override
  public String name() {
    return text;
  }

  private final class Inner {

    private final int size;

    Inner(int size) {
      this.size = size;
    }

    @Override
    public String toString() {
      return text + size;
    }
  }

  public static String run() {
    List<String> lines = new ArrayList<>();
    Function<Object, String> ofStatic = References::ownStatic;
    lines.add(ofStatic.apply(1));
    Function<String, References> constructor = References::new;
    References made = constructor.apply("made");
    UnaryOperator<String> bound = made::own;
    lines.add(bound.apply("!"));
    BiFunction<References, String, String> unbound = References::own;
    lines.add(unbound.apply(made, "?"));
    Function<Named, String> ofInterface = Named::name;
    lines.add(ofInterface.apply(made));
    Supplier<String> ofBoundInterface = ((Named) made)::described;
    lines.add(ofBoundInterface.get());
    Function<Object, String> ofInterfaceStatic = Named::of;
    lines.add(ofInterfaceStatic.apply("x"));
    Supplier<Collection<String>> library = ArrayList::new;
    lines.add(library.get().toString());
    Comparator<String> compared = String::compareTo;
    lines.add(Integer.toString(compared.compare("a", "b")));
    IntFunction<String[][]> array = String[][]::new;
    lines.add(array.apply(3).getClass() + "" + array.apply(4).length);
    IntFunction<int[]> numbers = int[]::new;
    lines.add(Integer.toString(numbers.apply(5).length));
    UnaryOperator<int[]> copied = int[]::clone;
    lines.add(Integer.toString(copied.apply(new int[6]).length));
    BiFunction<String, Integer, String> variable = References::all;
    lines.add(variable.apply("first", 2));
    made.addOwn(lines);
    return String.join("\n", lines);
  }

  private void addOwn(List<String> lines) {
    UnaryOperator<String> ofThis = this::greet;
    UnaryOperator<String> ofSuper = super::greet;
    UnaryOperator<String> ofSuperInterface = Named.super::decorated;
    UnaryOperator<String> inherited = this::hidden;
    IntFunction<Inner> inner = Inner::new;
    lines.add(ofThis.apply("you"));
    lines.add(ofSuper.apply("you"));
    lines.add(ofSuperInterface.apply("you"));
    lines.add(inherited.apply("you"));
    lines.add(inner.apply(7).toString());
  }
}

class Parent {

  public String greet(String name) {
    return "parent greets " + name;
  }

  protected String hidden(String name) {
    return "protected " + name;
  }
}

interface Named {

  String name();

  default String described() {
    return "named " + name();
  }

  default String decorated(String text) {
    return "<" + text + ">";
  }

  static String of(Object value) {
    return "of " + value;
  }
}
