package dev.ssot.router.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.ssot.router.limits.AuthLimits;
import dev.ssot.router.limits.RouterLimits;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Base64;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsTest {

  private static final char[] PASSWORD = "changeit".toCharArray();

  @TempDir private Path folder;

  @Test
  void speaksTlsAndReadsANewCertificateWhileItRuns() throws Exception {
    KeyStore first = certificate("first");
    KeyStore second = certificate("second");
    write(first);
    try (RouterServer server = start()) {
      try (RawClient client = connect(server, first)) {
        assertUpgraded(client);
        write(second);
        awaitAccepted(server, second);
        client.text("{\"v\":1,\"type\":\"ping\",\"payload\":{}}");
        client.expectText("pong");
      }
      assertThrows(SSLException.class, () -> connect(server, first));
      Files.writeString(folder.resolve("key.pem"), "rubbish", StandardCharsets.US_ASCII);
      for (int i = 0; i < 20; i++) {
        connect(server, second).close();
      }
    }
  }

  @Test
  void closesAClientThatSpeaksNoTls() throws Exception {
    KeyStore only = certificate("only");
    write(only);
    try (RouterServer server = start();
        RawClient plain = new RawClient(server.port())) {
      assertEquals(0, plain.request(RawClient.upgrade()).status());
      connect(server, only).close();
    }
  }

  @Test
  void doesNotStartWithoutAKey() throws Exception {
    write(certificate("some"));
    Files.writeString(folder.resolve("key.pem"), "rubbish", StandardCharsets.US_ASCII);
    assertThrows(IllegalArgumentException.class, this::start);
  }

  private RouterServer start() {
    RouterLimits limits = RouterLimits.standard();
    AuthLimits auth = limits.transport().auth();
    AuthLimits quick =
        new AuthLimits(
            auth.tokenLength(),
            auth.clockSkew(),
            Duration.ofMillis(1),
            auth.tickets(),
            auth.ticketsPerUser(),
            auth.ticketAge());
    return TestServers.builder(limits.withTransport(limits.transport().withAuth(quick)))
        .tls(folder.resolve("certificate.pem"), folder.resolve("key.pem"))
        .start();
  }

  private static void assertUpgraded(RawClient client) throws IOException {
    String protocol = "Sec-WebSocket-Protocol: ssot.v1, ssot.token.alice";
    assertEquals(101, client.request(RawClient.upgrade(protocol)).status());
    client.text("{\"v\":1,\"type\":\"hello\"}");
    client.expectText("welcome");
  }

  private static void awaitAccepted(RouterServer server, KeyStore trusted) throws Exception {
    boolean accepted = false;
    while (!accepted) {
      try (RawClient client = connect(server, trusted)) {
        assertUpgraded(client);
        accepted = true;
      } catch (SSLException stillTheOldOne) {
        Thread.onSpinWait();
      }
    }
  }

  private static RawClient connect(RouterServer server, KeyStore trusted) throws Exception {
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    KeyStore certificates = KeyStore.getInstance("PKCS12");
    certificates.load(null, PASSWORD);
    certificates.setCertificateEntry("it", trusted.getCertificate("it"));
    trust.init(certificates);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    SSLSocket socket =
        (SSLSocket)
            context
                .getSocketFactory()
                .createSocket(InetAddress.getLoopbackAddress(), server.port());
    socket.startHandshake();
    return new RawClient(socket);
  }

  /** Has the JDK's own tool make a certificate. */
  private KeyStore certificate(String name) throws Exception {
    Path file = folder.resolve(name + ".p12");
    Process tool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "it",
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-dname",
                "CN=" + name,
                "-storetype",
                "PKCS12",
                "-keystore",
                file.toString(),
                "-storepass",
                new String(PASSWORD),
                "-validity",
                "2")
            .redirectErrorStream(true)
            .start();
    String output = new String(tool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, tool.waitFor(), output);
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      store.load(in, PASSWORD);
    }
    return store;
  }

  private void write(KeyStore store) throws Exception {
    X509Certificate certificate = (X509Certificate) store.getCertificate("it");
    pem("certificate.pem", "CERTIFICATE", certificate.getEncoded());
    pem("key.pem", "PRIVATE KEY", store.getKey("it", PASSWORD).getEncoded());
  }

  private void pem(String file, String what, byte[] bytes) throws IOException {
    String text =
        "-----BEGIN %s-----\n%s\n-----END %s-----\n"
            .formatted(what, Base64.getMimeEncoder().encodeToString(bytes), what);
    Files.writeString(folder.resolve(file), text, StandardCharsets.US_ASCII);
  }
}
