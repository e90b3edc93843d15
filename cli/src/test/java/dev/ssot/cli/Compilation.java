package dev.ssot.cli;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles sources with the compiler of the running JDK. */
final class Compilation {

  private Compilation() {}

  /**
   * Compiles all Java files below a folder for Java 17, with the class path of the tests.
   *
   * @throws IllegalArgumentException with the messages of the compiler if there is an error
   */
  static void run(Path sources, Path target) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter messages = new StringWriter();
    try (Stream<Path> files = Files.walk(sources);
        StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
      Files.createDirectories(target);
      List<Path> java = files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
      List<String> options =
          List.of(
              "--release",
              "17",
              "-proc:none",
              "-g",
              "-d",
              target.toString(),
              "-cp",
              System.getProperty("java.class.path"));
      boolean fine =
          compiler
              .getTask(
                  messages, manager, null, options, null, manager.getJavaFileObjectsFromPaths(java))
              .call();
      if (!fine) {
        throw new IllegalArgumentException("The sources do not compile:\n" + messages);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
