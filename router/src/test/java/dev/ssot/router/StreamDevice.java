package dev.ssot.router;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.ssot.router.protocol.ClientMessage;
import dev.ssot.router.protocol.Payload;
import dev.ssot.router.protocol.Resumption;
import dev.ssot.router.protocol.StreamEvent;
import dev.ssot.router.protocol.StreamPosition;
import dev.ssot.router.protocol.UserKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A device of a user: remembers its place over all its connections, and everything that it saw. */
final class StreamDevice {

  private final Bench bench;
  private final UserKey user;
  private final String id;
  private final List<Long> seqs = new ArrayList<>();
  private final Map<Long, Long> seen = new TreeMap<>();
  private final List<Bench.Line> past = new ArrayList<>();
  private Bench.@Nullable Line line;
  private Optional<StreamPosition> place = Optional.empty();
  private long owedAfter = Long.MAX_VALUE;
  private long latest;
  private int messages;

  StreamDevice(Bench bench, UserKey user, String id) {
    this.bench = bench;
    this.user = user;
    this.id = id;
  }

  UserKey user() {
    return user;
  }

  String id() {
    return id;
  }

  /** The events that it saw, by their places. */
  Map<Long, Long> seen() {
    return seen;
  }

  Collection<Long> numbers() {
    return seen.values();
  }

  /** Whether the event came after the first welcome. */
  boolean isOwed(long number) {
    return number > owedAfter;
  }

  /** Takes note of which event is the latest. */
  void emitted(long number) {
    latest = number;
  }

  boolean isOpen() {
    return line != null && line.wire().closed().isEmpty();
  }

  void connect() {
    if (isOpen()) {
      return;
    }
    cut();
    Bench.Line fresh = bench.attach(user, id);
    fresh.send(place.map(ClientMessage::hello).orElseGet(ClientMessage::hello));
    if (place.isEmpty()) {
      owedAfter = latest;
      place = Optional.of(fresh.wire().welcome().from());
    } else {
      assertEquals(Resumption.RESUMED, fresh.wire().welcome().resumption());
      assertEquals(place.get(), fresh.wire().welcome().from());
    }
    line = fresh;
  }

  /** Loses the connection, after all that had arrived was read. */
  void cut() {
    if (line == null) {
      return;
    }
    line.connection().detach();
    assertEquals(Optional.empty(), line.wire().breach());
    line.wire().events().forEach(this::read);
    past.add(line);
    line = null;
  }

  void send(String type, String topic) {
    if (line != null) {
      Payload payload = Payload.of(Map.of("topic", topic));
      line.send(ClientMessage.of(type, id + "-" + ++messages, payload));
    }
  }

  void stall(int frames) {
    if (line != null) {
      line.wire().capacity(frames);
    }
  }

  void readOn() {
    if (line != null) {
      line.reopen(Integer.MAX_VALUE);
    }
  }

  /** Calls on handles of connections that are gone. */
  void speakLate() {
    for (Bench.Line old : past) {
      int frames = old.wire().frames().size();
      old.send(ClientMessage.hello());
      old.connection().writable();
      old.connection().detach();
      assertEquals(frames, old.wire().frames().size());
    }
  }

  /** No gap, no duplicate and no disorder, over all connections. */
  void requireWhole() {
    for (int i = 1; i < seqs.size(); i++) {
      assertEquals(seqs.get(i - 1) + 1, seqs.get(i), () -> user + " read " + seqs);
    }
  }

  private void read(StreamEvent event) {
    StreamPosition here = place.orElseThrow();
    assertEquals(here.seq() + 1, event.seq(), () -> user + " is at " + here);
    assertFalse(seen.containsKey(event.seq()));
    seqs.add(event.seq());
    seen.put(event.seq(), event.event().payload().number("n").orElseThrow());
    place = Optional.of(event.position());
  }
}
