package dev.ssot.router.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ssot.router.Reply;
import dev.ssot.router.Routes;
import dev.ssot.router.application.RouterApplication;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program as a process that can't do what it is told: it says why and starts nothing. */
class ServeRefusalsIT {

  private final ServeFolder served;

  ServeRefusalsIT(@TempDir Path folder) throws Exception {
    served = new ServeFolder(folder);
  }

  /** Handles nothing. */
  public static final class Empty implements RouterApplication {
    @Override
    public Routes routes() {
      return Routes.builder().build();
    }
  }

  /** Handles one type twice. */
  public static final class Torn implements RouterApplication {
    @Override
    public Routes routes() {
      return Routes.builder()
          .handle("a", (context, message) -> Reply.accepted())
          .handle("a", (context, message) -> Reply.accepted())
          .build();
    }
  }

  /** Can't be made. */
  public static final class Unborn implements RouterApplication {
    public Unborn() {
      throw new IllegalStateException("on purpose");
    }

    @Override
    public Routes routes() {
      return Routes.builder().build();
    }
  }

  private String refused(int status, String... arguments) throws Exception {
    try (RouterProcess process = RouterProcess.start(served.folder(), arguments)) {
      assertEquals(status, process.awaitExit(), process.lines().toString());
      return String.join("\n", process.lines()).replace(served.folder() + "/", "");
    }
  }

  private void assertRefused(String what, int status, String... arguments) throws Exception {
    String said = refused(status, arguments);
    assertTrue(said.startsWith("error: " + what), said);
    assertTrue(said.contains("\n  help: "), said);
  }

  private void assertApplicationRefused(String what, String services) throws Exception {
    served.jar("chat.jar", services, ServeRefusalsIT.class, ChatApplication.class);
    assertRefused(what, 2, "serve", "--config", "router.yaml");
  }

  @Test
  void startsNothingWithoutAConfiguration() throws Exception {
    assertRefused("missing required option: '--config=<file>'", 2, "serve");
    assertEquals(
        "nowhere.yaml: error: there is no such file\n"
            + "  help: write it, or name another with --config",
        refused(2, "serve", "--config", "nowhere.yaml"));
  }

  @Test
  void namesThePlaceOfAWrongKey() throws Exception {
    served.config("path: /ws", "paht: /ws");
    String said = refused(2, "serve", "--config", "router.yaml");
    assertTrue(said.startsWith("router.yaml:8:1: error: `paht` is no key"), said);
  }

  @Test
  void startsNothingWithoutAnApplication() throws Exception {
    served.config("application: [chat.jar]", "");
    assertRefused("there is no application", 2, "serve", "--config", "router.yaml");
  }

  @Test
  void startsNothingWithAnApplicationThatIsOfNoUse() throws Exception {
    String name = ServeRefusalsIT.class.getName();
    assertApplicationRefused("there is no application", "");
    assertApplicationRefused("the application can't be loaded", "com.acme.Nobody");
    assertApplicationRefused("the application can't be loaded", name + "$Unborn");
    assertApplicationRefused("the application " + name + "$Empty has no handler", name + "$Empty");
    assertApplicationRefused("the application " + name + "$Torn can't say", name + "$Torn");
    assertApplicationRefused(
        "there are 2 applications", name + "$Empty\n" + ChatApplication.class.getName());
  }

  @Test
  void startsNothingWithoutKeys() throws Exception {
    Files.writeString(served.folder().resolve("jwks.json"), "{\"keys\":[]}");
    String said = refused(2, "serve", "--config", "router.yaml");
    assertTrue(said.startsWith("error: jwks.json has no key; give one"), said);
  }

  @Test
  void startsNothingWithAKeyThatIsNone() throws Exception {
    for (String name : List.of("chain.pem", "key.pem")) {
      Files.writeString(served.folder().resolve(name), "hunter2", StandardCharsets.UTF_8);
    }
    served.config(
        "# tls:", "tls:", "#   certificates:", "  certificates:", "#   key: k", "  key: k");
    String said = refused(2, "serve", "--config", "router.yaml");
    assertTrue(said.startsWith("error: chain.pem and key.pem are no certificate"), said);
    assertTrue(!said.contains("hunter2"), said);
  }

  @Test
  void saysThatAnAddressIsTaken() throws Exception {
    try (RouterProcess first = RouterProcess.serving(served.folder())) {
      String port = "127.0.0.1:" + first.port();
      served.config("127.0.0.1:8080", port, "127.0.0.1:9090", "127.0.0.1:0");
      assertRefused("an address can't be listened at", 3, "serve", "--config", "router.yaml");
      String operations = "127.0.0.1:" + first.operationsPort();
      served.config("127.0.0.1:8080", "127.0.0.1:0", "127.0.0.1:9090", operations);
      assertRefused("an address can't be listened at", 3, "serve", "--config", "router.yaml");
    }
  }

  @Test
  void printsWhatWouldBeInEffectAndStartsNothing() throws Exception {
    String printed = refused(0, "serve", "--config", "router.yaml", "--check-config");
    assertTrue(printed.startsWith("version: 1\nlisten: 127.0.0.1:0\npath: '/ws'\n"), printed);
    assertTrue(printed.contains("\n    per-user: 8\n"), printed);
    assertTrue(printed.contains("\n      idle: 50s\n"), printed);
  }
}
