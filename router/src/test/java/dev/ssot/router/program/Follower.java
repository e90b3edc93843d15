package dev.ssot.router.program;

import dev.ssot.router.client.ClientListener;
import dev.ssot.router.wire.ServerMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Keeps what a client is told, as words. */
final class Follower implements ClientListener {

  /** Only a fail-safe. */
  private static final long PATIENCE_SECONDS = 60;

  private final List<String> news = new ArrayList<>();

  @Override
  public void event(ServerMessage event) {
    String status = event.payload().text("status").orElse("");
    add(status.isEmpty() ? event.type() : event.type() + " " + status);
  }

  @Override
  public void lost(String reason) {
    add("lost " + reason);
  }

  @Override
  public void service(String level) {
    add("service " + level);
  }

  private synchronized void add(String item) {
    news.add(item);
    notifyAll();
  }

  synchronized List<String> news() {
    return List.copyOf(news);
  }

  synchronized void await(String item) throws InterruptedException {
    await(item, 1);
  }

  synchronized void await(String item, int times) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (news.stream().filter(item::equals).count() < times) {
      long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
      if (left <= 0) {
        throw new AssertionError("Waited in vain for " + times + " " + item + ": " + news);
      }
      wait(left);
    }
  }
}
