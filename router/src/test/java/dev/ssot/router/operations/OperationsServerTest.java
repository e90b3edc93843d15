package dev.ssot.router.operations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ssot.router.limits.OperationsLimits;
import dev.ssot.router.limits.Rate;
import dev.ssot.router.protocol.UserKey;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The operations port over real sockets, in front of a real server. */
class OperationsServerTest {

  private final OperatedServer operated = new OperatedServer();

  @AfterEach
  void stop() {
    operated.close();
  }

  @Test
  void refusesWhatIsNoPlainRequestForSomethingThatIsThere() throws IOException {
    assertEquals(404, Raw.status(operated.get("/")));
    assertEquals(404, Raw.status(operated.get("/metrics/")));
    assertEquals(404, Raw.status(operated.get("/inspect/../metrics")));
    assertEquals(404, Raw.status(operated.get("/inspect/users/alice")));
    assertEquals(400, Raw.status(operated.get("/inspect/users?after=rubbish!")));
    assertEquals(400, Raw.status(operated.get("/inspect/users?limit=99999")));
    assertEquals(400, Raw.status(operated.get("/inspect/users?after=a&after=b")));
    assertEquals(400, Raw.status(operated.get("/inspect/dead-letters?after=-1")));
    assertEquals(400, Raw.status(operated.get("/%zz")));
    for (String method : List.of("POST", "PUT", "DELETE", "HEAD", "OPTIONS", "TRACE", "X")) {
      String answer =
          Raw.say(operated.port(), method + " /metrics HTTP/1.1\r\nHost: localhost\r\n\r\n");
      assertEquals(405, Raw.status(answer), method);
      assertTrue(answer.toLowerCase(Locale.ROOT).contains("allow: get"), answer);
    }
  }

  @Test
  void refusesWhatIsTooLargeOrMalformed() throws IOException {
    String long1 = "a".repeat(5_000);
    assertEquals(414, operated.statusOf("GET /" + long1 + " HTTP/1.1\r\nHost: localhost\r\n\r\n"));
    assertEquals(
        431, operated.statusOf("GET / HTTP/1.1\r\nHost: localhost\r\nX: " + long1 + "\r\n\r\n"));
    assertEquals(400, operated.statusOf("GET /health HTTP/1.1\r\n\r\n"));
    assertEquals(400, operated.statusOf("GET /health HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n"));
    assertEquals(400, operated.statusOf("rubbish\r\n\r\n"));
    assertEquals(
        413,
        operated.statusOf(
            "GET /health HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9999999\r\n\r\n"));
    assertEquals(
        413,
        operated.statusOf(
            "GET /health HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n"));
    assertEquals(200, Raw.status(operated.get("/health")));
  }

  @Test
  void answersOnlyToItsOwnNames() throws IOException {
    for (String host :
        List.of("localhost", "LOCALHOST:1", "127.0.0.1", "[::1]:9090", "10.1.2.3", "ops.example")) {
      assertEquals(
          200, operated.statusOf("GET /health HTTP/1.1\r\nHost: " + host + "\r\n\r\n"), host);
    }
    for (String host :
        List.of("evil.example", "localhost.evil.example", "127.0.0.1.evil.example", "", "[::1")) {
      assertEquals(
          421, operated.statusOf("GET /health HTTP/1.1\r\nHost: " + host + "\r\n\r\n"), host);
    }
  }

  @Test
  void keepsNoMoreConnectionsThanItMayAndServesAgainWhenTheyAreGone() throws IOException {
    List<Socket> idle = new ArrayList<>();
    for (int i = 0; i < OperatedServer.LIMITS.connections(); i++) {
      Socket socket = new Socket(InetAddress.getLoopbackAddress(), operated.port());
      socket.getOutputStream().write('G');
      idle.add(socket);
    }
    try (Socket more = new Socket(InetAddress.getLoopbackAddress(), operated.port())) {
      assertEquals(-1, more.getInputStream().read());
    }
    for (Socket socket : idle) {
      socket.close();
    }
    awaitStatus("/health", 200);
  }

  /**
   * Whoever asks and goes leaves his question behind. An answer to a later question of another
   * connection shows that this one was looked at. What was left behind may still wait for its turn
   * when the first has its answer: the room for a new question comes a little later.
   */
  @Test
  void refusesWhatItCannotLookAtSoonAndRecovers() throws IOException {
    CountDownLatch end = new CountDownLatch(1);
    operated.metricsWaitFor(end);
    try (Socket waiting = asking("/metrics")) {
      assertEquals(200, Raw.status(operated.get("/health")));
      String refusal = "";
      for (int i = 0; refusal.isEmpty() && i < 100; i++) {
        try (Socket gone = asking("/inspect")) {
          awaitStatus("/health", 200);
          if (gone.getInputStream().available() > 0) {
            refusal = Raw.read(gone);
          }
        }
      }
      assertEquals(503, Raw.status(refusal), refusal);
      assertTrue(refusal.contains("Too much is asked at once; ask again"), refusal);
      end.countDown();
      assertEquals(200, Raw.status(Raw.read(waiting)));
    } finally {
      end.countDown();
    }
    awaitStatus("/inspect", 200);
  }

  private Socket asking(String path) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), operated.port());
    socket
        .getOutputStream()
        .write(
            "GET %s HTTP/1.1\r\nHost: localhost\r\n\r\n"
                .formatted(path)
                .getBytes(StandardCharsets.ISO_8859_1));
    return socket;
  }

  @Test
  void closesWhoDoesNotAskInTime() throws IOException {
    OperationsLimits quick =
        new OperationsLimits(
            4, Duration.ofMillis(50), 2_048, 2, Duration.ofSeconds(10), new Rate(20, 5));
    try (OperationsServer impatient = operated.port(quick);
        Socket slow = new Socket(InetAddress.getLoopbackAddress(), impatient.port())) {
      slow.getOutputStream()
          .write("GET /health HTTP/1.1\r\nHo".getBytes(StandardCharsets.ISO_8859_1));
      assertEquals(-1, slow.getInputStream().read());
    }
  }

  @Test
  void isReadyAsLongAsTheRouterGivesItsWholeService() throws Exception {
    assertTrue(
        operated.get("/ready").endsWith("{\"ready\":true,\"level\":\"full\",\"reasons\":[]}\n"));
    operated.logIsAway(true);
    operated.server().router().emit(new UserKey("acme", "alice"), OperatedServer.event());
    awaitStatus("/ready", 503);
    assertTrue(operated.get("/ready").contains("\"reasons\":[\"the log is away\"]"));
    operated.logIsAway(false);
    awaitStatus("/ready", 200);
    operated.server().drain();
    assertEquals(503, Raw.status(operated.get("/ready")));
    assertTrue(operated.get("/ready").contains("\"reasons\":[\"stopped\"]"));
    assertEquals(200, Raw.status(operated.get("/health")));
  }

  private void awaitStatus(String path, int status) {
    while (statusOrNone(path) != status) {
      Thread.onSpinWait();
    }
  }

  /** Returns 0 where the port has no room for a further connection. */
  private int statusOrNone(String path) {
    try {
      return Raw.status(operated.get(path));
    } catch (IOException full) {
      return 0;
    }
  }

  @Test
  void isIllWhenTimeStandsStill() throws IOException {
    assertEquals(200, Raw.status(operated.get("/health")));
    operated.isLaterBy(Duration.ofMinutes(1));
    assertEquals(503, Raw.status(operated.get("/health")));
    assertTrue(operated.get("/health").contains("\"status\":\"stuck\""));
  }
}
