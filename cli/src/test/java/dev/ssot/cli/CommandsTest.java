package dev.ssot.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;

class CommandsTest {

  private static CommandLine create(String... arguments) {
    Surroundings surroundings =
        new Surroundings(
            new ByteArrayInputStream(new byte[0]),
            OutputStream.nullOutputStream(),
            OutputStream.nullOutputStream(),
            Path.of("").toAbsolutePath(),
            Map.of(),
            Terminals.NONE,
            () -> 0,
            Program.TODAY);
    Streams streams = new Streams(surroundings);
    return Commands.create(
        new SsotCommand(), surroundings, streams, new Failures(streams, () -> false), arguments);
  }

  private static Set<String> names(String... arguments) {
    return create(arguments).getSubcommands().keySet();
  }

  @Test
  void eachCommandIsListedUnderTheNameThatItGivesItself() {
    create()
        .getSubcommands()
        .forEach(
            (name, command) ->
                assertEquals(
                    name,
                    command
                        .getCommandSpec()
                        .userObject()
                        .getClass()
                        .getAnnotation(Command.class)
                        .name()));
  }

  @Test
  void aCommandThatIsNamedFirstIsSetUpAlone() {
    for (String name : names()) {
      if (!name.equals("completion")) {
        assertEquals(Set.of(name), names(name, "--help"), name);
      }
    }
  }

  @Test
  void allAreSetUpForWhatTellsOfAll() {
    Set<String> all = names();
    assertNotEquals(1, all.size());
    assertEquals(all, names("--help"));
    assertEquals(all, names("completion"));
    assertEquals(all, names("--debug", "check"));
    assertEquals(all, names("chekc"));
    assertEquals(all, names(""));
  }

  @Test
  void aNameThatIsMistypedIsHeldAgainstAllOfThem() {
    Program.Run run = Program.in(Path.of("").toAbsolutePath()).run("suppresions");
    assertTrue(run.err().contains("suppressions"), run.err());
    assertEquals(2, run.status());
  }
}
