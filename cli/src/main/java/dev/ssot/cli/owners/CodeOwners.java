package dev.ssot.cli.owners;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who owns which file.
 *
 * <p>Of the lines that match a file the last one counts. In GitLab's form that holds for each
 * section by itself, a section has owners for its lines that name none, and a line with {@code !}
 * takes files out of its section for good. See docs.github.com, "About code owners", and
 * docs.gitlab.com, "Syntax of CODEOWNERS file".
 */
public final class CodeOwners {

  private static final Pattern HEADING =
      Pattern.compile("\\^?\\[([^\\]]+)](?:\\[\\d+])?(?:\\s+(.*))?");
  private static final Pattern WORD = Pattern.compile("(?:\\\\.|\\S)+");

  /** A line with its pattern; without owners nobody owns what it matches. */
  private record Line(PathPattern pattern, boolean exclusion, List<String> owners) {}

  private final List<List<Line>> sections;

  private CodeOwners(List<List<Line>> sections) {
    this.sections = List.copyOf(sections);
  }

  /** Nobody owns anything. */
  public static CodeOwners none() {
    return new CodeOwners(List.of());
  }

  /** Reads the file as GitHub does. */
  public static CodeOwners ofGitHub(String text) {
    List<Line> lines = new ArrayList<>();
    for (List<String> words : lines(text).stream().map(CodeOwners::words).toList()) {
      lines.add(line(PathPattern.ofGitHub(words.get(0)), false, words, List.of()));
    }
    return new CodeOwners(List.of(lines));
  }

  /** Reads the file as GitLab does. */
  public static CodeOwners ofGitLab(String text) {
    Map<String, List<Line>> sections = new LinkedHashMap<>();
    List<Line> section = sections.computeIfAbsent("", name -> new ArrayList<>());
    List<String> defaults = List.of();
    for (String line : lines(text)) {
      Matcher heading = HEADING.matcher(line);
      if (heading.matches()) {
        String name = heading.group(1).strip().toLowerCase(Locale.ROOT);
        section = sections.computeIfAbsent(name, key -> new ArrayList<>());
        defaults = heading.group(2) == null ? List.of() : words(heading.group(2));
      } else {
        List<String> words = words(line);
        boolean exclusion = words.get(0).length() > 1 && words.get(0).startsWith("!");
        String pattern = exclusion ? words.get(0).substring(1) : words.get(0);
        section.add(line(PathPattern.ofGitLab(pattern), exclusion, words, defaults));
      }
    }
    return new CodeOwners(List.copyOf(sections.values()));
  }

  /** Whether a text has a section, which only GitLab knows. */
  public static boolean hasSections(String text) {
    return lines(text).stream().anyMatch(line -> HEADING.matcher(line).matches());
  }

  private static List<String> lines(String text) {
    return text.lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
        .toList();
  }

  /** The words of a line up to a comment; a space in a pattern has a backslash before it. */
  private static List<String> words(String line) {
    List<String> words = new ArrayList<>();
    Matcher word = WORD.matcher(line);
    while (word.find() && !word.group().startsWith("#")) {
      words.add(word.group());
    }
    return words;
  }

  private static Line line(
      PathPattern pattern, boolean exclusion, List<String> words, List<String> defaults) {
    List<String> named = List.copyOf(words.subList(1, words.size()));
    return new Line(pattern, exclusion, named.isEmpty() ? defaults : named);
  }

  /**
   * The owners of a file as the file names them; none where nobody owns it.
   *
   * @param path relative to the root of the repository, with {@code /}
   */
  public List<String> of(String path) {
    Set<String> owners = new LinkedHashSet<>();
    sections.forEach(section -> owners.addAll(of(path, section)));
    return List.copyOf(owners);
  }

  private static List<String> of(String path, List<Line> section) {
    List<String> owners = List.of();
    for (Line line : section) {
      if (line.pattern().matches(path)) {
        if (line.exclusion()) {
          return List.of();
        }
        owners = line.owners();
      }
    }
    return owners;
  }
}
