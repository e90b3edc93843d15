package dev.ssot.router.simulation;

import dev.ssot.router.Connection;
import dev.ssot.router.Outbound;
import dev.ssot.router.protocol.CloseCode;
import dev.ssot.router.protocol.ServerFrame;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assertions;

/**
 * A connection as its transport sees it: takes frames up to a capacity, and knows for which reasons
 * the router may end it.
 */
final class Line implements Outbound {

  private final String id;
  private final World world;
  private final List<ServerFrame> arrived = new ArrayList<>();
  private final Set<CloseCode> fair = EnumSet.noneOf(CloseCode.class);
  private @Nullable Connection connection;
  private @Nullable CloseCode closed;
  private Instant expires;
  private int capacity = Integer.MAX_VALUE;
  private boolean full;
  private boolean greeted;
  private int sent;

  Line(String id, Instant expires, World world) {
    this.id = id;
    this.expires = expires;
    this.world = world;
    mayEnd(CloseCode.PROTOCOL);
  }

  @Override
  public boolean write(ServerFrame frame) {
    world.faults().examine(() -> examine(frame));
    arrived.add(frame);
    capacity--;
    full = capacity <= 0;
    return !full;
  }

  @Override
  public void flush() {
    world.faults().examine(() -> Assertions.assertNull(closed, "a flush after the end"));
  }

  @Override
  public void close(CloseCode code, String reason) {
    world.faults().examine(() -> examine(code, reason));
    closed = code;
  }

  private void examine(ServerFrame frame) {
    Assertions.assertNull(closed, "a frame after the end");
    Assertions.assertFalse(full, () -> id + " asked to wait and gets " + frame);
    if (frame instanceof ServerFrame.OfEvent event) {
      Assertions.assertTrue(
          event.event().ts().isBefore(expires),
          () -> id + " has ended at " + expires + " and gets " + event);
    }
  }

  private void examine(CloseCode code, String reason) {
    Assertions.assertNull(closed, "a second end");
    Assertions.assertTrue(
        isFair(code), () -> id + " was ended for no reason of its own: " + reason);
  }

  /** From now on takes this many frames before it asks to wait. */
  void narrow(int frames) {
    mayEnd(CloseCode.TOO_SLOW);
    capacity = frames;
  }

  /** Takes frames again. */
  void widen(int frames) {
    mayEnd(CloseCode.TOO_SLOW);
    capacity = frames;
    full = false;
    connection().writable();
  }

  /** What has arrived since the last call, or only the first of it. */
  List<ServerFrame> take(int most) {
    List<ServerFrame> taken = List.copyOf(arrived.subList(0, Math.min(most, arrived.size())));
    arrived.subList(0, taken.size()).clear();
    return taken;
  }

  void attached(Connection handle) {
    connection = handle;
  }

  Connection connection() {
    return Objects.requireNonNull(connection);
  }

  String id() {
    return id;
  }

  int unread() {
    return arrived.size();
  }

  Optional<CloseCode> closed() {
    return Optional.ofNullable(closed);
  }

  /** Notes a reason for which the router may end the connection from now on. */
  void mayEnd(CloseCode reason) {
    fair.add(reason);
  }

  /** Whether it takes whatever comes. */
  boolean isWide() {
    return !full && capacity > World.MANY;
  }

  void greeted() {
    greeted = true;
    fair.remove(CloseCode.PROTOCOL);
  }

  boolean isGreeted() {
    return greeted;
  }

  /** Counts a message; many answers that wait are a reason of their own. */
  void sent() {
    if (++sent > World.FEW_ANSWERS) {
      mayEnd(CloseCode.TOO_SLOW);
    }
  }

  Instant expires() {
    return expires;
  }

  /** The session goes on, unless it was over before. */
  void renewed(Instant until, Instant now) {
    expires = now.isBefore(expires) ? until : expires;
  }

  private boolean isFair(CloseCode code) {
    return switch (code) {
      case SESSION_OVER -> !world.now().isBefore(expires);
      case TOO_SLOW -> fair.contains(code) || world.hasForgottenEvents();
      case SERVICE_RESTART -> fair.contains(code) || world.isLogLost();
      default -> fair.contains(code);
    };
  }
}
