package dev.ssot.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The tool on its own code, under its own policy. */
class OwnCodeTest {

  private static final String ROUTER = "router/target/classes";

  private static final Path HOME = Path.of("..").toAbsolutePath().normalize();

  @Test
  void findsNothingInThisRepository() {
    Program.Run run = Program.in(HOME).run("check", "--format", "json");
    assertEquals(new TreeSet<>(), Marks.found(run.out()));
    assertEquals(0, run.status(), run.err());
  }

  @Test
  void findsNoRivalOfTheShippedRouterInItsOwnModule() {
    String policy = "cli/src/main/resources/dev/ssot/cli/policies/websocket-router.yaml";
    Program.Run run =
        Program.in(HOME).run("check", "--policy", policy, "--format", "json", "router");
    assertEquals(new TreeSet<>(), Marks.found(run.out()));
    assertEquals(0, run.status(), run.err());
  }

  /** The rules on class files have seen the compiled router, and its transport alone may send. */
  @Test
  void hasHeldTheClassFilesOfTheRouterAgainstThePolicy() {
    Program.Run run =
        Program.in(HOME)
            .run("check", "--format", "json", "--rule", "bypass", "--classes", ROUTER, "router");
    JsonNode coverage = Marks.tree(run.out()).get("coverage");
    assertEquals(0, run.status(), run.err());
    assertEquals(0, coverage.get("classFiles").get("outdated").asInt());
    assertTrue(coverage.get("rules").get(0).get("subjects").asInt() > 1000, run.out());
  }

  @Test
  void hasLookedAtEveryModuleAndScoredTheCanonicalRouter() {
    JsonNode result = Marks.tree(Program.in(HOME).run("check", "--format", "json").out());
    assertTrue(result.get("coverage").get("files").get("read").asInt() > 200);
    JsonNode role = result.get("compliance").get("roles").get(0);
    assertEquals("dev.ssot.router.MessageRouter", role.get("canonical").asText());
    assertTrue(role.get("total").get("sites").asInt() > 1);
  }
}
