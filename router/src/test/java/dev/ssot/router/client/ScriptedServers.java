package dev.ssot.router.client;

import dev.ssot.router.auth.AuthenticatorByKind;
import dev.ssot.router.auth.JwtAuthenticator;
import dev.ssot.router.auth.TicketOffice;
import dev.ssot.router.auth.TokenForge;
import dev.ssot.router.limits.AuthLimits;
import dev.ssot.router.limits.ClientLimits;
import dev.ssot.router.limits.RouterLimits;
import dev.ssot.router.protocol.Event;
import dev.ssot.router.protocol.EventClass;
import dev.ssot.router.protocol.Payload;
import dev.ssot.router.protocol.UserKey;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Servers for tests in another language, which says on standard input what they should do: one
 * command a line, beginning with a number that its answer on standard output repeats. Ends with its
 * input.
 */
public final class ScriptedServers implements AutoCloseable {

  private static final String TENANT = "acme";

  private final AuthLimits auth = ScriptedLimits.auth();
  private final TokenForge forge;
  private final TicketOffice tickets = new TicketOffice(auth);
  private final AuthenticatorByKind authenticator;
  private final Map<Integer, ScriptedServer> servers = new ConcurrentHashMap<>();

  private ScriptedServers(Path folder) throws Exception {
    forge = new TokenForge(Instant.now());
    authenticator =
        new AuthenticatorByKind(
            new JwtAuthenticator(
                forge.rules(folder), auth, RouterLimits.standard().inbound().messages()),
            tickets);
  }

  /** Reads commands until there are none. */
  public static void main(String[] none) throws Exception {
    Path folder = Files.createTempDirectory("scripted-servers");
    try (ScriptedServers servers = new ScriptedServers(folder);
        BufferedReader commands =
            new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      for (String line = commands.readLine(); line != null; line = commands.readLine()) {
        String[] words = line.split(" ", -1);
        Thread command = new Thread(() -> servers.answer(words), line);
        command.setDaemon(true);
        command.start();
      }
    } finally {
      Files.deleteIfExists(folder.resolve("jwks.json"));
      Files.delete(folder);
    }
    System.exit(0);
  }

  @Override
  public void close() {
    servers.values().forEach(ScriptedServer::close);
  }

  /** A command that fails is answered with the reason. */
  private void answer(String[] words) {
    String answer;
    try {
      answer = "ok " + run(words);
    } catch (RuntimeException | InterruptedException failed) {
      answer = "failed " + failed;
    }
    System.out.println(words[0] + " " + answer);
  }

  private String run(String[] words) throws InterruptedException {
    return switch (words[1]) {
      case "start" -> start(words[2]);
      case "token" -> forge.good(words[2], end(words[3]));
      case "ticket" ->
          tickets.issue(new UserKey(TENANT, words[2]), end(words[3]), Instant.now()).orElseThrow();
      case "emit" -> emit(words);
      case "handled" -> Integer.toString(server(words).handled());
      case "drain" -> Boolean.toString(server(words).drain());
      case "client-limits" -> clientLimits();
      default -> throw new IllegalArgumentException("`" + words[1] + "` is no command");
    };
  }

  private String start(String profile) {
    ScriptedServer server = new ScriptedServer(ScriptedLimits.of(profile), authenticator);
    servers.put(server.port(), server);
    return Integer.toString(server.port());
  }

  /** Emits events: port, user, count, class, length of the text in each. */
  private String emit(String[] words) {
    UserKey user = new UserKey(TENANT, words[3]);
    EventClass eventClass = EventClass.valueOf(words[5].toUpperCase(Locale.ROOT));
    String text = "x".repeat(Integer.parseInt(words[6]));
    for (int i = 1; i <= Integer.parseInt(words[4]); i++) {
      server(words)
          .emit(user, Event.of("note", eventClass, Payload.of(Map.of("n", i, "text", text))));
    }
    return "done";
  }

  private ScriptedServer server(String[] words) {
    ScriptedServer server = servers.get(Integer.parseInt(words[2]));
    if (server == null) {
      throw new IllegalArgumentException("There is no server at " + words[2]);
    }
    return server;
  }

  private static Instant end(String seconds) {
    return Instant.now().plus(Duration.ofSeconds(Long.parseLong(seconds)));
  }

  private static String clientLimits() {
    ClientLimits limits = ClientLimits.standard();
    return "%d %d %d %d %d %d %d"
        .formatted(
            limits.pending(),
            limits.resendWithin().toMillis(),
            limits.firstDelay().toMillis(),
            limits.longestDelay().toMillis(),
            limits.connectWithin().toMillis(),
            limits.pingAfter().toMillis(),
            limits.silence().toMillis());
  }
}
