package dev.ssot.router.log;

import dev.ssot.router.protocol.Event;
import dev.ssot.router.protocol.EventClass;
import dev.ssot.router.protocol.PayloadPile;
import dev.ssot.router.protocol.RunStep;
import dev.ssot.router.protocol.StreamEvent;
import dev.ssot.router.protocol.StreamPosition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Some events of a stream, one after the other, in a few arrays, without their positions. Events
 * are added at its end until it is full and dropped at its beginning, which frees their room only
 * with the whole pack. Not safe for use by several threads.
 */
final class EventPack {

  /** Events of a large pack; what the room of those is that are dropped, nobody else has. */
  private static final int MOST = 32;

  /** Names that are looked up in a list as fast as in a set, and have a place in one byte. */
  private static final int NAME_BITS = 8;

  private static final int NAME = (1 << NAME_BITS) - 1;

  /** What is kept of an event beside its payload: its second, its {@code rs}, and two pairs. */
  private static final int WORDS = 4;

  private static final int RS = 1;
  private static final int NANO_AND_BYTES = 2;
  private static final int PLACE_AND_NAMES = 3;

  private static final List<EventClass> CLASSES = List.of(EventClass.values());

  private final long[] words;
  private final PayloadPile payloads;
  private final List<String> names = new ArrayList<>(MOST / NAME_BITS);
  private int dropped;
  private int end;

  private EventPack(int events, int room) {
    words = new long[events * WORDS];
    payloads = new PayloadPile(room);
  }

  /** A pack with room for one event. */
  static EventPack of(StreamEvent event) {
    return new EventPack(1, PayloadPile.room(event.event().payload()));
  }

  /** The pack to go on with after this one, for about twice as many events of about its sizes. */
  EventPack next(StreamEvent event) {
    int events = Math.min(MOST, 2 * capacity());
    int likely = payloads.taken() / end * events;
    int slack = likely / NAME_BITS;
    return new EventPack(
        events, Math.max(likely + slack, PayloadPile.room(event.event().payload())));
  }

  /** Adds an event; false if the pack is full. */
  boolean add(StreamEvent event) {
    Event said = event.event();
    if (end == capacity() || !payloads.takes(said.payload())) {
      return false;
    }
    Instant ts = event.ts();
    int at = end++ * WORDS;
    words[at] = ts.getEpochSecond();
    words[at + RS] = event.step().rs();
    words[at + NANO_AND_BYTES] = pair(ts.getNano(), event.bytes());
    words[at + PLACE_AND_NAMES] = pair(payloads.add(said.payload()), names(event));
    return true;
  }

  /** Events that are in it. */
  int size() {
    return end - dropped;
  }

  /** Events that were in it. */
  int dropped() {
    return dropped;
  }

  /** Drops the oldest event, and says how many bytes it counted for. */
  int drop() {
    return second(words[dropped++ * WORDS + NANO_AND_BYTES]);
  }

  /** When an event was logged, the oldest being at 0. */
  Instant ts(int index) {
    int at = (dropped + index) * WORDS;
    return Instant.ofEpochSecond(words[at], first(words[at + NANO_AND_BYTES]));
  }

  /** An event, the oldest being at 0, at its place in the stream. */
  StreamEvent get(int index, StreamPosition position) {
    int at = (dropped + index) * WORDS;
    int named = second(words[at + PLACE_AND_NAMES]);
    String run = name(named);
    String session = name(named >> NAME_BITS);
    String type = name(named >> (2 * NAME_BITS));
    EventClass eventClass = CLASSES.get(named >> (3 * NAME_BITS));
    return new StreamEvent(
        position,
        ts(index),
        run.isEmpty() ? RunStep.NONE : new RunStep(run, words[at + RS]),
        new Event(type, eventClass, session, payloads.get(first(words[at + PLACE_AND_NAMES]))));
  }

  private int capacity() {
    return words.length / WORDS;
  }

  private int names(StreamEvent event) {
    Event said = event.event();
    int named = CLASSES.indexOf(said.eventClass());
    named = (named << NAME_BITS) | place(said.type());
    named = (named << NAME_BITS) | place(said.session());
    return (named << NAME_BITS) | place(event.step().run());
  }

  private int place(String name) {
    int known = names.indexOf(name);
    if (known < 0) {
      names.add(name);
      return names.size() - 1;
    }
    return known;
  }

  private String name(int named) {
    return names.get(named & NAME);
  }

  private static long pair(int first, int second) {
    return ((long) first << Integer.SIZE) | Integer.toUnsignedLong(second);
  }

  private static int first(long pair) {
    return (int) (pair >> Integer.SIZE);
  }

  private static int second(long pair) {
    return (int) pair;
  }
}
