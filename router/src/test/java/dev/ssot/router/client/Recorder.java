package dev.ssot.router.client;

import dev.ssot.router.wire.ServerMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** Keeps what a client hands over, and lets a test wait for it. */
final class Recorder implements ClientListener {

  /** Only a fail-safe. */
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(30);

  private final List<ServerMessage> events = new ArrayList<>();
  private final List<String> news = new ArrayList<>();

  @Override
  public synchronized void event(ServerMessage event) {
    events.add(event);
    notifyAll();
  }

  @Override
  public synchronized void lost(String reason) {
    say("lost " + reason);
  }

  @Override
  public synchronized void leftOut(long first, long last) {
    say("left out " + first + " to " + last);
  }

  @Override
  public synchronized void service(String level) {
    say("service " + level);
  }

  @Override
  public synchronized void state(ClientState state) {
    say(state.name());
  }

  synchronized List<ServerMessage> events() {
    return List.copyOf(events);
  }

  synchronized List<Long> seqs() {
    return events.stream().map(ServerMessage::seq).toList();
  }

  List<String> types() {
    return events().stream().map(ServerMessage::type).toList();
  }

  synchronized List<String> news() {
    return List.copyOf(news);
  }

  synchronized void awaitEvents(int count) throws InterruptedException {
    await(recorder -> recorder.events.size() >= count, count + " events");
  }

  synchronized void awaitNews(String item) throws InterruptedException {
    awaitNews(item, 1);
  }

  synchronized void awaitNews(String item, int times) throws InterruptedException {
    await(
        recorder -> recorder.news.stream().filter(item::equals).count() >= times,
        times + " times " + item);
  }

  private void say(String item) {
    news.add(item);
    notifyAll();
  }

  private synchronized void await(Predicate<Recorder> condition, String what)
      throws InterruptedException {
    long end = System.nanoTime() + PATIENCE_NANOS;
    while (!condition.test(this)) {
      long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
      if (left <= 0) {
        throw new AssertionError("Waited in vain for " + what + "; " + news + types());
      }
      wait(left);
    }
  }
}
