package dev.ssot.benchmarks.routers.load;

import dev.ssot.benchmarks.routers.dialect.Ear;
import dev.ssot.benchmarks.routers.dialect.Talk;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.UnpooledByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import java.util.Optional;

/** One user's connection, and the next one after it was cut. Confined to its event loop. */
@SuppressWarnings("FutureReturnValueIgnored") // A write that fails closes its channel.
final class Line implements Ear {

  private final int index;
  private final int lane;
  private final EventLoop loop;
  private final Talk talk;
  private Optional<Channel> channel = Optional.empty();
  private Runnable whenReady = () -> {};
  private volatile boolean ready;
  private boolean dirty;
  private long asked;
  private volatile Course course = Course.IDLE;
  private volatile String refusal = "";

  Line(int index, int lane, EventLoop loop, Talk talk) {
    this.index = index;
    this.lane = lane;
    this.loop = loop;
    this.talk = talk;
  }

  int index() {
    return index;
  }

  /** Number of the event loop. */
  int lane() {
    return lane;
  }

  EventLoop loop() {
    return loop;
  }

  void follow(Course next) {
    course = next;
  }

  /** Number of messages asked so far, which is the number of the next. */
  long asked() {
    return asked;
  }

  /** Begins the conversation on a new connection. */
  void opened(Channel fresh, Runnable then) {
    channel = Optional.of(fresh);
    whenReady = then;
    ready = false;
    talk.opening().forEach(this::say);
    flush();
  }

  /** Whether the conversation has begun on the latest connection. */
  boolean hasBegun() {
    return ready;
  }

  /** Says once more what a server may have missed. */
  void again() {
    if (!ready && channel.isPresent()) {
      talk.again().forEach(this::say);
      flush();
    }
  }

  void ask(int events) {
    write(talk.ask(memory(), asked++, events));
  }

  void announce() {
    write(talk.announce(memory(), asked++));
  }

  void flush() {
    if (dirty) {
      dirty = false;
      channel.ifPresent(Channel::flush);
    }
  }

  void heard(ByteBuf frame) {
    talk.hear(frame, this);
  }

  /** Takes note that a connection has ended, or never began. */
  void closed(Channel gone, String why) {
    if (channel.isEmpty() && !ready) {
      refusal = why;
    } else if (channel.filter(open -> open == gone).isPresent()) {
      channel = Optional.empty();
      refused(why);
    }
  }

  /** Ends the connection without a farewell; the server may see a reset. */
  void sever() {
    Optional<Channel> open = channel;
    channel = Optional.empty();
    open.ifPresent(Channel::close);
  }

  /** Reads nothing from now on, or reads again. */
  void read(boolean wanted) {
    channel.ifPresent(open -> open.config().setAutoRead(wanted));
  }

  @Override
  public void ready() {
    if (!ready) {
      ready = true;
      whenReady.run();
    }
  }

  @Override
  public void event(long number, int eventIndex) {
    course.event(this, number, eventIndex);
  }

  @Override
  public void acknowledged() {
    course.acknowledged();
  }

  @Override
  public void answer(String text) {
    say(text);
  }

  @Override
  public void refused(String text) {
    refusal = text;
    course.refused(this, text);
  }

  /** What the server has refused last, or why it has closed; empty if it has not. */
  String refusal() {
    return refusal;
  }

  private void say(String text) {
    write(ByteBufUtil.writeUtf8(memory(), text));
  }

  private void write(ByteBuf text) {
    if (channel.isPresent()) {
      dirty = true;
      channel.get().write(new TextWebSocketFrame(text));
    } else {
      text.release();
    }
  }

  private ByteBufAllocator memory() {
    return channel.map(Channel::alloc).orElse(UnpooledByteBufAllocator.DEFAULT);
  }
}
