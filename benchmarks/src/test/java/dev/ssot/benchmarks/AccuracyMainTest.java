package dev.ssot.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ssot.benchmarks.measure.Measure;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccuracyMainTest {

  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final Path home;

  AccuracyMainTest(@TempDir Path home) {
    this.home = home;
  }

  private String said() {
    return err.toString(StandardCharsets.UTF_8);
  }

  private int run(String... arguments) {
    PrintStream stream = new PrintStream(err, true, StandardCharsets.UTF_8);
    return AccuracyMain.run(List.of(arguments), stream, stream);
  }

  private void data(String name, String text) throws IOException {
    Path folder = Files.createDirectories(home.resolve("benchmarks/accuracy"));
    Files.writeString(folder.resolve(name), text);
  }

  /** A project with one library, measured by discovery alone. */
  private int discover(String floors) throws IOException {
    new Fixture(home.resolve(".corpus/accuracy/development"));
    data("codebases.tsv", "development\tdevelopment\torg.a:one:1.0\n");
    data("labels.tsv", "");
    data("judged.tsv", "");
    data("floors.tsv", floors);
    return run(
        "--home", home.toString(), "--part", "development", "--only", "discovery", "--check");
  }

  @Test
  void aRunWithinItsBoundsSucceeds() throws IOException {
    assertEquals(0, discover("development.discovery.highest-rate\tat-most\t10\n"), said());
    assertTrue(Files.exists(home.resolve("benchmarks/target/accuracy/development-findings.tsv")));
  }

  @Test
  void aRunThatMissesABoundFails() throws IOException {
    assertEquals(1, discover("development.discovery.rate\tat-least\t10\n"));
    assertTrue(said().contains("it must be at least 10.0000"), said());
  }

  @Test
  void badDataIsNamedWithItsLine() throws IOException {
    data("codebases.tsv", "development\tdevelopment\torg.a:one\n");
    assertEquals(2, run("--home", home.toString()));
    assertTrue(said().contains("codebases.tsv:1: `org.a:one` is not"), said());
  }

  @Test
  void anUnknownArgumentIsMisuse() {
    assertEquals(2, run("--fast"));
    assertTrue(said().contains("unknown argument --fast"), said());
  }

  @Test
  void onlyWholePartsAreWritten() {
    for (List<String> partial :
        List.of(List.of("--write", "--sample"), List.of("--write", "--only", "ranking"))) {
      assertThrows(Options.Misuse.class, () -> Options.parse(partial), partial.toString());
    }
    assertTrue(Options.parse(List.of("--write")).write());
    assertTrue(Options.parse(List.of("--write", "--part", "scored")).write());
  }

  @Test
  void everythingIsMeasuredUnlessSomethingIsAskedFor() {
    assertEquals(Set.of(Measure.values()), Options.parse(List.of()).measures());
    assertEquals(Set.of(Measure.RANKING), Options.parse(List.of("--only", "ranking")).measures());
  }
}
