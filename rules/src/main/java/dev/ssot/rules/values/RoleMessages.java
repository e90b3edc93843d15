package dev.ssot.rules.values;

import dev.ssot.rules.codebase.Codebase.TypeEntry;
import dev.ssot.rules.model.DottedNames;
import dev.ssot.rules.model.Location;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The message types of a role, each with the places where the canonical handles it. */
public final class RoleMessages {

  private final Map<Message, List<Location>> handled = new TreeMap<>();
  private final Map<String, Message> byLowerText = new TreeMap<>();
  private final Set<String> declaring = new TreeSet<>();

  /** Adds a message type that the policy names. */
  void add(Message message) {
    handled.putIfAbsent(message, new ArrayList<>());
    if (message.kind() == Message.Kind.TEXT) {
      byLowerText.putIfAbsent(message.name().toLowerCase(Locale.ROOT), message);
    }
    if (!message.owner().isEmpty()) {
      declaring.add(message.owner());
    }
    if (message.kind() == Message.Kind.TYPE) {
      declaring.add(message.name());
    }
  }

  /** Adds a message type that the canonical handles at a place. */
  void add(Message message, Location place) {
    add(message);
    handled.computeIfAbsent(message, known -> new ArrayList<>()).add(place);
  }

  /** Adds a type that declares message types. */
  void addDeclaring(TypeEntry type) {
    declaring.add(type.name());
  }

  /** Whether one of some messages is known, or a constant of the same type. */
  boolean hasKindOf(Collection<Message> others) {
    return others.stream()
        .anyMatch(
            other ->
                handled.containsKey(other)
                    || (!other.owner().isEmpty() && declaring.contains(other.owner())));
  }

  public boolean isEmpty() {
    return handled.isEmpty();
  }

  /** The message types that are texts, sorted. */
  public List<String> texts() {
    return handled.keySet().stream()
        .filter(message -> message.kind() == Message.Kind.TEXT)
        .map(Message::name)
        .toList();
  }

  /** The message type of the role that a value is, if it is one. */
  Optional<Message> find(Message message, boolean anyCase) {
    if (handled.containsKey(message)) {
      return Optional.of(message);
    }
    return anyCase
        ? Optional.ofNullable(byLowerText.get(message.name().toLowerCase(Locale.ROOT)))
        : Optional.empty();
  }

  /** Where the canonical handles a message type; nowhere if only the policy names it. */
  public List<Location> handledAt(Message message) {
    return List.copyOf(handled.getOrDefault(message, List.of()));
  }

  /** Whether a type, or one around it, declares the message types. */
  boolean isDeclaredBy(String type) {
    for (String at = type; !at.isEmpty(); at = DottedNames.qualifier(at)) {
      if (declaring.contains(at)) {
        return true;
      }
    }
    return false;
  }
}
