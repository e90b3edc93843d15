package dev.ssot.rules.rivals;

import dev.ssot.rules.codebase.Codebase;
import dev.ssot.rules.codebase.Codebase.TypeEntry;
import dev.ssot.rules.codebase.Hierarchy;
import dev.ssot.rules.model.Channel;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds types that have become rivals of each other where no policy names a canonical.
 *
 * <p>A pair is reported when independent channels agree. The bar is the higher, the better another
 * explanation fits: one super-type, two members of a family by name. Two sides of one thing, one
 * thing for several types of values or versions, and types of which one forwards to the other are
 * no rivals at all.
 */
final class Discovery {

  private static final int SMALLEST = 100;
  private static final Pattern OF_OTHERS =
      Pattern.compile("\\.(shaded?|relocated|repackaged|repackage|vendor|third_?party)\\.");

  private final Hierarchy hierarchy;
  private final LikenessMeasure measure;
  private final Shims shims;
  private final List<Profile> eligible = new ArrayList<>();
  private final ProfileIndex index;

  Discovery(
      Codebase codebase,
      ProfileIndex index,
      Hierarchy hierarchy,
      Classifier classifier,
      LikenessMeasure measure) {
    this.index = index;
    this.hierarchy = hierarchy;
    this.measure = measure;
    this.shims = new Shims(hierarchy);
    for (TypeEntry entry : codebase.types()) {
      Profile profile = index.of(entry);
      if (profile.tokens() >= SMALLEST
          && entry.type().isTopLevel()
          && classifier.classify(entry) == TypeClass.IMPLEMENTATION) {
        eligible.add(profile);
      }
    }
  }

  /** Number of types that were looked at. */
  int looked() {
    return eligible.size();
  }

  /** The pairs of rivals, in the order of ids. */
  List<Pair> pairs() {
    List<Pair> pairs = new ArrayList<>();
    new Candidates(index, eligible)
        .forEach(
            (one, other) -> {
              int confidence = judge(one, other);
              if (confidence > 0) {
                pairs.add(new Pair(one.entry, other.entry, confidence));
              }
            });
    return pairs;
  }

  /** The confidence that two types are rivals, or 0 if it does not suffice. */
  private int judge(Profile one, Profile other) {
    Likeness likeness = measure.between(one, other);
    Strengths strengths = new Strengths(likeness);
    int confidence = strengths.confidence();
    if (confidence < 70 || one.entry.name().equals(other.entry.name())) {
      return sameName(one, other, likeness) ? Math.max(confidence, 70) : 0;
    }
    Bar bar = bar(one, other);
    boolean namesakes = bar == Bar.NAMESAKES && (isSubset(likeness) || isWhole(likeness));
    boolean renamed = bar == Bar.STRANGERS && isRenamed(one, other, likeness);
    boolean enough = namesakes || renamed || reaches(bar, one, other, likeness, strengths);
    boolean forwards =
        enough
            && (shims.forwards(one.entry, other.entry) || shims.forwards(other.entry, one.entry));
    return enough && !forwards ? confidence : 0;
  }

  /** Most of the smaller type stands in its larger namesake, members and bodies. */
  private static boolean isSubset(Likeness likeness) {
    return likeness.bodies() >= 0.7
        && likeness.sharedBodies() >= 15
        && likeness.members() >= 0.9
        && likeness.sharedMembers() >= 3;
  }

  /** Nearly all of both is the same but for names, and it is too much to be chance. */
  private static boolean isRenamed(Profile one, Profile other, Likeness likeness) {
    return likeness.bodiesMutual() >= 0.85
        && likeness.sharedBodies() >= 40
        && Math.min(one.tokens(), other.tokens()) >= 150;
  }

  /** Nearly all of both namesakes is the same. */
  private static boolean isWhole(Likeness likeness) {
    return likeness.bodiesMutual() >= 0.8 && likeness.vocabulary() >= 0.6;
  }

  private static boolean reaches(
      Bar bar, Profile one, Profile other, Likeness likeness, Strengths strengths) {
    return strengths.confidence() >= bar.confidence
        && strengths.significant() >= bar.channels
        && likeness.bodiesMutual() >= bar.mutual
        && likeness.sharedMembers() >= bar.members
        && strengths.of(Channel.VOCABULARY) >= bar.vocabulary
        && Math.min(one.tokens(), other.tokens()) >= bar.tokens;
  }

  /** Two declarations of one qualified name are rivals when their code agrees. */
  private static boolean sameName(Profile one, Profile other, Likeness likeness) {
    return one.entry.name().equals(other.entry.name())
        && likeness.bodies() >= 0.5
        && !withoutDigits(one).equals(withoutDigits(other));
  }

  /** Source trees for several versions of a platform, such as {@code java9} and {@code java17}. */
  private static String withoutDigits(Profile profile) {
    return profile.entry.unit().path().replaceAll("\\d+", "");
  }

  /** What a pair has to show. */
  private enum Bar {
    NONE(101, 9, 1, 99, 1, 0),
    NAMESAKES(80, 2, 0.15, 2, 0.2, 100),
    NAMESAKES_IN_FAMILY(88, 2, 0.45, 1, 0.5, 150),
    KIN(90, 3, 0.45, 2, 0.5, 150),
    KIN_IN_FAMILY(90, 2, 0.70, 1, 0.7, 200),
    STRANGERS(88, 3, 0.25, 3, 0.4, 150),
    STRANGERS_IN_FAMILY(93, 3, 0.55, 3, 0.7, 250),
    PEERS(95, 3, 0.8, 3, 0.9, 250);

    final int confidence;
    final int channels;
    final double mutual;
    final int members;
    final double vocabulary;
    final int tokens;

    Bar(int confidence, int channels, double mutual, int members, double vocabulary, int tokens) {
      this.confidence = confidence;
      this.channels = channels;
      this.mutual = mutual;
      this.members = members;
      this.vocabulary = vocabulary;
      this.tokens = tokens;
    }
  }

  /** Code that somebody else maintains and that was only copied in, as its package says. */
  private static boolean isOfOthers(String name) {
    return OF_OTHERS.matcher(name).find();
  }

  private Bar bar(Profile one, Profile other) {
    if (hierarchy.related(one.entry, other.entry)
        || (isOfOthers(one.entry.name()) && isOfOthers(other.entry.name()))) {
      return Bar.NONE;
    }
    Set<String> common = measure.commonAncestors(one.entry, other.entry);
    boolean family = !common.isEmpty();
    return switch (Naming.relation(one.entry.name(), other.entry.name())) {
      case SAME ->
          common.stream().anyMatch(name -> !LikenessMeasure.isOfPlatform(name))
              ? Bar.NAMESAKES_IN_FAMILY
              : Bar.NAMESAKES;
      case CONTAINED -> family ? Bar.KIN_IN_FAMILY : Bar.KIN;
      case PEERS -> family ? Bar.NONE : Bar.PEERS;
      case DIFFERENT -> family ? Bar.STRANGERS_IN_FAMILY : Bar.STRANGERS;
      case MIRRORED, SPECIALISED, REPLICATED -> Bar.NONE;
    };
  }
}
