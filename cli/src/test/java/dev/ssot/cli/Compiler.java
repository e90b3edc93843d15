package dev.ssot.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles a folder of sources, as the proof that a change has broken nothing. */
final class Compiler {

  private Compiler() {}

  /** Fails with the compiler's own words unless everything below a folder compiles. */
  static void assertCompiles(Path sources, String encoding, Path classes) {
    StringWriter said = new StringWriter();
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    List<String> options =
        new ArrayList<>(
            List.of("-proc:none", "-nowarn", "-encoding", encoding, "-d", classes.toString()));
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
        Stream<Path> found = Files.walk(sources)) {
      Files.createDirectories(classes);
      List<Path> java = found.filter(file -> file.toString().endsWith(".java")).sorted().toList();
      boolean compiled =
          compiler
              .getTask(said, files, null, options, null, files.getJavaFileObjectsFromPaths(java))
              .call();
      assertEquals("", compiled ? "" : said.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
