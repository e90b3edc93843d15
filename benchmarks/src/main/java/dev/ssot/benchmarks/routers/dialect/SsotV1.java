package dev.ssot.benchmarks.routers.dialect;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** The protocol {@code ssot.v1}: acknowledged messages, numbered events, resume. */
public final class SsotV1 implements Dialect {

  private static final int TEXT = 85;
  private static final byte[] ACK = Scan.ascii("{\"v\":1,\"type\":\"ack\"");
  private static final byte[] WELCOME = Scan.ascii("{\"v\":1,\"type\":\"welcome\"");
  private static final byte[] HEAD = Scan.ascii("{\"v\":1,\"type\":\"head\"");

  private final String users;
  private final int textLength;
  private final AtomicInteger talks = new AtomicInteger();

  /** Events of the size that is common to all dialects. */
  public SsotV1() {
    this("u", TEXT);
  }

  private SsotV1(String users, int textLength) {
    this.users = users;
    this.textLength = textLength;
  }

  /** Other users, whose messages have a text of so many characters. */
  public static SsotV1 ofOthers(int textLength) {
    return new SsotV1("other", textLength);
  }

  @Override
  public String path(int user) {
    return "/ws";
  }

  @Override
  public String subprotocols(int user) {
    return "ssot.v1, ssot.token." + users + user;
  }

  @Override
  public Talk talk(int user) {
    return new SsotTalk(talks.incrementAndGet());
  }

  private final class SsotTalk implements Talk {

    /** Makes ids that no earlier conversation of the user has had: those are answered already. */
    private final int talk;

    private final Askings asks = new Askings(events -> message("ask", events));
    private final Askings announcements = new Askings(events -> message("announce", events));
    private String epoch = "";
    private long seq;

    SsotTalk(int talk) {
      this.talk = talk;
    }

    @Override
    public List<String> opening() {
      String resume =
          epoch.isEmpty() ? "" : "\"resume\":{\"epoch\":\"%s\",\"seq\":%d}".formatted(epoch, seq);
      return List.of(
          "{\"v\":1,\"type\":\"hello\",\"id\":\"h\",\"payload\":{%s}}".formatted(resume));
    }

    @Override
    public void hear(ByteBuf frame, Ear ear) {
      if (Scan.hasAt(frame, 0, ACK)) {
        ear.acknowledged();
      } else if (Scan.event(frame, ear)) {
        seq = Scan.afterSeq(frame);
      } else {
        steer(frame, ear);
      }
    }

    private void steer(ByteBuf frame, Ear ear) {
      String text = Scan.text(frame);
      if (!Scan.hasAt(frame, 0, WELCOME)) {
        if (!Scan.hasAt(frame, 0, HEAD)) {
          ear.refused(text);
        }
      } else if (text.contains("resume_failed")) {
        ear.refused(text);
      } else {
        if (epoch.isEmpty()) {
          epoch = Scan.quoted(text, "\"epoch\":\"");
        }
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

    private String message(String type, int events) {
      return "{\"v\":1,\"type\":\"%s\",\"id\":\"c-%d-%s\",\"payload\":{\"k\":%d,\"n\":%s,\"text\":\"%s\"}}"
          .formatted(type, talk, Template.NUMBER, events, Template.NUMBER, "x".repeat(textLength));
    }
  }
}
