package dev.ssot.rules.rivals;

import dev.ssot.rules.codebase.BodyFact;
import dev.ssot.rules.codebase.Codebase.TypeEntry;
import dev.ssot.rules.codebase.Fingerprints;
import dev.ssot.rules.codebase.MethodFact;
import dev.ssot.rules.codebase.TypeFact;
import dev.ssot.rules.model.Channel;
import dev.ssot.rules.model.ChannelStrength;
import dev.ssot.rules.model.Comparison;
import dev.ssot.rules.model.SharedTraits;
import dev.ssot.rules.model.SharedWord;
import dev.ssot.rules.model.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Writes down why a type is taken for a rival, so that a reader can check it. */
final class Comparisons {

  private static final int MOST_WORDS = 8;
  private static final double SAME_TEXT = 0.80;
  private static final double SAME_SHAPE = 0.70;
  private static final double SOME = 0.45;
  private static final int ENOUGH_BODIES = 12;

  private final ProfileIndex index;
  private final LikenessMeasure measure;
  private final Usages usages;

  Comparisons(ProfileIndex index, LikenessMeasure measure, Usages usages) {
    this.index = index;
    this.measure = measure;
    this.usages = usages;
  }

  Comparison compare(TypeEntry canonical, TypeEntry rival, int confidence) {
    Strengths strengths = new Strengths(measure.between(index.of(canonical), index.of(rival)));
    return compare(canonical, new RoleSearch.Found(rival, strengths, confidence, "", List.of()));
  }

  /** A comparison to whose channels the policy may have added something. */
  Comparison compare(TypeEntry canonical, RoleSearch.Found found) {
    TypeEntry rival = found.entry();
    Profile left = index.of(canonical);
    Profile right = index.of(rival);
    Likeness likeness = measure.between(left, right);
    MemberMatching matching = new MemberMatching(canonical.type(), rival.type());
    return new Comparison(
        canonical.ref(),
        rival.ref(),
        verdict(canonical.type(), rival.type(), likeness),
        found.confidence(),
        new SharedTraits(
            channels(likeness, found, left, right),
            matching.matches(),
            rarest(index.table(Trait.WORDS), left.of(Trait.WORDS), right.of(Trait.WORDS)),
            found.constants().isEmpty()
                ? rarest(
                    index.table(Trait.LITERALS), left.of(Trait.LITERALS), right.of(Trait.LITERALS))
                : first(found.constants()),
            matching.onlyRight()),
        usages.of(canonical.name(), rival.name()));
  }

  static Verdict verdict(TypeFact left, TypeFact right, Likeness likeness) {
    Fingerprints one = exact(left);
    Fingerprints other = exact(right);
    int shared = one.sharedWith(other);
    int all = one.size() + other.size() - shared;
    if (all > 0 && shared >= SAME_TEXT * all) {
      return Verdict.COPY;
    }
    if (likeness.bodiesMutual() >= SAME_SHAPE) {
      return Verdict.RENAMED_COPY;
    }
    return likeness.bodies() >= SOME && likeness.sharedBodies() >= ENOUGH_BODIES
        ? Verdict.PARTIAL_COPY
        : Verdict.REIMPLEMENTATION;
  }

  private static Fingerprints exact(TypeFact type) {
    return Fingerprints.union(
        type.methods().stream().map(MethodFact::body).map(BodyFact::exact).toList());
  }

  private List<ChannelStrength> channels(
      Likeness likeness, RoleSearch.Found found, Profile left, Profile right) {
    List<ChannelStrength> channels = new ArrayList<>();
    for (Channel channel : Channel.values()) {
      int percent = (int) (100 * found.strengths().of(channel));
      if (percent > 0) {
        String sentence =
            switch (channel) {
              case POLICY -> found.policy();
              case CONSTANTS -> constants(Math.max(likeness.constants(), found.constants().size()));
              default -> sentence(channel, likeness, left, right);
            };
        channels.add(new ChannelStrength(channel, percent, sentence));
      }
    }
    channels.sort(
        Comparator.comparingInt((ChannelStrength strength) -> -strength.percent())
            .thenComparing(ChannelStrength::channel));
    return channels;
  }

  private static String sentence(Channel channel, Likeness likeness, Profile left, Profile right) {
    return switch (channel) {
      case BODIES ->
          "%s %% of the smaller type's code stands in the other, names aside (%s of %s fingerprints)"
              .formatted(
                  percent(likeness.bodies()),
                  likeness.sharedBodies(),
                  Math.min(left.of(Trait.BODIES).length, right.of(Trait.BODIES).length));
      case MEMBERS ->
          "%s shared that no common super-type forces, %s %% of the smaller type's by rarity"
              .formatted(
                  likeness.sharedMembers() == 1
                      ? "1 member name is"
                      : likeness.sharedMembers() + " member names are",
                  percent(likeness.members()));
      case VOCABULARY ->
          "%s %% of both types' words are in both, by rarity"
              .formatted(percent(likeness.vocabulary()));
      case STATE ->
          "%s %% of the smaller type's fields are in both".formatted(percent(likeness.state()));
      case CONTEXT ->
          "%s %% of the types that the smaller one uses are used by both, by rarity"
              .formatted(percent(likeness.context()));
      case NAME -> likeness.name() >= 1 ? "the names are the same" : "the names share rare words";
      case CONSTANTS, POLICY ->
          throw new IllegalArgumentException("The sentence of %s comes with it".formatted(channel));
    };
  }

  private static String constants(int count) {
    return count == 1
        ? "1 rare literal or constant is in both"
        : count + " rare literals and constants are in both";
  }

  private static int percent(double share) {
    return (int) StrictMath.floor(100 * Math.min(1, share));
  }

  private static List<SharedWord> rarest(FeatureTable table, int[] left, int[] right) {
    List<SharedWord> shared = new ArrayList<>();
    FeatureTable.forEachShared(
        left, right, id -> shared.add(new SharedWord(table.feature(id), table.frequency(id))));
    shared.sort(Comparator.comparingInt(SharedWord::types).thenComparing(SharedWord::word));
    return first(shared);
  }

  private static List<SharedWord> first(List<SharedWord> shared) {
    return shared.subList(0, Math.min(MOST_WORDS, shared.size()));
  }
}
