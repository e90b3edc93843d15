package dev.ssot.benchmarks.routers.dialect;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import java.util.List;
import java.util.Map;

/**
 * STOMP 1.2 as Spring's simple broker speaks it: one subscription to the user's own queue, one to
 * what everybody gets. The broker has no receipts, so nothing is acknowledged; that both
 * subscriptions are there is known when a message to oneself has come back.
 */
public final class Stomp implements Dialect {

  private static final int TEXT = 60;

  /** The end of a frame. It is also the place of a number in a template, so it is put in last. */
  private static final String END = "\u0000";

  private static final String HELLO = "SEND\ndestination:/app/hello\n\n" + END;
  private static final byte[] CONNECTED = Scan.ascii("CONNECTED");
  private static final byte[] MESSAGE = Scan.ascii("MESSAGE");

  private final Askings asks = new Askings(events -> send("ask", events));
  private final Askings announcements = new Askings(events -> send("announce", events));

  @Override
  public String path(int user) {
    return "/ws";
  }

  @Override
  public Map<String, String> headers(int user) {
    return Map.of("X-User", "u" + user);
  }

  @Override
  public String subprotocols(int user) {
    return "v12.stomp";
  }

  @Override
  public Talk talk(int user) {
    return new StompTalk();
  }

  private static String send(String destination, int events) {
    return "SEND\ndestination:/app/%s\ncontent-type:application/json\n\n{\"k\":%d,\"n\":%s,\"text\":\"%s\"}"
        .formatted(destination, events, Template.NUMBER, "x".repeat(TEXT));
  }

  private static String subscribe(String id, String destination) {
    return "SUBSCRIBE\nid:%s\ndestination:%s\nack:auto\n\n%s".formatted(id, destination, END);
  }

  private final class StompTalk implements Talk {

    private boolean ready;

    @Override
    public List<String> opening() {
      ready = false;
      return List.of("CONNECT\naccept-version:1.2\nhost:localhost\nheart-beat:0,0\n\n" + END);
    }

    /**
     * Unless order is kept, a message may be handled before the subscription that was sent first.
     */
    @Override
    public List<String> again() {
      return List.of(HELLO);
    }

    @Override
    public void hear(ByteBuf frame, Ear ear) {
      if (Scan.hasAt(frame, 0, MESSAGE)) {
        if (ready) {
          Scan.event(frame, ear);
        } else {
          ready = true;
          ear.ready();
        }
      } else if (Scan.hasAt(frame, 0, CONNECTED)) {
        ear.answer(subscribe("1", "/topic/all"));
        ear.answer(subscribe("0", "/user/queue/events"));
        ear.answer(HELLO);
      } else if (frame.readableBytes() > 1) {
        ear.refused(Scan.text(frame));
      }
    }

    @Override
    public ByteBuf ask(ByteBufAllocator memory, long number, int events) {
      return asks.ask(memory, number, events).writeByte(0);
    }

    @Override
    public ByteBuf announce(ByteBufAllocator memory, long number) {
      return announcements.ask(memory, number, 1).writeByte(0);
    }
  }
}
