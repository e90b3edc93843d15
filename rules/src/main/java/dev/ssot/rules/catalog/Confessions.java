package dev.ssot.rules.catalog;

import dev.ssot.rules.codebase.MethodOutline.Remark;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Words of comments by which code admits that it only pretends. */
final class Confessions {

  private static final Pattern PLAIN =
      Pattern.compile(
          "\\b(?:simulat(?:e|es|ed|ing|ion)|pretend(?:s|ed|ing)?|faked?(?!-)|dummy|placeholder"
              + "|not (?:yet )?implemented|(?:to ?do|fixme):? implement"
              + "|in (?:a |the )?real (?:implementation|system|world|life|code|application)"
              + "|in production,? (?:this|we|it) would)\\b",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern ANY =
      Pattern.compile(
          PLAIN.pattern() + "|\\b(?:mock(?:s|ed|ing)?|stub(?:s|bed)?|for now|todo|fixme)\\b",
          Pattern.CASE_INSENSITIVE);

  private Confessions() {}

  /** The comments that admit something. */
  static List<Remark> in(List<Remark> remarks) {
    return remarks.stream().filter(remark -> ANY.matcher(remark.text()).find()).toList();
  }

  /** Whether a comment admits it in words that mean nothing else. */
  static boolean isPlain(Remark remark) {
    return PLAIN.matcher(remark.text()).find();
  }

  /** The first words of a comment that admit something, quoted. */
  static String words(Remark remark) {
    Matcher matcher = ANY.matcher(remark.text());
    return matcher.find() ? "\"" + matcher.group().toLowerCase(Locale.ROOT) + "\"" : "nothing";
  }
}
