package dev.ssot.router.protocol;

/** Does something with JSON in UTF-8 as soon as it is written. */
@FunctionalInterface
public interface JsonUse {

  /**
   * Takes a text.
   *
   * @param bytes begin with it, and are overwritten when the call has returned
   * @param length bytes of the text
   */
  void take(byte[] bytes, int length);
}
