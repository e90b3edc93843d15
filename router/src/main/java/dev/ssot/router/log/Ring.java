package dev.ssot.router.log;

import org.jspecify.annotations.Nullable;

/**
 * A queue whose elements can be read by their place. Not safe for use by several threads.
 *
 * @param <E> what is in it
 */
final class Ring<E> {

  private static final int LEAST = 4;

  /** A power of two of places, so that an index wraps around by its lowest bits. */
  private @Nullable Object[] places = new Object[LEAST];

  private int first;
  private int size;

  int size() {
    return size;
  }

  boolean isEmpty() {
    return size == 0;
  }

  void addLast(E element) {
    if (size == places.length) {
      resize(2 * size);
    }
    places[place(size++)] = element;
  }

  /** Takes the oldest away, and room that is no longer needed. */
  E removeFirst() {
    E oldest = get(0);
    places[first] = null;
    first = place(1);
    size--;
    if (places.length > LEAST && size <= places.length / LEAST) {
      resize(places.length / 2);
    }
    return oldest;
  }

  /** The element at a place, the oldest being at 0. */
  @SuppressWarnings("unchecked") // Only elements are put into places.
  E get(int index) {
    Object element = index < size ? places[place(index)] : null;
    if (element == null) {
      throw new IndexOutOfBoundsException("There is nothing at %s of %s".formatted(index, size));
    }
    return (E) element;
  }

  private int place(int index) {
    return (first + index) & (places.length - 1);
  }

  private void resize(int length) {
    @Nullable Object[] other = new Object[length];
    for (int i = 0; i < size; i++) {
      other[i] = places[place(i)];
    }
    places = other;
    first = 0;
  }
}
