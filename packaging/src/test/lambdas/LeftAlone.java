package sample;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.function.Function;
import java.util.function.Supplier;

/** Lambdas of which more is asked than their interface: bridges, markers, serialization. */
public final class LeftAlone {

  private interface Marker {}

  private interface Narrowed extends Function<String, Integer> {
    @Override
    Integer apply(String text);
  }

  public static String run() throws IOException, ClassNotFoundException {
    String captured = "captured";
    Supplier<String> serializable = (Supplier<String> & Serializable) () -> captured + " by both";
    Narrowed narrowed = String::length;
    Runnable marked = (Runnable & Marker) () -> {};
    marked.run();
    return again(serializable).get()
        + ((Function<String, Integer>) narrowed).apply("four")
        + (marked instanceof Marker);
  }

  @SuppressWarnings("unchecked")
  private static Supplier<String> again(Object value) throws IOException, ClassNotFoundException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(value);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      return (Supplier<String>) in.readObject();
    }
  }
}
