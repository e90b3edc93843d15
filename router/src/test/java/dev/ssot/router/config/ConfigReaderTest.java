package dev.ssot.router.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ssot.router.limits.OperationsLimits;
import dev.ssot.router.limits.RouterLimits;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

class ConfigReaderTest {

  private static final String LEAST =
      """
      version: 1
      listen: 127.0.0.1:8080
      tokens: {keys: jwks.json, issuer: i, audience: a}
      """;

  private final Path folder;

  ConfigReaderTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    for (String name : List.of("jwks.json", "chat.jar", "chain.pem", "key.pem")) {
      Files.writeString(folder.resolve(name), "{}");
    }
  }

  private RouterConfig read(String yaml) {
    try {
      Path file = folder.resolve("router.yaml");
      Files.writeString(file, yaml, StandardCharsets.UTF_8);
      return ConfigReader.read(file);
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private List<String> faults(String yaml) {
    ConfigRejected rejected = assertThrows(ConfigRejected.class, () -> read(yaml), yaml);
    return rejected.faults().stream()
        .map(fault -> fault.text().replace(folder + "/", "").replace("\n  help:", " ->"))
        .toList();
  }

  @Test
  void takesTheStandardWhereTheFileSaysNothing() {
    RouterConfig config = read(LEAST);
    assertEquals(RouterLimits.standard(), config.limits());
    assertEquals(OperationsLimits.standard(), config.operations().limits());
    assertEquals("/ws", config.listening().path());
    assertEquals("ssot_token", config.cookie());
    assertEquals(Optional.empty(), config.listening().tickets());
    assertEquals(LogLevel.INFO, config.logLevel());
    assertTrue(config.operations().address().getAddress().isLoopbackAddress());
    assertEquals(folder.resolve("jwks.json"), config.tokens().keys());
  }

  @Test
  void readsThePublishedExample() throws IOException {
    RouterConfig config = read(Files.readString(Path.of("router.yaml")));
    assertEquals(RouterLimits.standard(), config.limits());
    assertEquals(List.of(folder.resolve("chat.jar")), config.applications());
    assertEquals(List.of("https://chat.example"), List.copyOf(config.listening().origins()));
  }

  /** So no limit can be missing in what is read or printed. */
  @Test
  void readsWhatItPrints() {
    String changed =
        """
        tls: {certificates: chain.pem, key: key.pem}
        origins: ["https://a.example", 'http://localhost:3000']
        application: [chat.jar]
        cookie: token
        tickets: {path: /login/tickets}
        operations: {listen: "[::1]:9", hosts: [ops.example], limits: {page-size: 7}}
        log: {level: debug}
        limits:
          queue: {stall: 1500ms, bytes: 2MiB}
          inbound: {rates: {connection: {burst: 7}, refusals: {per-second: 3}}, dead-letters: {age: 2h}}
          transport: {tick: 100ms, auth: {clock-skew: 0s}}
        """;
    RouterConfig config = read(LEAST + changed);
    assertEquals(1_500, config.limits().queue().stall().toMillis());
    assertEquals(2 << 20, config.limits().queue().bytes());
    assertEquals(7, config.limits().inbound().rates().connection().burst());
    assertEquals(20, config.limits().inbound().rates().connection().perSecond());
    assertEquals(Optional.of("/login/tickets"), config.listening().tickets());
    assertEquals(config, read(EffectiveConfig.text(config)));
    RouterConfig standard = read(LEAST);
    assertEquals(standard, read(EffectiveConfig.text(standard)));
  }

  @TestFactory
  Stream<DynamicTest> refusesAndNamesPlaceAndRemedy() {
    return Map.ofEntries(
            Map.entry("colour: blue", "4:1: error: `colour` is no key that is known here -> cho"),
            Map.entry("path: 7", "4:7: error: `path` must be a text -> "),
            Map.entry("path: ws", "4:7: error: `path` must be a path such as /ws -> "),
            Map.entry("path: [a]", "4:7: error: `path` must be a text -> "),
            Map.entry("version: 1", "4:1: error: `version` is given twice -> delete one"),
            Map.entry("origins: '*'", "4:10: error: `origins` must be a list -> "),
            Map.entry("origins: ['*']", "4:10: error: `origins` must be origins such as "),
            Map.entry("origins: ['https://a/']", "4:10: error: `origins` must be origins such"),
            Map.entry("cookie: 'a b'", "4:9: error: `cookie` must be the name of a cookie -> "),
            Map.entry("tls: {key: key.pem}", "4:6: error: `tls.certificates` is missing -> nam"),
            Map.entry("application: [no.jar]", "4:14: error: `application` names no file th"),
            Map.entry("log: {level: loud}", "4:14: error: `log.level` is no level -> choose of"),
            Map.entry("tickets: true", "4:10: error: `tickets` must be a map -> write keys"),
            Map.entry("tickets: {age: 1s}", "4:11: error: `tickets.age` is no key that is kn"),
            Map.entry("tickets: {path: /ws}", "4:17: error: `tickets.path` is the path of th"),
            Map.entry("tickets: {path: '/a?b'}", "4:17: error: `tickets.path` must be a path su"),
            Map.entry("log: loud", "4:6: error: `log` must be a map -> write keys"),
            Map.entry("limits: &a {}", "4:9: error: anchors have no place here -> "),
            Map.entry(
                "operations: {listen: '0.0.0.0:9090'}",
                "4:22: error: `operations.listen` can be reached from other machines, and nobody"),
            Map.entry(
                "operations: {beyond-this-machine: 1}",
                "4:35: error: `operations.beyond-this-machine` must be true or false -> "),
            Map.entry(
                "operations: {listen: 127.0.0.1}",
                "4:22: error: `operations.listen` must be an address and a port -> write 127"),
            Map.entry(
                "limits: {queue: {stall: 10}}",
                "4:25: error: `limits.queue.stall` must be a time -> write a whole number with ms"),
            Map.entry(
                "limits: {queue: {bytes: 1MB}}",
                "4:25: error: `limits.queue.bytes` must be a size -> write a whole number, with Ki"),
            Map.entry(
                "limits: {queue: {events: 1KiB}}",
                "4:26: error: `limits.queue.events` must be a whole number -> write digits only"),
            Map.entry(
                "limits: {queue: {events: -1}}",
                "4:26: error: `limits.queue.events` must be a whole number -> write digits only"),
            Map.entry(
                "limits: {queue: {events: 4000000000}}",
                "4:26: error: `limits.queue.events` is too large -> keep to at most 2147483647"),
            Map.entry(
                "limits: {queue: {events: 0}}",
                "4:26: error: `limits.queue.events`: queue.events is 0 -> give a number above 0"),
            Map.entry(
                "limits: {inbound: {rates: {user: {burst: 0}}}}",
                "4:42: error: `limits.inbound.rates.user.burst`: rate.burst is 0 -> give a numb"),
            Map.entry(
                "limits: {queue: {events: 9999}}",
                "4:26: error: `limits.queue.events`: queue.events 9999 is more than log.events"),
            Map.entry(
                "limits: {log: {events: 100}}",
                "4:24: error: `limits.log.events`: queue.events 512 is more than log.events 100"),
            Map.entry(
                "limits: {transport: {sockets: {idle: 5s}}}",
                "4:38: error: `limits.transport.sockets.idle`: sockets.pingEvery PT20S is not"),
            Map.entry(
                "limits: {speed: 1}",
                "4:10: error: `limits.speed` is no key that is known here -> choose of connecti"))
        .entrySet()
        .stream()
        .map(
            wrong ->
                DynamicTest.dynamicTest(
                    wrong.getKey(), () -> assertFault(wrong.getKey(), wrong.getValue())));
  }

  private void assertFault(String line, String fault) {
    List<String> faults = faults(LEAST + line + "\n");
    assertEquals(1, faults.size(), faults.toString());
    assertTrue(faults.get(0).startsWith("router.yaml:" + fault), faults.get(0));
  }

  @Test
  void namesEverythingThatIsWrongAtOnce() {
    assertEquals(
        List.of(
            "router.yaml:1:1: error: `listen` is missing -> write the address for clients, such as"
                + " `listen: 127.0.0.1:8080`",
            "router.yaml:1:10: error: `version` must be 1 -> write `version: 1`",
            "router.yaml:2:9: error: `tokens.issuer` is missing -> write the `iss` that tokens must"
                + " have",
            "router.yaml:2:9: error: `tokens.audience` is missing -> write what must be among the"
                + " `aud` of tokens",
            "router.yaml:2:16: error: `tokens.keys` names no file that can be read -> name one,"
                + " absolute or from the folder of this configuration on"),
        faults("version: 2\ntokens: {keys: nowhere.json}\n"));
  }

  /** Somebody may have put the secret itself where the name of its file belongs. */
  @Test
  void repeatsNoValue() {
    String yaml =
        """
        tls:
          certificates: chain.pem
          key: "-----BEGIN PRIVATE KEY----- hunter2"
        cookie: "hunter2; Secure"
        path: "hunter2"
        origins: ["https://user:hunter2@chat.example"]
        limits: {queue: {stall: hunter2, events: hunter2}}
        """;
    List<String> faults = faults(LEAST + yaml);
    assertEquals(6, faults.size(), faults.toString());
    assertFalse(faults.toString().contains("hunter2"), faults.toString());
  }

  @Test
  void refusesWhatIsNoSuchFile() throws IOException {
    assertEquals(
        List.of("router.yaml: error: the file says nothing -> begin with `version: 1`"),
        faults(""));
    assertTrue(faults("a: [\n").get(0).contains("error: not YAML from here on"));
    assertTrue(faults(LEAST + "---\na: 1\n").get(0).contains("a second document"));
    assertTrue(faults("- 1\n").get(0).contains("the configuration must be a map"));
    assertTrue(faults("a: " + "[".repeat(40) + "]".repeat(40)).get(0).contains("16 deep"));
    assertTrue(faults("# " + "a".repeat(1 << 20)).get(0).contains("more than 1048576 bytes"));
    Path latin = folder.resolve("latin.yaml");
    Files.write(latin, new byte[] {'a', ':', ' ', (byte) 0xe4});
    assertTrue(rejected(latin).contains("not UTF-8"));
    assertTrue(rejected(folder.resolve("nowhere.yaml")).contains("no such file"));
    assertTrue(rejected(folder).contains("this is a folder"));
  }

  private static String rejected(Path file) {
    return String.valueOf(
        assertThrows(ConfigRejected.class, () -> ConfigReader.read(file)).getMessage());
  }

  @Test
  void readsAnswersBeyondThisMachineOnlyWhenToldSo() {
    RouterConfig config =
        read(LEAST + "operations: {listen: '0.0.0.0:9090', beyond-this-machine: true}\n");
    assertFalse(config.operations().address().getAddress().isLoopbackAddress());
  }
}
