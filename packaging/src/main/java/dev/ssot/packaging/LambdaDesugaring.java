package dev.ssot.packaging;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Turns the lambdas and method references of a jar into plain classes, in place.
 *
 * <p>A compiler leaves each as a call that is linked when it is first reached: a class is made for
 * it then, which is much of the time of a program that is over soon. Here the class is made
 * beforehand, in the package and the nest of the class that has the lambda, so that bodies stay
 * private; the call becomes a read of its one instance, or, where something is captured, a call of
 * its factory. Both leave on the stack what the call left there.
 *
 * <p>Only class files of the given packages are changed, and in these only calls that can be
 * carried over as they are ({@link LambdaCall#of}). The same jar always gives the same bytes; one
 * that has nothing to change is not written.
 */
public final class LambdaDesugaring {

  private LambdaDesugaring() {}

  /**
   * Runs as a program.
   *
   * @param arguments the jar, and the packages whose class files may be changed, with those below
   * @throws IllegalArgumentException if there are fewer than two arguments
   * @throws UncheckedIOException if the jar cannot be read or written; it is as it was then
   */
  public static void main(String[] arguments) {
    if (arguments.length < 2) {
      throw new IllegalArgumentException(
          "%d arguments were given; give a jar and one or more packages"
              .formatted(arguments.length));
    }
    List<String> all = List.of(arguments);
    desugar(Path.of(all.get(0)), all.subList(1, all.size()));
  }

  private static void desugar(Path file, List<String> packages) {
    Jar jar = new Jar(file);
    try {
      Map<String, byte[]> changed = new ClassFiles(jar.classes(packages)).withoutLambdas();
      if (!changed.isEmpty()) {
        jar.put(changed);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(
          "the lambdas of %s cannot be made classes: %s; build it again, or mend what keeps it from being read or written"
              .formatted(file, e.getMessage()),
          e);
    }
  }
}
