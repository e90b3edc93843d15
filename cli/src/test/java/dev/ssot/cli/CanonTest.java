package dev.ssot.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.ssot.cli.policy.PolicyReader;
import dev.ssot.router.MessageRouter;
import dev.ssot.rules.model.Role;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Holds the built-in policy against the router that it names. */
class CanonTest {

  @Test
  void theCanonicalIsTheRouterThatShips(@TempDir Path folder) {
    new Project(folder).file("ssot.yaml", "version: 1\nextends: websocket-router\n");
    Path policy = folder.resolve("ssot.yaml");
    List<Role> roles = new PolicyReader(List.of()).read(policy, "ssot.yaml").roles();
    assertEquals(
        List.of(MessageRouter.class.getName()),
        roles.stream().map(role -> role.canonical().value()).toList());
  }
}
