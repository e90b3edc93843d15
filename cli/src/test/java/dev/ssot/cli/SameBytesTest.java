package dev.ssot.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ssot.cli.Program.Run;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The same code gives the same bytes, in every format, wherever and however it is scanned. */
class SameBytesTest {

  private static final Path EXAMPLE = Path.of("src/test/projects/fragmented-chat").toAbsolutePath();

  /** The others are made of what JSON holds, as {@link ReportCommandTest} shows. */
  private static final List<String> FORMATS = List.of("console", "json", "sarif", "sarif-archive");

  private static Run check(Path from, String format, String... options) {
    List<String> args = new ArrayList<>(List.of("check", "--format", format));
    args.addAll(List.of(options));
    return Program.in(from).run(args.toArray(String[]::new));
  }

  private static Stream<DynamicTest> inEveryFormat(Function<String, Run> other) {
    return FORMATS.stream()
        .map(
            format ->
                DynamicTest.dynamicTest(
                    format,
                    () -> {
                      Run here = check(EXAMPLE, format);
                      assertTrue(here.out().contains("MessageRouter"), here.err());
                      assertEquals(here, other.apply(format));
                    }));
  }

  @TestFactory
  Stream<DynamicTest> fromAnotherFolder() {
    return inEveryFormat(format -> check(Path.of("/"), format, EXAMPLE.toString()));
  }

  @TestFactory
  Stream<DynamicTest> fromWithin() {
    return inEveryFormat(format -> check(EXAMPLE.resolve("src/main"), format, "../.."));
  }

  @TestFactory
  Stream<DynamicTest> byAPolicyThatIsNamed() {
    return inEveryFormat(
        format ->
            check(EXAMPLE.resolve("src"), format, "--policy", "../ssot.yaml", "..", "./main"));
  }

  @TestFactory
  Stream<DynamicTest> onOneThreadOrMany() {
    return Stream.of("1", "7")
        .flatMap(threads -> inEveryFormat(format -> check(EXAMPLE, format, "--threads", threads)));
  }

  @TestFactory
  Stream<DynamicTest> inAnotherLocaleAndTimeZone() {
    return Stream.of("tr-TR", "ar-EG-u-nu-arab-ca-islamic")
        .flatMap(tag -> inEveryFormat(format -> inLocale(Locale.forLanguageTag(tag), format)));
  }

  private static Run inLocale(Locale locale, String format) {
    Locale localeBefore = Locale.getDefault();
    TimeZone zoneBefore = TimeZone.getDefault();
    try {
      Locale.setDefault(locale);
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
      return check(EXAMPLE, format);
    } finally {
      Locale.setDefault(localeBefore);
      TimeZone.setDefault(zoneBefore);
    }
  }
}
