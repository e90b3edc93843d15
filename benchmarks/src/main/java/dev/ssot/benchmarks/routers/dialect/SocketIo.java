package dev.ssot.benchmarks.routers.dialect;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import java.util.List;

/** Socket.IO 5 over Engine.IO 4, straight on WebSocket; every message asks to be acknowledged. */
public final class SocketIo implements Dialect {

  private static final int TEXT = 220;
  private static final byte[] OPEN = Scan.ascii("0{");
  private static final byte[] PING = Scan.ascii("2");
  private static final byte[] CONNECTED = Scan.ascii("40");
  private static final byte[] EVENT = Scan.ascii("42");
  private static final byte[] ACK = Scan.ascii("43");

  private final Askings asks = new Askings(events -> message("ask", events));
  private final Template announcement =
      Template.of(
          "42[\"announce\",{\"k\":1,\"n\":%s,\"text\":\"%s\"}]"
              .formatted(Template.NUMBER, "x".repeat(TEXT)));

  @Override
  public String path(int user) {
    return "/socket.io/?EIO=4&transport=websocket";
  }

  @Override
  public Talk talk(int user) {
    return new SocketIoTalk();
  }

  private static String message(String type, int events) {
    return "42%s[\"%s\",{\"k\":%d,\"n\":%s,\"text\":\"%s\"}]"
        .formatted(Template.NUMBER, type, events, Template.NUMBER, "x".repeat(TEXT));
  }

  private final class SocketIoTalk implements Talk {

    @Override
    public List<String> opening() {
      return List.of();
    }

    @Override
    public void hear(ByteBuf frame, Ear ear) {
      if (Scan.hasAt(frame, 0, EVENT)) {
        Scan.event(frame, ear);
      } else if (Scan.hasAt(frame, 0, ACK)) {
        ear.acknowledged();
      } else if (Scan.hasAt(frame, 0, OPEN)) {
        ear.answer("40");
      } else if (Scan.hasAt(frame, 0, CONNECTED)) {
        connected(frame, ear);
      } else if (Scan.hasAt(frame, 0, PING)) {
        ear.answer("3" + Scan.text(frame).substring(1));
      } else {
        ear.refused(Scan.text(frame));
      }
    }

    /** Some servers open the default namespace on their own and once more when they are asked. */
    private void connected(ByteBuf frame, Ear ear) {
      if (Scan.text(frame).contains("sid")) {
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
