package dev.ssot.benchmarks.routers.load;

import dev.ssot.benchmarks.routers.dialect.Dialect;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.EpollChannelOption;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolConfig;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolHandler;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Many connections to one server, from several addresses of this machine. */
public final class Fleet implements AutoCloseable {

  /** Event loops; as many as the machine that the targets are set for has cores. */
  private static final int LOOPS = 2;

  /** Handshakes that are under way at once. */
  private static final int OPENING = 256;

  /** Addresses to come from, as one has no more than some 28,000 ports. */
  private static final int ADDRESSES = 16;

  private static final int LONGEST_FRAME = 1 << 20;
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration AGAIN = Duration.ofMillis(500);

  private final URI server;
  private final Dialect dialect;
  private final MultiThreadIoEventLoopGroup group =
      new MultiThreadIoEventLoopGroup(LOOPS, EpollIoHandler.newFactory());
  private final List<EventLoop> loops = new ArrayList<>();
  private final List<Line> lines = new ArrayList<>();
  private final ChannelGroup open = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
  private final int receiveBytes;

  /** No connections yet. */
  public Fleet(int port, Dialect dialect) {
    this(port, dialect, 0);
  }

  /** The same with a receive buffer of so many bytes in each socket. */
  public Fleet(int port, Dialect dialect, int receiveBytes) {
    this.receiveBytes = receiveBytes;
    this.dialect = dialect;
    server = URI.create("ws://127.0.0.1:" + port);
    for (int i = 0; i < LOOPS; i++) {
      loops.add(group.next());
    }
  }

  /** Adds connections until there are {@code size}; returns when all conversations have begun. */
  public void grow(int size) throws InterruptedException {
    List<Line> fresh = new ArrayList<>();
    for (int index = lines.size(); index < size; index++) {
      int lane = index % LOOPS;
      Line line = new Line(index, lane, loops.get(lane), dialect.talk(index));
      lines.add(line);
      fresh.add(line);
    }
    connect(fresh);
  }

  /** Connects lines that have no connection; returns when all conversations have begun. */
  void connect(List<Line> unconnected) throws InterruptedException {
    Semaphore opening = new Semaphore(OPENING);
    Semaphore begun = new Semaphore(0);
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    for (Line line : unconnected) {
      while (!opening.tryAcquire(AGAIN.toMillis(), TimeUnit.MILLISECONDS)) {
        nudge(unconnected, deadline);
      }
      connect(
          line,
          () -> {
            opening.release();
            begun.release();
          });
    }
    while (!begun.tryAcquire(unconnected.size(), AGAIN.toMillis(), TimeUnit.MILLISECONDS)) {
      nudge(unconnected, deadline);
    }
  }

  private static void nudge(List<Line> unconnected, long deadline) {
    if (System.nanoTime() > deadline) {
      throw new IllegalStateException(
          "%d of %d connections have not begun within %s; %s"
              .formatted(
                  unconnected.stream().filter(line -> !line.hasBegun()).count(),
                  unconnected.size(),
                  PATIENCE,
                  unconnected.stream()
                      .map(Line::refusal)
                      .filter(text -> !text.isEmpty())
                      .findFirst()
                      .orElse("nothing was refused")));
    }
    unconnected.forEach(line -> line.loop().execute(line::again));
  }

  List<Line> lines() {
    return Collections.unmodifiableList(lines);
  }

  /** Number of event loops. */
  static int lanes() {
    return LOOPS;
  }

  /** Does something with every line, each on its own thread, and waits until it is done. */
  void each(Consumer<Line> action) throws InterruptedException {
    each(lines, action);
  }

  void each(List<Line> some, Consumer<Line> action) throws InterruptedException {
    for (int lane = 0; lane < LOOPS; lane++) {
      int own = lane;
      loops
          .get(lane)
          .submit(() -> some.stream().filter(line -> line.lane() == own).forEach(action))
          .sync();
    }
  }

  /** Runs an action on every event loop. */
  EventLoop loop(int lane) {
    return loops.get(lane);
  }

  /**
   * Closes the connections and ends the threads. A loop that ends may leave connections open: Netty
   * closes them in a turn that has begun after it was told to end, and there need not be one. Then
   * nobody reads from them, and they have their part in all that the server sends.
   */
  @Override
  public void close() {
    open.close().awaitUninterruptibly();
    group.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
  }

  private void connect(Line line, Runnable whenReady) {
    Bootstrap bootstrap =
        new Bootstrap()
            .group(line.loop())
            .channel(EpollSocketChannel.class)
            .option(ChannelOption.TCP_NODELAY, true)
            .option(ChannelOption.SO_LINGER, 0)
            .option(EpollChannelOption.IP_BIND_ADDRESS_NO_PORT, true)
            .handler(initializer(line, whenReady));
    if (receiveBytes > 0) {
      bootstrap.option(ChannelOption.SO_RCVBUF, receiveBytes);
    }
    var unused =
        bootstrap
            .connect(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), server.getPort()),
                new InetSocketAddress(source(line), 0))
            .addListener(connected -> again(connected.isSuccess(), line, whenReady));
  }

  private static InetAddress source(Line line) {
    try {
      return InetAddress.getByAddress(
          new byte[] {127, 0, 0, (byte) (2 + line.index() % ADDRESSES)});
    } catch (UnknownHostException impossible) {
      throw new IllegalStateException("Four bytes are an address", impossible);
    }
  }

  /** A server that can't take so many at once is asked again; patience ends somewhere else. */
  private void again(boolean connected, Line line, Runnable whenReady) {
    if (!connected && !group.isShuttingDown()) {
      var unused = line.loop().schedule(() -> connect(line, whenReady), 1, TimeUnit.MILLISECONDS);
    }
  }

  private ChannelInitializer<Channel> initializer(Line line, Runnable whenReady) {
    HttpHeaders headers = new DefaultHttpHeaders();
    dialect.headers(line.index()).forEach(headers::add);
    String subprotocols = dialect.subprotocols(line.index());
    WebSocketClientProtocolConfig config =
        WebSocketClientProtocolConfig.newBuilder()
            .webSocketUri(server.resolve(dialect.path(line.index())))
            .subprotocol(subprotocols.isEmpty() ? null : subprotocols)
            .customHeaders(headers)
            .maxFramePayloadLength(LONGEST_FRAME)
            .generateOriginHeader(false)
            .withUTF8Validator(false)
            .handleCloseFrames(false)
            .dropPongFrames(true)
            .handshakeTimeoutMillis(PATIENCE.toMillis())
            .build();
    return new ChannelInitializer<>() {
      @Override
      protected void initChannel(Channel channel) {
        open.add(channel);
        channel
            .pipeline()
            .addLast(new HttpClientCodec())
            .addLast(new HttpObjectAggregator(LONGEST_FRAME))
            .addLast(new WebSocketClientProtocolHandler(config))
            .addLast(new LineHandler(line, whenReady));
      }
    };
  }
}
