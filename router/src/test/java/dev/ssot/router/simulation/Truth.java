package dev.ssot.router.simulation;

import dev.ssot.router.simulation.Entry.Place;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Assertions;

/**
 * What one user's stream ought to be, from nothing but what the log was told to keep: numbers
 * without gap, epochs that never come back, retention by count and age.
 */
final class Truth {

  /** What a client that wants to go on must be told, and after which number its events follow. */
  record Answer(String resumption, long after) {}

  private final int mostKept;
  private final Duration age;
  private final List<Entry> present = new ArrayList<>();
  private final List<Entry> history = new ArrayList<>();
  private final Map<Place, Entry> byPlace = new HashMap<>();
  private final Set<String> formerEpochs = new HashSet<>();
  private final Set<String> hastilyEnded = new HashSet<>();
  private String epoch = "";
  private int dropped;
  private boolean mayBeResumed;

  Truth(int mostKept, Duration age) {
    this.mostKept = mostKept;
    this.age = age;
  }

  /** The place of the newest event. */
  Place head() {
    return new Place(epoch, present.size());
  }

  /** Everything ever logged, one epoch after the other. */
  List<Entry> history() {
    return history;
  }

  /** The event at a place. */
  Entry at(Place place) {
    Entry entry = byPlace.get(place);
    if (entry == null) {
      throw new AssertionError("Nothing was ever logged at " + place);
    }
    return entry;
  }

  /** Whether a newer event of the same kind makes this one worthless. */
  boolean isOutdated(Entry entry) {
    return history.stream()
        .filter(other -> other.place().epoch().equals(entry.place().epoch()))
        .anyMatch(entry::isOutdatedBy);
  }

  /** How many events are no longer kept. */
  int dropped() {
    return dropped;
  }

  Answer answer(Place place) {
    if (!place.epoch().equals(epoch)) {
      return new Answer("other_epoch", dropped);
    }
    if (place.seq() > present.size()) {
      return new Answer("ahead_of_head", dropped);
    }
    return place.seq() < dropped
        ? new Answer("past_retention", dropped)
        : new Answer("resumed", place.seq());
  }

  /** The log has shown an epoch. */
  void saw(String shown) {
    if (!shown.equals(epoch)) {
      Assertions.assertEquals("", epoch, "an epoch ended although nobody ended it");
      Assertions.assertFalse(formerEpochs.contains(shown), "an epoch came back: " + shown);
      epoch = shown;
    }
  }

  void appended(Entry entry) {
    Assertions.assertEquals(head().next(), entry.place(), "a number that does not follow");
    present.add(entry);
    history.add(entry);
    byPlace.put(entry.place(), entry);
    dropped = Math.max(dropped, present.size() - mostKept);
  }

  void expired(Instant now) {
    while (dropped < present.size() && present.get(dropped).at().plus(age).isBefore(now)) {
      dropped++;
    }
  }

  /** The router keeps nothing of the user; an empty stream is forgotten. */
  void released() {
    if (dropped == present.size()) {
      if (mayBeResumed) {
        hastilyEnded.add(epoch);
      }
      lost();
    }
  }

  /** Notes whether the user has a connection, or had one so lately that he may come back. */
  void mayBeResumed(boolean soon) {
    mayBeResumed = soon;
  }

  /** Whether the stream of this epoch was forgotten while the user might still come back. */
  boolean wasEndedHastily(String former) {
    return hastilyEnded.contains(former);
  }

  /** The log has lost everything. */
  void lost() {
    formerEpochs.add(epoch);
    epoch = "";
    present.clear();
    dropped = 0;
  }
}
