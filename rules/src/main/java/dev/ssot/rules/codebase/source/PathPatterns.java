package dev.ssot.rules.codebase.source;

import dev.ssot.rules.model.PolicyText;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Glob patterns on relative paths that remember which of them matched.
 *
 * <p>A pattern matches a path itself and everything below it. Not safe for concurrent use.
 */
final class PathPatterns {

  private record Entry(String text, List<PathMatcher> matchers) {}

  private final List<Entry> entries = new ArrayList<>();
  private final Set<String> matched = new HashSet<>();

  PathPatterns(List<PolicyText> patterns) {
    for (PolicyText pattern : patterns) {
      String glob = stripped(pattern.value());
      List<PathMatcher> matchers = new ArrayList<>(List.of(matcher(glob), matcher(glob + "/**")));
      if (glob.startsWith("**/")) {
        matchers.add(matcher(glob.substring(3)));
        matchers.add(matcher(glob.substring(3) + "/**"));
      }
      entries.add(new Entry(pattern.value(), List.copyOf(matchers)));
    }
  }

  private static String stripped(String glob) {
    String text = glob.startsWith("./") ? glob.substring(2) : glob;
    return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
  }

  private static PathMatcher matcher(String glob) {
    return FileSystems.getDefault().getPathMatcher("glob:" + glob);
  }

  boolean isEmpty() {
    return entries.isEmpty();
  }

  /** Whether some pattern matches; every pattern that does is remembered. */
  boolean matches(String path) {
    if (entries.isEmpty()) {
      return false;
    }
    Path relative = Path.of(path);
    boolean any = false;
    for (Entry entry : entries) {
      if (entry.matchers.stream().anyMatch(matcher -> matcher.matches(relative))) {
        matched.add(entry.text);
        any = true;
      }
    }
    return any;
  }

  /** The patterns that have matched so far. */
  Set<String> matched() {
    return Set.copyOf(matched);
  }
}
