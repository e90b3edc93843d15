package dev.ssot.rules.codebase.source;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParseResult;
import com.github.javaparser.ast.CompilationUnit;
import dev.ssot.rules.codebase.CallFact;
import dev.ssot.rules.codebase.CloserLook;
import dev.ssot.rules.codebase.Codebase;
import dev.ssot.rules.codebase.Codebase.TypeEntry;
import dev.ssot.rules.codebase.DeclaredContract;
import dev.ssot.rules.codebase.FileCalls;
import dev.ssot.rules.codebase.SourceUnit;
import dev.ssot.rules.codebase.TestOutline;
import dev.ssot.rules.codebase.TypeNames;
import dev.ssot.rules.codebase.TypeOutline;
import dev.ssot.rules.codebase.Workers;
import dev.ssot.rules.model.Overlay;
import dev.ssot.rules.model.Region;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Parses files of a scan again, several at once, and forgets each tree.
 *
 * <p>The result does not depend on the number of threads: answers are kept in the order of the
 * files.
 */
public final class SecondReading implements CloserLook {

  private final Path base;
  private final Codebase codebase;
  private final int threads;
  private final Overlay overlay;
  private final Consumer<String> hears;

  /**
   * A second reading of the files of a codebase below {@code base}.
   *
   * @param threads at least 1
   */
  public SecondReading(Path base, Codebase codebase, int threads) {
    this(base, codebase, threads, Overlay.none(), path -> {});
  }

  /**
   * A second reading of files that differ from those on disk.
   *
   * @param hears is told of the path of each file before it is read, by several threads at once
   */
  public SecondReading(
      Path base, Codebase codebase, int threads, Overlay overlay, Consumer<String> hears) {
    this.base = base;
    this.codebase = codebase;
    this.threads = threads;
    this.overlay = overlay;
    this.hears = hears;
  }

  @Override
  public List<TypeOutline> outlines(Collection<TypeEntry> types) {
    Map<String, List<TypeEntry>> byFile = byFile(types);
    return each(
        units(byFile),
        () ->
            (unit, result) ->
                new OutlineReader(result).outlines(byFile.getOrDefault(unit.path(), List.of())));
  }

  @Override
  public List<FileCalls> callsByFile(
      Collection<SourceUnit> units, Set<String> watched, Set<String> members) {
    return each(
        List.copyOf(units),
        () -> {
          MemberTypes types = new MemberTypes(codebase);
          return (unit, result) -> {
            Set<String> consulted = types.consulted();
            List<CallFact> calls =
                new CallReader(unit, watched, members, types)
                    .read(result.getResult().orElseThrow());
            consulted.remove(unit.path());
            return List.of(new FileCalls(unit, calls, consulted));
          };
        });
  }

  @Override
  public List<DeclaredContract> contracts(Collection<TypeEntry> types) {
    Map<String, List<TypeEntry>> byFile = byFile(types);
    return each(
        units(byFile),
        () ->
            (unit, result) ->
                new SignatureReader(new TypeNames(codebase, unit))
                    .contracts(
                        result.getResult().orElseThrow(),
                        byFile.getOrDefault(unit.path(), List.of())));
  }

  @Override
  public List<TestOutline> tests(
      Collection<SourceUnit> units, Set<String> watched, Set<String> heirs) {
    return each(
        List.copyOf(units),
        () -> {
          TestTypes types = new TestTypes(codebase, watched, heirs);
          return (unit, result) ->
              new TestReader(unit, types).read(result.getResult().orElseThrow());
        });
  }

  @Override
  public Region place(SourceUnit unit, int line, String word) {
    try {
      return text(unit)
          .lines()
          .skip(line - 1L)
          .findFirst()
          .map(text -> Regions.ofWord(text, line, word))
          .orElse(new Region(line, 1, line, 1));
    } catch (IOException | SourceText.NotText e) {
      return new Region(line, 1, line, 1);
    }
  }

  private static Map<String, List<TypeEntry>> byFile(Collection<TypeEntry> types) {
    Map<String, List<TypeEntry>> byFile = new LinkedHashMap<>();
    for (TypeEntry type : types) {
      byFile.computeIfAbsent(type.unit().path(), path -> new ArrayList<>()).add(type);
    }
    return byFile;
  }

  private static List<SourceUnit> units(Map<String, List<TypeEntry>> byFile) {
    return byFile.values().stream().map(some -> some.get(0).unit()).toList();
  }

  /** Reads one parsed file after another. */
  private interface Reader<T>
      extends BiFunction<SourceUnit, ParseResult<CompilationUnit>, List<T>> {}

  /** What a reader of each thread makes of the files that can be parsed, in their order. */
  private <T> List<T> each(List<SourceUnit> units, Supplier<Reader<T>> readers) {
    AtomicReferenceArray<List<T>> answers = new AtomicReferenceArray<>(units.size());
    AtomicInteger next = new AtomicInteger();
    Workers.run(
        Math.min(threads, units.size()),
        () -> {
          JavaParser parser = JavaReader.newParser();
          Reader<T> reader = readers.get();
          for (int i = next.getAndIncrement(); i < units.size(); i = next.getAndIncrement()) {
            SourceUnit unit = units.get(i);
            answers.set(
                i, parsed(unit, parser).map(tree -> reader.apply(unit, tree)).orElse(List.of()));
          }
        });
    List<T> all = new ArrayList<>();
    for (int i = 0; i < answers.length(); i++) {
      all.addAll(answers.get(i));
    }
    return all;
  }

  private String text(SourceUnit unit) throws IOException {
    hears.accept(unit.path());
    return SourceText.decode(overlay.bytes(base, unit.path())).text();
  }

  /** The tree of a file, unless the file has become unreadable since the first reading. */
  private Optional<ParseResult<CompilationUnit>> parsed(SourceUnit unit, JavaParser parser) {
    try {
      String text = text(unit);
      if (Nesting.isTooDeep(text)) {
        return Optional.empty();
      }
      ParseResult<CompilationUnit> result = parser.parse(text);
      return result.getResult().isPresent() ? Optional.of(result) : Optional.empty();
    } catch (IOException | RuntimeException | StackOverflowError e) {
      return Optional.empty();
    }
  }
}
