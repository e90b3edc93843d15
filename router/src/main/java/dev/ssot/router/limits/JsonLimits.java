package dev.ssot.router.limits;

/**
 * Bounds on the JSON text of one frame, checked before anything is built from it.
 *
 * @param frameBytes size of a client's frame, envelope and white space included
 * @param textLength characters of one string
 * @param fieldNameLength characters of one field's name
 * @param numberLength characters of one number
 */
public record JsonLimits(
    @Bytes int frameBytes, int textLength, int fieldNameLength, int numberLength) {

  public JsonLimits {
    Bounds.positive("json.frameBytes", frameBytes);
    Bounds.positive("json.textLength", textLength);
    Bounds.positive("json.fieldNameLength", fieldNameLength);
    Bounds.positive("json.numberLength", numberLength);
  }

  /** 64 KiB a frame, 32 Ki characters a string, 256 a name, 64 a number. */
  public static JsonLimits standard() {
    return new JsonLimits(64 << 10, 32 << 10, 256, 64);
  }

  /** These limits with another length of strings. */
  public JsonLimits withTextLength(int other) {
    return new JsonLimits(frameBytes, other, fieldNameLength, numberLength);
  }

  /** These limits with another size of frames. */
  public JsonLimits withFrameBytes(int other) {
    return new JsonLimits(other, textLength, fieldNameLength, numberLength);
  }
}
