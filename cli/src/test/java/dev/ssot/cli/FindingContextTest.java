package dev.ssot.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a report knows around its findings: code and owners. */
class FindingContextTest {

  private static final String USER = "src/com/acme/User.java";

  private final Path folder;
  private final Project project;

  FindingContextTest(@TempDir Path folder) {
    this.folder = folder;
    project =
        LegacyProject.in(folder).file("ssot.yaml", LegacyProject.POLICY).file(USER, user("One"));
  }

  private static String user(String old) {
    return LegacyProject.user("com.acme", "User", old);
  }

  private JsonNode json(String... options) throws JsonProcessingException {
    String[] args =
        Stream.concat(Stream.of("check", "--format", "json"), Stream.of(options))
            .toArray(String[]::new);
    Program.Run run = new GitFolder(folder).program("").run(args);
    assertEquals("", run.err());
    return JsonMapper.builder().build().readTree(run.out());
  }

  private static List<String> texts(JsonNode nodes) {
    return Stream.iterate(0, i -> i < nodes.size(), i -> i + 1)
        .map(i -> nodes.get(i).asText())
        .toList();
  }

  @Test
  void jsonHoldsCodeOnlyWhereItIsAskedFor() throws JsonProcessingException {
    assertTrue(json().get("excerpts").isEmpty());
    assertTrue(json("--no-excerpts").get("excerpts").isEmpty());
    JsonNode excerpts = json("--excerpts").get("excerpts");
    assertEquals(2, excerpts.size());
    assertEquals(USER, excerpts.at("/1/path").asText());
    assertEquals(2, excerpts.at("/1/line").asInt());
    assertEquals(List.of("", "import com.acme.old.One;", ""), texts(excerpts.at("/1/lines")));
  }

  @Test
  void htmlHoldsCodeUnlessToldOtherwise() {
    String code = "<td class=\"c\">import com.acme.old.One;</td>";
    Program program = Program.in(folder);
    assertTrue(program.run("check", "--format", "html").out().contains(code));
    String bare = program.run("check", "--format", "html", "--no-excerpts").out();
    assertFalse(bare.contains(code));
    assertTrue(bare.contains("This report holds no code"));
  }

  @Test
  void anotherReportOfTheSameRunHoldsNoCode() throws IOException {
    String alone = Program.in(folder).run("check", "--format", "json").out();
    Program.Run both =
        Program.in(folder)
            .run("check", "--format", "html", "--output", "a.html", "--format", "json");
    assertEquals(alone, both.out());
    assertTrue(Files.readString(folder.resolve("a.html")).contains("class=\"code one\""));
  }

  @Test
  void codeOfTheIndexComesFromTheIndex() throws JsonProcessingException {
    GitFolder git = GitFolder.init(folder);
    git.done("add", ".");
    project.file(USER, user("Other"));

    JsonNode excerpts = json("--excerpts", "--staged").get("excerpts");

    assertEquals("import com.acme.old.One;", excerpts.at("/1/lines/1").asText());
  }

  @Test
  void knowsWhoOwnsAFile() throws JsonProcessingException {
    assertTrue(json().get("owners").isEmpty());
    project.file("docs/CODEOWNERS", "* @all\n*.java @java @core\n");
    assertEquals(USER, json().at("/owners/0/path").asText());
    assertEquals(List.of("@java", "@core"), texts(json().at("/owners/0/owners")));
  }

  @Test
  void ownersAreThoseOfTheRepositoryAndOfItsPlatform() throws JsonProcessingException {
    GitFolder.init(folder);
    project.file("CODEOWNERS", "[Java] @java\n*.java\n").file("src/CODEOWNERS", "* @nobody\n");
    assertEquals(List.of("@java"), texts(json("src").at("/owners/0/owners")));
    project.file(".github/CODEOWNERS", "/src/ @github\n");
    assertEquals(List.of("@github"), texts(json("src").at("/owners/0/owners")));
  }

  @Test
  void ownersOfTheIndexComeFromTheIndex() throws JsonProcessingException {
    GitFolder git = GitFolder.init(folder);
    project.file("CODEOWNERS", "* @staged\n");
    git.done("add", ".");
    project.file("CODEOWNERS", "* @later\n");
    assertEquals(List.of("@staged"), texts(json("--staged").at("/owners/0/owners")));
  }
}
