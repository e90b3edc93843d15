package dev.ssot.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the program says of policy files that are no text of a policy at all. */
class PolicyFileTest {

  private final Path folder;

  PolicyFileTest(@TempDir Path folder) {
    this.folder = folder;
    Project.plain(folder);
  }

  private void assertRejected(String message) {
    Program.Run run = Program.in(folder).run("check");
    assertEquals(message, run.err());
    assertEquals("", run.out());
    assertEquals(2, run.status());
  }

  private Path policy() {
    return folder.resolve("ssot.yaml");
  }

  @Test
  void anEmptyFileIsNoPolicy() throws IOException {
    Files.writeString(policy(), "");
    assertRejected(
        """
        ssot.yaml:1:1: error: the policy is empty
          help: begin with `version: 1`
        """);
  }

  @Test
  void latin1IsRefusedAtItsFirstForeignByte() throws IOException {
    Files.write(policy(), "version: 1\n# gr\u00fcn".getBytes(StandardCharsets.ISO_8859_1));
    assertRejected(
        """
        ssot.yaml:2:5: error: the byte 0xfc is not UTF-8
          help: save the file as UTF-8
        """);
  }

  @Test
  void utf16IsRefused() throws IOException {
    Files.write(policy(), "version: 1\n".getBytes(StandardCharsets.UTF_16));
    assertRejected(
        """
        ssot.yaml:1:1: error: the byte 0xfe is not UTF-8
          help: save the file as UTF-8
        """);
  }

  @Test
  void aCutOffCharacterIsRefused() throws IOException {
    Files.write(policy(), new byte[] {'a', ':', ' ', (byte) 0xc3});
    assertRejected(
        """
        ssot.yaml:1:4: error: the byte 0xc3 is not UTF-8
          help: save the file as UTF-8
        """);
  }

  @Test
  void binaryIsRefused() throws IOException {
    Files.write(policy(), new byte[] {'a', '\n', 'b', 0, 0, 1});
    assertRejected(
        """
        ssot.yaml:2:2: error: the control character U+0000 cannot stand in a policy
          help: save the file as UTF-8 text
        """);
  }

  @Test
  void aHugeFileIsRefused() throws IOException {
    Files.write(policy(), new byte[(1 << 20) + 1]);
    assertRejected(
        """
        ssot.yaml: error: the policy is larger than 1048576 bytes
          help: replace lists of types by package patterns such as `com.acme.old.**`
        """);
  }

  @Test
  void aFolderIsNoPolicy() throws IOException {
    Files.createDirectory(policy());
    assertRejected(
        """
        ssot.yaml: error: the policy is a folder
          help: name the file `ssot.yaml` in it
        """);
  }

  @Test
  void aDanglingLinkIsNotTakenForNoPolicy() throws IOException {
    Files.createSymbolicLink(policy(), folder.resolve("gone.yaml"));
    assertRejected(
        """
        ssot.yaml: error: there is no such policy file
          help: write the file or leave `--policy` out
        """);
  }

  @Test
  void thousandsOfFaultsAreCounted() throws IOException {
    StringBuilder text = new StringBuilder("version: 1\n");
    for (int i = 0; i < 3000; i++) {
      text.append("key").append(i).append(": 1\n");
    }
    Files.writeString(policy(), text);
    Program.Run run = Program.in(folder).run("check");
    assertTrue(run.err().endsWith("error: and 2950 more errors\n"), run.err());
    assertEquals(2, run.status());
  }

  @Test
  void aByteOrderMarkAndCarriageReturnsAreFine() throws IOException {
    Files.writeString(policy(), "\uFEFFversion: 1\r\ngate: {minimum-score: 10}\r\n");
    Program.Run run = Program.in(folder).run("check");
    assertEquals("", run.err());
    assertFalse(run.out().isEmpty());
  }

  @Test
  void anUnreadNameIsRefused() throws IOException {
    Files.writeString(folder.resolve("ssot.yml"), "version: 1\n");
    Program.Run run = Program.in(folder).run("check");
    assertTrue(run.err().contains("ssot.yml: error: a policy of this name is not read"));
    assertEquals(2, run.status());
  }

  @Test
  void aPolicyThatIsNamedAndRefusedAtOnceIsAnError() {
    Program.Run run = Program.in(folder).run("check", "--policy", "ssot.yaml", "--no-policy");
    assertEquals(2, run.status());
    assertEquals(
        """
        error: --policy and --no-policy contradict each other
          help: leave one of the two out
        """,
        run.err());
  }
}
