package dev.ssot.router.sockets;

import io.netty.channel.Channel;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The sockets that are open on some event loops, so that they end with the loops. Safe for use by
 * several threads.
 *
 * <p>A loop of Netty closes its sockets only in a turn that has begun after it was told to end, and
 * there need not be one. The other side would then wait for somebody who is gone.
 */
public final class OpenSockets {

  private final ChannelGroup open = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE, true);

  /** Takes note of a socket until it is closed; one that comes after the end is closed at once. */
  public void add(Channel socket) {
    open.add(socket);
  }

  /** Closes the sockets and then ends the loops; not to be called on one of them. */
  public void end(EventLoopGroup loops) {
    open.close().awaitUninterruptibly();
    loops.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
  }
}
