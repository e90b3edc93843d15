package dev.ssot.cli.owners;

import java.util.regex.Pattern;

/**
 * A pattern of a {@code CODEOWNERS} file.
 *
 * @param expression what a whole path relative to the root of the repository must match
 */
record PathPattern(Pattern expression) {

  private static final String ANY_FOLDERS = "(?:.*/)?";

  /**
   * The patterns of {@code .gitignore}, without sets and exclusions: one with a slash before its
   * end starts at the root, a folder stands for all below it, but {@code folder/*} for the files
   * right in it only.
   */
  static PathPattern ofGitHub(String written) {
    boolean folder = written.endsWith("/");
    String inner = folder ? written.substring(0, written.length() - 1) : written;
    boolean anchored = inner.contains("/");
    String start = anchored ? "" : ANY_FOLDERS;
    String end = folder ? "/.*" : inner.endsWith("/*") ? "" : "(?:/.*)?";
    String glob = inner.startsWith("/") ? inner.substring(1) : inner;
    return of(start + expression(glob.endsWith("/**") ? glob + "/*" : glob, false) + end);
  }

  /**
   * The globs of Ruby's {@code File.fnmatch}: one without a slash in front matches at any depth,
   * only a slash at the end stands for all below a folder.
   */
  static PathPattern ofGitLab(String written) {
    String glob = written.startsWith("/") ? written.substring(1) : "**/" + written;
    return of(expression(glob.endsWith("/") ? glob + "**/*" : glob, true));
  }

  private static PathPattern of(String expression) {
    return new PathPattern(Pattern.compile(expression, Pattern.DOTALL));
  }

  private static String expression(String glob, boolean sets) {
    StringBuilder expression = new StringBuilder();
    int i = 0;
    while (i < glob.length()) {
      char c = glob.charAt(i);
      boolean atStart = i == 0 || glob.charAt(i - 1) == '/';
      int close = sets && c == '[' ? glob.indexOf(']', i + 2) : -1;
      if (atStart && glob.startsWith("**/", i)) {
        expression.append(ANY_FOLDERS);
        i += 2;
      } else if (c == '*') {
        expression.append("[^/]*");
      } else if (c == '?') {
        expression.append("[^/]");
      } else if (close > 0) {
        expression.append(set(glob.substring(i + 1, close)));
        i = close;
      } else {
        boolean escaped = c == '\\' && i + 1 < glob.length();
        i += escaped ? 1 : 0;
        expression.append(Pattern.quote(String.valueOf(glob.charAt(i))));
      }
      i++;
    }
    return expression.toString();
  }

  /** One character of a set, in which a minus between two makes a range. */
  private static String set(String written) {
    boolean negated = written.startsWith("!") || written.startsWith("^");
    String members =
        (negated ? written.substring(1) : written).replaceAll("[\\[\\]&^\\\\]", "\\\\$0");
    return (negated ? "[^/" : "[") + members + "]";
  }

  boolean matches(String path) {
    return expression.matcher(path).matches();
  }
}
