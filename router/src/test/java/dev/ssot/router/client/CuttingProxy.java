package dev.ssot.router.client;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntUnaryOperator;

/**
 * Stands between clients and a server and cuts each connection after some bytes from the server,
 * wherever in a frame that is.
 */
public final class CuttingProxy implements AutoCloseable {

  /** Cuts nothing. */
  public static final IntUnaryOperator NEVER = connection -> Integer.MAX_VALUE;

  private final ServerSocket listener;
  private volatile int target;
  private volatile boolean refuses;
  private volatile boolean swallows;
  private final IntUnaryOperator bytesUntilCut;
  private final AtomicInteger connections = new AtomicInteger();
  private final AtomicInteger cuts = new AtomicInteger();
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          task -> {
            Thread thread = new Thread(task, "cutting-proxy");
            thread.setDaemon(true);
            return thread;
          });

  /**
   * Listens at a free port.
   *
   * @param bytesUntilCut by the number of the connection, from 0
   */
  public CuttingProxy(int target, IntUnaryOperator bytesUntilCut) throws IOException {
    this.target = target;
    this.bytesUntilCut = bytesUntilCut;
    listener = new ServerSocket(0, 1_000, InetAddress.getLoopbackAddress());
    threads.execute(this::acceptAll);
  }

  /** Cuts the first connections somewhere at random, and lets the later ones live. */
  public static IntUnaryOperator somewhere(long seed, int connections, int mostBytes) {
    return number ->
        number < connections
            ? 300 + new Random(seed * 31 + number).nextInt(mostBytes)
            : Integer.MAX_VALUE;
  }

  public int port() {
    return listener.getLocalPort();
  }

  public int cuts() {
    return cuts.get();
  }

  public int connections() {
    return connections.get();
  }

  /** Cuts everything that is open. */
  public void cutAll() {
    open.forEach(CuttingProxy::close);
  }

  /** Takes new connections to another server. */
  public void turnTo(int other) {
    target = other;
  }

  /** Closes new connections at once, or does not. */
  public void refuse(boolean on) {
    refuses = on;
  }

  /** Lets nothing through although every connection stays open, or does not. */
  public void swallow(boolean on) {
    swallows = on;
  }

  @Override
  public void close() throws IOException {
    listener.close();
    cutAll();
    threads.shutdownNow();
  }

  private void acceptAll() {
    try {
      while (true) {
        connect(listener.accept());
      }
    } catch (IOException closed) {
      cutAll();
    }
  }

  /** A server that is not there is as good as a connection that is cut at once. */
  private void connect(Socket client) {
    int limit = bytesUntilCut.applyAsInt(connections.getAndIncrement());
    try {
      if (refuses) {
        throw new IOException("refused on purpose");
      }
      Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
      open.add(client);
      open.add(server);
      threads.execute(() -> copy(client, server, Integer.MAX_VALUE));
      threads.execute(() -> copy(server, client, limit));
    } catch (IOException gone) {
      close(client);
    }
  }

  private void copy(Socket from, Socket to, int limit) {
    byte[] buffer = new byte[8_192];
    try (InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream()) {
      int left = limit;
      int length = in.read(buffer, 0, Math.min(buffer.length, left));
      while (length > 0) {
        if (!swallows) {
          out.write(buffer, 0, length);
        }
        left -= length;
        if (left == 0) {
          cuts.incrementAndGet();
        }
        length = left == 0 ? -1 : in.read(buffer, 0, Math.min(buffer.length, left));
      }
    } catch (IOException gone) {
      // The other side is closed below; that is all a proxy can do.
    } finally {
      close(from);
      close(to);
      open.remove(from);
      open.remove(to);
    }
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException alreadyGone) {
      throw new AssertionError(alreadyGone);
    }
  }
}
