package dev.ssot.router.demo.agent;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The words of a text, in lower case, as searching and choosing compare them. */
final class Words {

  private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");

  /** Words that say nothing about a subject. */
  private static final Set<String> EMPTY =
      Set.of(
          ("a about after an and are as at be but by can do does explain find for from give "
                  + "has have how i if in is it its me moment my not of on or please search slowly so "
                  + "take tell than that the their them then there they this to wait was we what when "
                  + "where which who why will with you your")
              .split(" "));

  private Words() {}

  static List<String> of(String text) {
    return BETWEEN
        .splitAsStream(text.toLowerCase(Locale.ROOT))
        .filter(word -> !word.isEmpty())
        .toList();
  }

  /** The words that say something, without the ending of a plural. */
  static List<String> stems(String text) {
    return of(text).stream().filter(word -> !EMPTY.contains(word)).map(Words::singular).toList();
  }

  static boolean hasAny(String text, Set<String> wanted) {
    return of(text).stream().anyMatch(wanted::contains);
  }

  private static String singular(String word) {
    boolean plural = word.length() > 3 && word.endsWith("s") && !word.endsWith("ss");
    return plural ? word.substring(0, word.length() - 1) : word;
  }
}
