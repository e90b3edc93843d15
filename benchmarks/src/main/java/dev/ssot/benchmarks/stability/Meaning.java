package dev.ssot.benchmarks.stability;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.TokenRange;
import com.github.javaparser.ast.CompilationUnit;
import dev.ssot.rules.model.Finding;
import dev.ssot.rules.model.Related;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Whether the code of a finding means the same in two states: its files differ in blanks and
 * comments at most.
 */
final class Meaning {

  private final JavaParser parser =
      new JavaParser(
          new ParserConfiguration()
              .setLanguageLevel(ParserConfiguration.LanguageLevel.RAW)
              .setAttributeComments(false));
  private final Map<Path, Integer> hashes = new HashMap<>();

  boolean isKept(Finding finding, Path before, Path after) {
    Set<String> paths = new TreeSet<>(Set.of(finding.location().path()));
    finding.statement().related().stream()
        .map(Related::location)
        .forEach(place -> paths.add(place.path()));
    return paths.stream()
        .allMatch(
            path ->
                Files.exists(after.resolve(path))
                    && hash(before.resolve(path)) == hash(after.resolve(path)));
  }

  private int hash(Path file) {
    return hashes.computeIfAbsent(file, this::compute);
  }

  private int compute(Path file) {
    try {
      String text = Files.readString(file);
      StringBuilder tokens = new StringBuilder();
      parser
          .parse(text)
          .getResult()
          .flatMap(CompilationUnit::getTokenRange)
          .map(TokenRange::spliterator)
          .ifPresent(
              all ->
                  all.forEachRemaining(
                      token -> {
                        if (!token.getCategory().isWhitespaceOrComment()) {
                          tokens.append(token.getText()).append(' ');
                        }
                      }));
      return tokens.isEmpty() ? text.hashCode() : tokens.toString().hashCode();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
