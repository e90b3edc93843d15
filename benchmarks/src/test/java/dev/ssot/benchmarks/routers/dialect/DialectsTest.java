package dev.ssot.benchmarks.routers.dialect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.buffer.UnpooledByteBufAllocator;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What each server was seen to say, and what is said to it. */
class DialectsTest {

  private static final String NUL = "\u0000";

  private final Heard heard = new Heard();

  @Test
  void theRouterWelcomesNumbersAndAcknowledges() {
    Talk talk = new SsotV1().talk(3);
    hear(
        talk,
        "{\"v\":1,\"type\":\"welcome\",\"payload\":{\"from\":{\"epoch\":\"e-1\",\"seq\":0}}}");
    hear(
        talk,
        "{\"v\":1,\"type\":\"answer\",\"seq\":12,\"id\":\"bench/u3/e-1/12\",\"ts\":\"…\","
            + "\"payload\":{\"i\":2,\"n\":345,\"text\":\"x\"}}");
    hear(talk, "{\"v\":1,\"type\":\"ack\",\"payload\":{\"id\":\"c-345\"}}");
    hear(talk, "{\"v\":1,\"type\":\"head\",\"payload\":{\"epoch\":\"e-1\",\"seq\":12}}");
    assertEquals(List.of("ready", "event 345.2", "acknowledged"), heard.what);
  }

  @Test
  void theRouterIsAskedToGoOnWhereTheUserWas() {
    Talk talk = new SsotV1().talk(3);
    assertEquals(
        List.of("{\"v\":1,\"type\":\"hello\",\"id\":\"h\",\"payload\":{}}"), talk.opening());
    hear(
        talk,
        "{\"v\":1,\"type\":\"welcome\",\"payload\":{\"from\":{\"epoch\":\"e-1\",\"seq\":0}}}");
    hear(talk, "{\"v\":1,\"type\":\"answer\",\"seq\":12,\"payload\":{\"i\":0,\"n\":7}}");
    assertEquals(
        List.of(
            "{\"v\":1,\"type\":\"hello\",\"id\":\"h\",\"payload\":"
                + "{\"resume\":{\"epoch\":\"e-1\",\"seq\":12}}}"),
        talk.opening());
  }

  @Test
  void whatTheRouterRefusesIsNoAnswer() {
    Talk talk = new SsotV1().talk(3);
    hear(talk, "{\"v\":1,\"type\":\"error\",\"payload\":{\"code\":\"rate_limited\"}}");
    hear(talk, "{\"v\":1,\"type\":\"gap\",\"payload\":{\"first\":1,\"last\":2}}");
    assertEquals(2, heard.what.size());
    assertEquals("refused", heard.what.get(0).substring(0, 7));
  }

  @Test
  void springSubscribesBeforeItIsAsked() {
    Talk talk = new Stomp().talk(3);
    hear(talk, "CONNECTED\nversion:1.2\n\n" + NUL);
    hear(talk, "MESSAGE\ndestination:/queue/events-user1\n\n{\"hello\":true}" + NUL);
    hear(
        talk, "MESSAGE\ndestination:/queue/events-user1\n\n{\"i\":0,\"n\":9,\"text\":\"x\"}" + NUL);
    hear(talk, "ERROR\nmessage:no\n\n" + NUL);
    assertEquals("said SUBSCRIBE", heard.what.get(0).substring(0, 14));
    assertEquals("said SUBSCRIBE", heard.what.get(1).substring(0, 14));
    assertEquals("said SEND", heard.what.get(2).substring(0, 9));
    assertEquals(List.of("ready", "event 9.0"), heard.what.subList(3, 5));
    assertEquals("refused", heard.what.get(5).substring(0, 7));
  }

  @Test
  void socketIoConnectsTheNamespaceAndAnswersPings() {
    Talk talk = new SocketIo().talk(3);
    hear(talk, "0{\"sid\":\"a\",\"pingInterval\":25000}");
    hear(talk, "40{\"sid\":\"b\"}");
    hear(talk, "2");
    hear(talk, "42[\"event\",{\"i\":1,\"n\":10}]");
    hear(talk, "4310[]");
    assertEquals(List.of("said 40", "ready", "said 3", "event 10.1", "acknowledged"), heard.what);
  }

  @Test
  void vertxIsReadyWithItsFirstReplyAndAcknowledgesWithTheOthers() {
    Talk talk = new VertxBridge().talk(3);
    hear(talk, "{\"type\":\"rec\",\"address\":\"h\",\"body\":null}");
    hear(talk, "{\"type\":\"rec\",\"address\":\"user.3\",\"body\":{\"i\":0,\"n\":5}}");
    hear(talk, "{\"type\":\"rec\",\"address\":\"r5\",\"body\":null}");
    hear(talk, "{\"type\":\"err\",\"body\":\"access_denied\"}");
    assertEquals(List.of("ready", "event 5.0", "acknowledged"), heard.what.subList(0, 3));
    assertEquals("refused", heard.what.get(3).substring(0, 7));
  }

  @Test
  void aBareFrameSaysHowOftenItComesBack() {
    Talk talk = new Bare().talk(3);
    String ten = text(talk.ask(UnpooledByteBufAllocator.DEFAULT, 42, 10));
    assertEquals(Bare.TIMES + 10, ten.charAt(0));
    assertEquals('0', ten.charAt(Bare.INDEX_AT));
    hear(talk, ten);
    assertEquals(Bare.TO_ALL, text(talk.announce(UnpooledByteBufAllocator.DEFAULT, 1)).charAt(0));
    assertEquals(List.of("event 42.0"), heard.what);
  }

  @Test
  void everyNumberIsWrittenWhereItBelongs() {
    Talk talk = new SsotV1().talk(3);
    String asked = text(talk.ask(UnpooledByteBufAllocator.DEFAULT, 1_203, 10));
    assertEquals(
        "{\"v\":1,\"type\":\"ask\",\"id\":\"c-1-1203\",\"payload\":{\"k\":10,\"n\":1203,\"text\":\"",
        asked.substring(0, asked.indexOf("xx")));
  }

  @Test
  void noIdOfTheRouterIsUsedInTwoConversations() {
    SsotV1 dialect = new SsotV1();
    String one = text(dialect.talk(3).ask(UnpooledByteBufAllocator.DEFAULT, 0, 1));
    String other = text(dialect.talk(3).ask(UnpooledByteBufAllocator.DEFAULT, 0, 1));
    assertNotEquals(one, other);
  }

  private void hear(Talk talk, String frame) {
    talk.hear(Unpooled.copiedBuffer(frame, StandardCharsets.UTF_8), heard);
  }

  private static String text(ByteBuf frame) {
    String text = frame.toString(StandardCharsets.UTF_8);
    frame.release();
    return text;
  }

  private static final class Heard implements Ear {

    private final List<String> what = new ArrayList<>();

    @Override
    public void ready() {
      what.add("ready");
    }

    @Override
    public void event(long number, int index) {
      what.add("event " + number + "." + index);
    }

    @Override
    public void acknowledged() {
      what.add("acknowledged");
    }

    @Override
    public void answer(String text) {
      what.add("said " + text);
    }

    @Override
    public void refused(String text) {
      what.add("refused " + text);
    }
  }
}
