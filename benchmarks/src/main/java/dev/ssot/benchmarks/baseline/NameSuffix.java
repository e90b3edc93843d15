package dev.ssot.benchmarks.baseline;

import dev.ssot.rules.codebase.Codebase;
import java.util.List;
import java.util.regex.Pattern;

/** Takes types for rivals whose simple names end in the same word; the more words, the likelier. */
public final class NameSuffix extends Scorer {

  private static final Pattern WORD_STARTS =
      Pattern.compile("(?<=[\\p{Ll}\\p{N}])(?=\\p{Lu})|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})|[_$]+");

  private final List<List<String>> words;

  public NameSuffix(Codebase codebase) {
    super("name-suffix", codebase, 1);
    this.words =
        codebase.types().stream()
            .map(entry -> WORD_STARTS.splitAsStream(entry.type().simpleName()).toList())
            .toList();
  }

  @Override
  double score(int one, int other) {
    List<String> left = words.get(one);
    List<String> right = words.get(other);
    int equal = 0;
    while (equal < Math.min(left.size(), right.size())
        && left.get(left.size() - 1 - equal).equals(right.get(right.size() - 1 - equal))) {
      equal++;
    }
    return equal;
  }
}
