package dev.ssot.benchmarks.routers.dialect;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import java.util.List;

/** JSON that both sides parse, without a protocol: no acknowledgement, no place in a stream. */
public final class PlainJson implements Dialect {

  private static final int TEXT = 220;

  private final Askings asks = new Askings(events -> message("ask", events));
  private final Askings announcements = new Askings(events -> message("announce", events));

  @Override
  public String path(int user) {
    return "/ws";
  }

  @Override
  public Talk talk(int user) {
    return new JsonTalk();
  }

  private static String message(String type, int events) {
    return "{\"type\":\"%s\",\"k\":%d,\"n\":%s,\"text\":\"%s\"}"
        .formatted(type, events, Template.NUMBER, "x".repeat(TEXT));
  }

  private final class JsonTalk implements Talk {

    @Override
    public List<String> opening() {
      return List.of("{\"type\":\"hello\"}");
    }

    @Override
    public void hear(ByteBuf frame, Ear ear) {
      if (!Scan.event(frame, ear)) {
        ear.ready();
      }
    }

    @Override
    public ByteBuf ask(ByteBufAllocator memory, long number, int events) {
      return asks.ask(memory, number, events);
    }

    @Override
    public ByteBuf announce(ByteBufAllocator memory, long number) {
      return announcements.ask(memory, number, 1);
    }
  }
}
