package dev.ssot.router.demo;

import dev.ssot.router.protocol.UserKey;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOption;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** The lines that are open, each from a page's socket to the router's. Thread-safe. */
@SuppressWarnings("FutureReturnValueIgnored") // What fails closes its channel, which is seen.
final class Lines {

  private final Supplier<OptionalInt> routerPort;
  private final Duration askAgain;
  private final int receiveBuffer;
  private final Set<Line> open = ConcurrentHashMap.newKeySet();

  /**
   * No lines yet.
   *
   * @param routerPort where the router listens, unless it is being restarted
   * @param askAgain time after which that is asked again
   * @param receiveBuffer bytes that a line receives ahead of its page
   */
  Lines(Supplier<OptionalInt> routerPort, Duration askAgain, int receiveBuffer) {
    this.routerPort = routerPort;
    this.askAgain = askAgain;
    this.receiveBuffer = receiveBuffer;
  }

  /** What is told when a line has come about, or can't. Called by the page's event loop. */
  interface Outcome {
    void connected(Line line);

    void unreachable();
  }

  /** Begins to connect a page's socket with the router, and waits for one that is restarting. */
  void connect(Channel page, Optional<Device> device, Outcome told) {
    OptionalInt port = routerPort.get();
    if (port.isEmpty()) {
      if (page.isActive()) {
        page.eventLoop()
            .schedule(() -> connect(page, device, told), askAgain.toNanos(), TimeUnit.NANOSECONDS);
      }
      return;
    }
    new Bootstrap()
        .group(page.eventLoop())
        .channel(NioSocketChannel.class)
        .option(ChannelOption.TCP_NODELAY, true)
        .option(ChannelOption.AUTO_READ, false)
        .option(ChannelOption.SO_RCVBUF, receiveBuffer)
        .handler(new ChannelInboundHandlerAdapter())
        .connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port.getAsInt()))
        .addListener((ChannelFuture done) -> connected(page, device, done, told));
  }

  /** Cuts the lines of a device, and says how many. */
  int cut(Device device) {
    List<Line> cut = find(device::equals);
    cut.forEach(Line::cut);
    return cut.size();
  }

  /** Stalls the lines of a device, and says how many. */
  int stall(Device device) {
    List<Line> stalled = find(device::equals);
    stalled.forEach(Line::stall);
    return stalled.size();
  }

  /** Has every line of a user carry bytes again. */
  void release(UserKey user) {
    find(device -> device.user().equals(user)).forEach(Line::release);
  }

  private void connected(Channel page, Optional<Device> device, ChannelFuture done, Outcome told) {
    if (!done.isSuccess()) {
      told.unreachable();
      return;
    }
    Channel router = done.channel();
    if (!page.isActive()) {
      router.close();
      return;
    }
    Line line = new Line(device, page, router);
    open.add(line);
    page.closeFuture().addListener(closed -> open.remove(line));
    told.connected(line);
  }

  private List<Line> find(Predicate<Device> wanted) {
    return open.stream().filter(line -> line.device().filter(wanted).isPresent()).toList();
  }
}
