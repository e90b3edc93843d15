package dev.ssot.cli.message;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class DiagnosticTest {

  @Test
  void readsAsCompilersWrite() {
    assertEquals(
        "ssot.yaml:3:7: error: what\n  help: do this",
        new Diagnostic("ssot.yaml", 3, 7, "what", "do this").text());
  }

  @Test
  void leavesOutWhatIsNotKnown() {
    assertEquals("ssot.yaml:3: error: what", new Diagnostic("ssot.yaml", 3, 0, "what", "").text());
    assertEquals("ssot.yaml: error: what", Diagnostic.inFile("ssot.yaml", "what", "").text());
    assertEquals("error: what\n  help: do this", Diagnostic.of("what", "do this").text());
  }

  @Test
  void showsControlCharactersInsteadOfObeyingThem() {
    assertEquals(
        "error: \\u001b[2Jgone\\u000d\\u009b", Diagnostic.of("\u001b[2Jgone\r\u009b", "").text());
  }
}
