package dev.ssot.rules.rivals;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.ssot.rules.rivals.Naming.Relation;
import java.util.function.BiFunction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamingTest {

  @ParameterizedTest
  @CsvSource({
    "SAME, a.MessageRouter, b.MessageRouter",
    "SAME, a.MessageRouter, b.Message_Router",
    "CONTAINED, a.MessageRouter, a.Router",
    "CONTAINED, a.MessageRouter, b.MessageRouterImpl",
    "MIRRORED, a.FrameEncoder, a.FrameDecoder",
    "MIRRORED, a.ClientHandshake, a.ServerHandshake",
    "MIRRORED, a.client.Handshake, a.server.Handshake",
    "MIRRORED, a.Template, a.reactive.Template",
    "MIRRORED, a.JsonReader, a.JsonWriter",
    "MIRRORED, a.Marshaller, a.Unmarshaller",
    "MIRRORED, a.pack200.Bands, a.unpack200.Bands",
    "MIRRORED, a.FirstDriver, a.SecondDriver",
    "SPECIALISED, a.IntList, a.LongList",
    "SPECIALISED, a.IntBuffer, a.Buffer",
    "REPLICATED, a.RouterV1, a.RouterV2",
    "REPLICATED, a.v1.Router, a.v2.Router",
    "REPLICATED, a.netty4.Router, a.netty5.Router",
    "REPLICATED, javax.mail.Sender, jakarta.mail.Sender",
    "PEERS, a.MessageRouter, a.EventRouter",
    "PEERS, a.StartCommand, a.HelpCommand",
    "DIFFERENT, a.MessageRouter, a.ChatHub",
    "DIFFERENT, a.Throttle, b.CallLimiter",
    "DIFFERENT, a.TypeCategoryTypePattern, b.ChatHub"
  })
  void namesStandToEachOther(Relation relation, String one, String other) {
    assertBothWays(relation, Naming::relation, one, other);
  }

  @ParameterizedTest
  @CsvSource({
    "true, a.LongKeyMap, a.KeyMap",
    "true, a.LongKeyMap, a.FieldKeyMap",
    "false, a.LongKeyMap, a.LongMap",
    "false, a.LongJump, a.Router"
  })
  void aPrimitiveInOneNameAloneIsSeen(boolean seen, String one, String other) {
    assertBothWays(seen, Naming::isOfPrimitives, one, other);
  }

  @ParameterizedTest
  @CsvSource({
    "true, a.v1.Router, a.v10.Router",
    "true, a.v1beta2.model.Router, a.v1.model.Router",
    "true, javax.mail.Sender, jakarta.mail.Sender",
    "true, a.ws.javax.Endpoint, a.ws.jakarta.Endpoint",
    "false, a.v1.Router, a.v1.Router",
    "false, a.v1.Router, a.Router",
    "false, a.v1.Router, a.v2.OtherRouter",
    "false, a.v1.Router, b.v2.Router",
    "false, a.lang.Strings, a.lang3.Strings",
    "false, a.div1.Router, a.div2.Router"
  })
  void editionsForTwoVersionsAreSeenByTheirPackages(boolean seen, String one, String other) {
    assertBothWays(seen, Naming::areEditions, one, other);
  }

  @ParameterizedTest
  @CsvSource({
    "true, a.Base64, b.Base32",
    "true, a.Base64Codec, b.HexOrBase32Reader",
    "true, a.Md5Digest, a.Sha256Digest",
    "true, a.Utf8Reader, a.Utf16Reader",
    "false, a.Base64, b.Base64Codec",
    "false, a.Base64, b.Base",
    "false, a.Base64, b.Crc32Of64Bits",
    "false, a.RouterV1, a.RouterV2",
    "false, a1.v16.Router, a2.v17.Router"
  })
  void aNumberOfTwoDigitsSaysWhatATypeIsFor(boolean other, String one, String two) {
    assertBothWays(other, Naming::haveOtherNumbers, one, two);
  }

  private static <T> void assertBothWays(
      T expected, BiFunction<String, String, T> said, String one, String other) {
    assertEquals(expected, said.apply(one, other));
    assertEquals(expected, said.apply(other, one), "the other way round");
  }
}
