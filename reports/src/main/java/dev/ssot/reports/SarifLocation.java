package dev.ssot.reports;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ssot.rules.model.Location;
import dev.ssot.rules.model.Region;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Places in the code as SARIF has them. */
final class SarifLocation {

  private static final String UNRESERVED = "-._~";

  private SarifLocation() {}

  static ObjectNode of(Location location) {
    return of(location.path(), location.region());
  }

  static ObjectNode of(String path, Region region) {
    ObjectNode physical = JsonPage.object();
    physical.set("artifactLocation", artifact(path));
    physical.set("region", firstLine(region));
    ObjectNode node = JsonPage.object();
    node.set("physicalLocation", physical);
    return node;
  }

  /** The file as a whole. */
  static ObjectNode of(String path) {
    ObjectNode physical = JsonPage.object();
    physical.set("artifactLocation", artifact(path));
    ObjectNode node = JsonPage.object();
    node.set("physicalLocation", physical);
    return node;
  }

  private static ObjectNode artifact(String path) {
    return JsonPage.object().put("uri", uri(path));
  }

  /**
   * The region on one line, at least one character wide: GitHub shows an alert in a pull request
   * only if all of its lines were changed, and a model's region does not say how long its first
   * line is.
   */
  private static ObjectNode firstLine(Region region) {
    int end = region.lines() == 1 ? region.endColumn() : region.column();
    return JsonPage.object()
        .put("startLine", region.line())
        .put("startColumn", region.column())
        .put("endLine", region.line())
        .put("endColumn", Math.max(end, region.column() + 1));
  }

  /** The relative reference of a path: all but unreserved characters and slashes is encoded. */
  static String uri(String path) {
    StringBuilder uri = new StringBuilder(path.length());
    path.codePoints().forEach(codePoint -> append(uri, codePoint));
    return uri.toString();
  }

  private static void append(StringBuilder uri, int codePoint) {
    if (codePoint == '/' || isUnreserved(codePoint)) {
      uri.append((char) codePoint);
      return;
    }
    boolean half = Character.getType(codePoint) == Character.SURROGATE;
    String character =
        half ? String.valueOf(VisibleText.REPLACEMENT) : Character.toString(codePoint);
    for (byte unit : character.getBytes(StandardCharsets.UTF_8)) {
      uri.append(String.format(Locale.ROOT, "%%%02X", unit & 0xff));
    }
  }

  private static boolean isUnreserved(int codePoint) {
    return (codePoint >= 'a' && codePoint <= 'z')
        || (codePoint >= 'A' && codePoint <= 'Z')
        || (codePoint >= '0' && codePoint <= '9')
        || UNRESERVED.indexOf(codePoint) >= 0;
  }
}
