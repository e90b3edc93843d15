package dev.ssot.router.demo;

import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import java.util.Optional;

/**
 * The wire between a page and the router: bytes go through it as they are, both ways. It can be
 * cut, and it can stop taking what the router writes, as the network of a reader that has gone to
 * sleep does. Both ends are served by one event loop, on which everything here happens.
 */
@SuppressWarnings("FutureReturnValueIgnored") // What fails closes its channel, which is seen.
final class Line {

  private final Optional<Device> device;
  private final Channel page;
  private final Channel router;
  private boolean stalled;

  /** A line between two open sockets that does not carry anything yet. */
  Line(Optional<Device> device, Channel page, Channel router) {
    this.device = device;
    this.page = page;
    this.router = router;
  }

  /** Whose line it is, if a ticket said so. */
  Optional<Device> device() {
    return device;
  }

  /** Begins to carry bytes. */
  void open() {
    page.pipeline().addLast(new Pipe(router, this::balance));
    router.pipeline().addLast(new Pipe(page, this::balance));
    balance();
  }

  /** Aborts both connections: the system sends a reset, and no close frame and no end. */
  void cut() {
    page.eventLoop()
        .execute(
            () -> {
              abort(page);
              abort(router);
            });
  }

  /** Takes nothing more from the router, whose buffers fill up. */
  void stall() {
    halt(true);
  }

  /** Takes what waits. */
  void release() {
    halt(false);
  }

  private void halt(boolean wanted) {
    page.eventLoop()
        .execute(
            () -> {
              stalled = wanted;
              balance();
            });
  }

  /** Reads from each side as fast as the other takes it. */
  private void balance() {
    router.config().setAutoRead(!stalled && page.isWritable());
    page.config().setAutoRead(router.isWritable());
  }

  private static void abort(Channel channel) {
    if (channel.isOpen()) {
      channel.config().setOption(ChannelOption.SO_LINGER, 0);
      channel.close();
    }
  }
}
