package dev.ssot.router.protocol;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Payloads that are kept for long, one behind the other in one array of bytes: a garbage collector
 * looks at the array and not at each of them. What is in it is never changed or moved, so what was
 * read from it needs no copy. Not safe for use by several threads.
 *
 * <p>Large payloads, which may be said to many and are then shared, and those with decimal numbers,
 * which JSON does not tell from doubles, are kept as objects.
 */
public final class PayloadPile {

  private static final int LARGE = 1 << 10;

  private final ByteBuffer pile;
  private List<Payload> apart = List.of();

  /** An empty pile with room for so many bytes. */
  public PayloadPile(int room) {
    pile = ByteBuffer.allocate(room);
  }

  /** The room that a payload takes. */
  public static int room(Payload payload) {
    return isApart(payload) ? 0 : Integer.BYTES + payload.bytes();
  }

  /** The room that is taken. */
  public int taken() {
    return pile.position();
  }

  /** Whether there is room for a payload. */
  public boolean takes(Payload payload) {
    return room(payload) <= pile.remaining();
  }

  /**
   * Adds a payload for which there is room.
   *
   * @return its place
   */
  public int add(Payload payload) {
    if (isApart(payload)) {
      apart = apart.isEmpty() ? new ArrayList<>(1) : apart;
      apart.add(payload.packed());
      return -apart.size();
    }
    int place = pile.position();
    pile.putInt(payload.bytes());
    payload.storeJson(pile.array(), pile.position());
    pile.position(pile.position() + payload.bytes());
    return place;
  }

  /** The payload at a place. */
  public Payload get(int place) {
    return place < 0
        ? apart.get(-place - 1)
        : new Payload(pile.array(), place + Integer.BYTES, pile.getInt(place));
  }

  private static boolean isApart(Payload payload) {
    return payload.bytes() > LARGE || !payload.isJson();
  }
}
