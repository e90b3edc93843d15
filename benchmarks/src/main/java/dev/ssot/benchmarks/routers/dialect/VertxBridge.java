package dev.ssot.benchmarks.routers.dialect;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import java.util.List;

/**
 * Vert.x's event bus bridge over the raw WebSocket of SockJS. A message is acknowledged by the
 * reply of the bus; registrations are not, so the first reply tells that they were taken.
 */
public final class VertxBridge implements Dialect {

  private static final int TEXT = 180;

  @Override
  public String path(int user) {
    return "/eventbus/websocket";
  }

  @Override
  public Talk talk(int user) {
    return new VertxTalk(user);
  }

  private static final class VertxTalk implements Talk {

    private final int user;
    private final Askings asks;
    private final Template announcement;
    private boolean ready;

    VertxTalk(int user) {
      this.user = user;
      asks = new Askings(events -> send("ask", "\"k\":%d,".formatted(events)));
      announcement = Template.of(send("announce", ""));
    }

    @Override
    public List<String> opening() {
      ready = false;
      return List.of(
          register("user." + user),
          register("all"),
          "{\"type\":\"send\",\"address\":\"hello\",\"replyAddress\":\"h\",\"body\":{}}");
    }

    private String send(String address, String fields) {
      return ("{\"type\":\"send\",\"address\":\"%s\",\"replyAddress\":\"r%s\","
              + "\"body\":{\"u\":%d,%s\"n\":%s,\"text\":\"%s\"}}")
          .formatted(address, Template.NUMBER, user, fields, Template.NUMBER, "x".repeat(TEXT));
    }

    private static String register(String address) {
      return "{\"type\":\"register\",\"address\":\"%s\",\"headers\":{}}".formatted(address);
    }

    @Override
    public void hear(ByteBuf frame, Ear ear) {
      if (Scan.event(frame, ear)) {
        return;
      }
      String text = Scan.text(frame);
      if (text.contains("\"type\":\"err\"")) {
        ear.refused(text);
      } else if (ready) {
        ear.acknowledged();
      } else {
        ready = true;
        ear.ready();
      }
    }

    @Override
    public ByteBuf ask(ByteBufAllocator memory, long number, int events) {
      return asks.ask(memory, number, events);
    }

    @Override
    public ByteBuf announce(ByteBufAllocator memory, long number) {
      return announcement.with(memory, number);
    }
  }
}
