package dev.ssot.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The findings that a project expects of itself, written beside the lines as {@code finds: <rule>}
 * in a comment, several rules with commas between them, and those of a run, in the same form.
 */
final class Marks {

  private static final Pattern MARK = Pattern.compile("(?://|#) finds: ([a-z-]+(?:, [a-z-]+)*)$");

  private Marks() {}

  /** The marks in the Java, service and policy files below a folder, as {@code path:line rule}. */
  static Set<String> expected(Path folder) {
    Set<String> marks = new TreeSet<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).filter(Marks::holdsMarks).toList()) {
        String path = folder.relativize(file).toString().replace('\\', '/');
        List<String> lines = Files.readAllLines(file);
        for (int i = 0; i < lines.size(); i++) {
          Matcher matcher = MARK.matcher(lines.get(i));
          if (matcher.find()) {
            for (String rule : matcher.group(1).split(", ", -1)) {
              marks.add(path + ":" + (i + 1) + " " + rule);
            }
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return marks;
  }

  private static boolean holdsMarks(Path file) {
    String path = file.toString();
    return path.endsWith(".java")
        || path.endsWith("ssot.yaml")
        || path.contains("META-INF" + file.getFileSystem().getSeparator() + "services");
  }

  /** The open findings of a report in JSON, in the form of {@link #expected}. */
  static Set<String> found(String json) {
    Set<String> found = new TreeSet<>();
    for (JsonNode finding : tree(json).get("findings")) {
      if (!finding.get("triage").get("state").asText().equals("open")) {
        continue;
      }
      JsonNode location = finding.get("location");
      found.add(
          "%s:%s %s"
              .formatted(
                  location.get("path").asText(),
                  location.get("region").get("line").asText(),
                  finding.get("rule").asText()));
    }
    return found;
  }

  static JsonNode tree(String json) {
    try {
      return new ObjectMapper().readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
