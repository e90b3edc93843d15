package dev.ssot.benchmarks.routers.dialect;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import java.util.List;

/**
 * No protocol at all: the server sends back the frame it gets, as often as its first character
 * says, or to everybody. Only the digit of the index is changed, so nothing is parsed.
 */
public final class Bare implements Dialect {

  /** Where the digit of the index stands in a frame. */
  public static final int INDEX_AT = 6;

  /** First character of a frame that goes to everybody. */
  public static final char TO_ALL = '*';

  /** First character of a frame that comes back {@code n} times, less {@code n}. */
  public static final char TIMES = '0';

  private static final int TEXT = 245;

  @Override
  public String path(int user) {
    return "/ws";
  }

  @Override
  public Talk talk(int user) {
    return new BareTalk();
  }

  private static final class BareTalk implements Talk {

    private static final String FORM = "%s{\"i\":0,\"n\":" + Template.NUMBER + ",\"text\":\"%s\"}";

    private final Askings asks = new Askings(events -> form((char) (TIMES + events)));
    private final Template all = Template.of(form(TO_ALL));

    @Override
    public List<String> opening() {
      return List.of("0");
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
      return all.with(memory, number);
    }

    private static String form(char kind) {
      return FORM.formatted(kind, "x".repeat(TEXT));
    }
  }
}
