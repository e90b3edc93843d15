package dev.ssot.cli;

import dev.ssot.cli.message.Diagnostic;
import dev.ssot.cli.message.NearestName;
import dev.ssot.cli.message.Rejection;
import java.util.List;

/** An argument that has to be one of some words. */
final class Choice {

  private Choice() {}

  /**
   * The word itself.
   *
   * @param what names the argument in the message
   * @throws Rejection if it is none of the allowed ones, with the nearest of them
   */
  static String of(String what, String word, List<String> allowed) {
    if (allowed.contains(word)) {
      return word;
    }
    String all = "choose from `" + String.join("`, `", allowed) + "`";
    String help =
        NearestName.of(word, allowed)
            .map(name -> "did you mean `%s`? Otherwise %s".formatted(name, all))
            .orElse(all);
    throw new Rejection(Diagnostic.of("unknown %s `%s`".formatted(what, word), help));
  }
}
