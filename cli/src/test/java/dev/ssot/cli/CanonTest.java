package dev.ssot.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.ssot.cli.policy.PolicyReader;
import dev.ssot.router.MessageRouter;
import dev.ssot.rules.model.Role;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Holds the built-in policy against the router that it names. */
class CanonTest {

  @Test
  void theCanonicalIsTheRouterThatShips(@TempDir Path folder) {
    new Project(folder).file("ssot.yaml", "version: 1\nextends: websocket-router\n");
    Path policy = folder.resolve("ssot.yaml");
    List<Role> roles = new PolicyReader(List.of(), List.of()).read(policy, "ssot.yaml").roles();
    assertEquals(
        List.of(MessageRouter.class.getName()),
        roles.stream().map(role -> role.canonical().value()).toList());
  }

  /** The router's source stands for the library, as a canonical is looked for among sources. */
  @Test
  void aUseOfAShimIsAFinding(@TempDir Path folder) throws ClassNotFoundException {
    String router = MessageRouter.class.getPackageName();
    String shim = router + ".legacy.EventRouter";
    assertEquals(shim, Class.forName(shim).getName());
    new Project(folder)
        .file("ssot.yaml", "version: 1\nextends: websocket-router\n")
        .file(
            "src/main/java/dev/ssot/router/MessageRouter.java",
            "package %s;\n\npublic final class MessageRouter {}\n".formatted(router))
        .file(
            "src/main/java/shop/Caller.java",
            "package shop;\n\nimport %s;\n\nclass Caller {\n  EventRouter router;\n}\n"
                .formatted(shim));
    Program.Run run = Program.in(folder).run("check", "--format", "json");
    assertEquals(
        Set.of("src/main/java/shop/Caller.java:3 forbidden-import"), Marks.found(run.out()));
    assertEquals(1, run.status(), run.out());
  }
}
