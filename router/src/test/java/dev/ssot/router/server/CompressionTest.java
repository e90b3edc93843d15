package dev.ssot.router.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ssot.router.limits.RouterLimits;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 7692 over real sockets. */
class CompressionTest {

  private static final String OFFER = "Sec-WebSocket-Extensions: permessage-deflate";

  private final RouterServer server = TestServers.start(RouterLimits.standard());
  private final Deflater deflater = new Deflater(9, true);

  @AfterEach
  void stop() throws IOException {
    RawClient.greeted(server.port(), "bob").close();
    deflater.end();
    server.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          permessage-deflate | permessage-deflate; server_no_context_takeover
          Permessage-Deflate; Client_Max_Window_Bits | permessage-deflate; server_no_context_takeover
          permessage-deflate; client_max_window_bits=10 | permessage-deflate; server_no_context_takeover
          permessage-deflate; client_no_context_takeover | permessage-deflate; server_no_context_takeover; client_no_context_takeover
          permessage-deflate; server_max_window_bits="15" | permessage-deflate; server_no_context_takeover
          permessage-deflate; server_max_window_bits=10, permessage-deflate | permessage-deflate; server_no_context_takeover
          x-other; a=b, permessage-deflate;server_no_context_takeover | permessage-deflate; server_no_context_takeover
          """)
  void agreesOnTheFirstOfferThatItCanKeep(String offer, String answer) {
    assertEquals(
        Optional.of(answer), Compression.negotiate(List.of(offer)).map(Compression::header));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ";",
        "x-webkit-deflate-frame",
        "permessage-deflate; server_max_window_bits=10",
        "permessage-deflate; server_max_window_bits",
        "permessage-deflate; client_max_window_bits=7",
        "permessage-deflate; client_max_window_bits=16",
        "permessage-deflate; client_max_window_bits=010",
        "permessage-deflate; client_no_context_takeover=1",
        "permessage-deflate; unknown",
        "permessage-deflate; client_no_context_takeover; client_no_context_takeover",
      })
  void declinesWhatItCannotKeep(String offer) throws IOException {
    assertEquals(Optional.empty(), Compression.negotiate(List.of(offer)));
    try (RawClient client = new RawClient(server.port())) {
      String protocol = "Sec-WebSocket-Protocol: ssot.v1, ssot.token.alice";
      RawClient.Response response =
          client.request(RawClient.upgrade(protocol, "Sec-WebSocket-Extensions: " + offer));
      assertEquals(101, response.status());
      assertFalse(response.toString().contains("xtensions"));
      client.send(RawClient.frame(0xc1, deflated("{\"v\":1,\"type\":\"hello\"}")));
      assertEquals(1002, client.closeCode());
    }
  }

  @Test
  void keepsTheClientsContextFromMessageToMessage() throws IOException {
    try (RawClient client = greeted(OFFER)) {
      byte[] first = deflated(ping("x".repeat(50)));
      byte[] second = deflated(ping("x".repeat(50)));
      assertTrue(second.length < first.length);
      client.send(RawClient.frame(0xc1, first));
      client.expectText("x".repeat(50));
      client.send(RawClient.frame(0xc1, second));
      client.expectText("x".repeat(50));
    }
  }

  @Test
  void forgetsTheClientsContextIfThatWasAgreed() throws IOException {
    try (RawClient client = greeted(OFFER + "; client_no_context_takeover")) {
      for (int i = 0; i < 2; i++) {
        deflater.reset();
        client.send(RawClient.frame(0xc1, deflated(ping("text"))));
        client.expectText("text");
      }
      client.send(RawClient.frame(0xc1, deflated(ping("text"))));
      assertEquals(1007, client.closeCode());
    }
  }

  @Test
  void takesPlainMessagesBetweenCompressedOnes() throws IOException {
    try (RawClient client = greeted(OFFER)) {
      client.send(RawClient.frame(0xc1, deflated(ping("one"))));
      client.text(ping("two"));
      client.send(RawClient.frame(0xc1, deflated(ping("three"))));
      for (String word : List.of("one", "two", "three")) {
        client.expectText(word);
      }
    }
  }

  @Test
  void takesACompressedMessageInFragmentsOfOneByteWithPingsBetween() throws IOException {
    try (RawClient client = greeted(OFFER)) {
      byte[] all = deflated(ping("fragmented €😀"));
      for (int i = 0; i < all.length; i++) {
        int first = (i == 0 ? 0x41 : 0) | (i == all.length - 1 ? 0x80 : 0);
        client.send(RawClient.frame(first, new byte[] {all[i]}));
        if (i % 20 == 5) {
          client.send(RawClient.frame(0x89, new byte[0]));
          assertEquals(0x8a, client.read().first());
        }
      }
      client.expectText("fragmented €😀");
    }
  }

  @Test
  void takesAMessageWhoseLastBlockIsMarkedAsTheLast() throws IOException {
    try (RawClient client = greeted(OFFER)) {
      Deflater finishing = new Deflater(9, true);
      finishing.setInput(ping("final").getBytes(StandardCharsets.UTF_8));
      finishing.finish();
      byte[] buffer = new byte[500];
      int length = finishing.deflate(buffer);
      finishing.end();
      client.send(RawClient.frame(0xc1, Arrays.copyOf(buffer, length + 1)));
      client.expectText("final");
      client.send(RawClient.frame(0xc1, deflated(ping("next"))));
      client.expectText("next");
    }
  }

  @Test
  void takesAnEmptyCompressedMessageForWhatItIs() throws IOException {
    try (RawClient client = greeted(OFFER)) {
      client.send(RawClient.frame(0xc1, new byte[] {0}));
      client.expectText("\"protocol\"");
      assertEquals(4400, client.closeCode());
    }
  }

  @Test
  void stopsABombAsSoonAsItIsTooBig() throws IOException {
    try (RawClient client = greeted(OFFER)) {
      byte[] bomb = deflated("0".repeat(40 << 20));
      assertTrue(bomb.length < 60_000);
      client.send(RawClient.frame(0xc1, bomb));
      assertEquals(1009, client.closeCode());
    }
  }

  @Test
  void stopsABombInFragments() throws IOException {
    try (RawClient client = greeted(OFFER)) {
      byte[] bomb = deflated("0".repeat(1 << 20));
      for (int i = 0; i < bomb.length; i += 100) {
        int first = i == 0 ? 0x41 : 0;
        byte[] part = Arrays.copyOfRange(bomb, i, Math.min(bomb.length, i + 100));
        client.send(RawClient.frame(first, part));
      }
      assertEquals(1009, client.closeCode());
    }
  }

  @Test
  void refusesBrokenDataAndTextThatIsNotUtf8() throws IOException {
    try (RawClient client = greeted(OFFER)) {
      client.send(RawClient.frame(0xc1, new byte[] {(byte) 0xff, (byte) 0xff, 1, 2}));
      assertEquals(1007, client.closeCode());
    }
    try (RawClient client = greeted(OFFER)) {
      client.send(RawClient.frame(0xc1, deflated(new byte[] {'"', (byte) 0xff, '"'})));
      assertEquals(1007, client.closeCode());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0xc9, 0xca, 0xc8, 0xa1, 0x91, 0xe1})
  void refusesReservedBitsThatMeanNothing(int first) throws IOException {
    try (RawClient client = greeted(OFFER)) {
      client.send(RawClient.frame(first, deflated("{}")));
      assertEquals(1002, client.closeCode());
    }
  }

  @Test
  void refusesTheBitOnALaterFragment() throws IOException {
    try (RawClient client = greeted(OFFER)) {
      client.send(RawClient.frame(0x41, deflated("{")));
      client.send(RawClient.frame(0xc0, deflated("}")));
      assertEquals(1002, client.closeCode());
    }
  }

  @Test
  void compressesLargeFramesEachOnItsOwn() throws IOException, DataFormatException {
    try (RawClient client = greeted(OFFER)) {
      for (int i = 0; i < 2; i++) {
        String large = "y".repeat(5_000);
        client.text(ping(large));
        RawClient.Frame frame = client.read();
        assertEquals(0xc1, frame.first());
        assertTrue(frame.payload().remaining() < 500);
        assertTrue(inflated(frame.payload()).contains(large));
      }
    }
  }

  private RawClient greeted(String offer) throws IOException {
    RawClient client = RawClient.upgraded(server.port(), "alice", offer);
    client.text("{\"v\":1,\"type\":\"hello\"}");
    client.expectText("welcome");
    return client;
  }

  private static String ping(String text) {
    return "{\"v\":1,\"type\":\"ping\",\"payload\":{\"a\":\"" + text + "\"}}";
  }

  private byte[] deflated(String text) {
    return deflated(text.getBytes(StandardCharsets.UTF_8));
  }

  private byte[] deflated(byte[] bytes) {
    deflater.setInput(bytes);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] piece = new byte[1 << 16];
    int length = piece.length;
    while (length == piece.length) {
      length = deflater.deflate(piece, 0, piece.length, Deflater.SYNC_FLUSH);
      out.write(piece, 0, length);
    }
    return Arrays.copyOf(out.toByteArray(), out.size() - 4);
  }

  private static String inflated(ByteBuffer compressed) throws DataFormatException {
    ByteBuffer whole = ByteBuffer.allocate(compressed.remaining() + 4);
    whole.put(compressed.duplicate()).putInt(0xffff).flip();
    Inflater inflater = new Inflater(true);
    inflater.setInput(whole);
    byte[] out = new byte[20_000];
    int length = inflater.inflate(out);
    inflater.end();
    return new String(out, 0, length, StandardCharsets.UTF_8);
  }
}
