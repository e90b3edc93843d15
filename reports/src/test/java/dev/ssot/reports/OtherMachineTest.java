package dev.ssot.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A machine with another locale, time zone, encoding and line separator writes the same bytes. */
final class OtherMachineTest {

  @Test
  void writesTheSameBytes(@TempDir Path folder) throws IOException, InterruptedException {
    Path here = Files.createDirectory(folder.resolve("here"));
    Path there = Files.createDirectory(folder.resolve("there"));
    writeAll(here);
    runElsewhere(there);
    for (Scenario scenario : Scenario.values()) {
      for (String format : Reporters.formats()) {
        String name = scenario.label() + "." + format;
        assertEquals(-1, Files.mismatch(here.resolve(name), there.resolve(name)), name);
      }
    }
  }

  private static void runElsewhere(Path folder) throws IOException, InterruptedException {
    String classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    Path log = folder.resolve("log");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Duser.language=th",
                "-Duser.country=TH",
                "-Duser.variant=TH",
                "-Duser.extensions=u-nu-thai-ca-buddhist",
                "-Duser.timezone=Asia/Kathmandu",
                "-Dfile.encoding=ISO-8859-1",
                "-Dline.separator=\r\n",
                "-cp",
                classPath,
                OtherMachineTest.class.getName(),
                folder.toString())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    if (!process.waitFor(2, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new AssertionError("The other machine did not end");
    }
    assertEquals(0, process.exitValue(), () -> read(log));
    assertEquals("๓", read(log), "The other machine must write numbers in its own way");
  }

  private static String read(Path log) {
    try {
      return new String(Files.readAllBytes(log), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      return e.toString();
    }
  }

  /** What the other machine runs; prints a number in its default locale. */
  public static void main(String[] arguments) throws IOException {
    writeAll(Path.of(arguments[0]));
    byte[] number = String.format("%d", 3).getBytes(StandardCharsets.UTF_8);
    System.out.write(number);
    System.out.flush();
  }

  private static void writeAll(Path folder) throws IOException {
    for (Scenario scenario : List.of(Scenario.values())) {
      for (Reporter reporter : Reporters.all()) {
        Path file = folder.resolve(scenario.label() + "." + reporter.format());
        try (OutputStream out = Files.newOutputStream(file)) {
          reporter.write(scenario.result(), Scenario.COLOURED, out);
        }
      }
    }
  }
}
