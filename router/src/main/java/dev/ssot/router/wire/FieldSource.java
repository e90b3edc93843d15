package dev.ssot.router.wire;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where the fields of an envelope come from. */
@FunctionalInterface
interface FieldSource {

  Map<String, @Nullable Object> fields() throws MalformedFrame;
}
