package dev.ssot.rules.rivals;

import dev.ssot.rules.codebase.cache.ByteSink;
import dev.ssot.rules.codebase.cache.ByteSource;
import dev.ssot.rules.model.Channel;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How strongly each channel speaks for two types being rivals, 0 to 1, and what they say together.
 *
 * <p>A channel's strength grows from 0 at a share that unrelated types often reach to 1 at a share
 * that only rivals reach; the bounds were read off pairs of types in well-known libraries. Together
 * the channels count as independent witnesses: the confidence is one minus the product of their
 * doubts, where a channel's doubt is one minus strength times trust.
 */
final class Strengths {

  private static final Map<Channel, Double> TRUST =
      Map.of(
          Channel.BODIES, 0.75,
          Channel.MEMBERS, 0.60,
          Channel.VOCABULARY, 0.60,
          Channel.CONSTANTS, 0.50,
          Channel.CONTEXT, 0.30,
          Channel.STATE, 0.25,
          Channel.NAME, 0.25,
          Channel.POLICY, 0.60);

  private static final List<Channel> CHANNELS = List.of(Channel.values());

  private static final double SIGNIFICANT = 0.35;
  private static final int ENOUGH_MEMBERS = 3;
  private static final int ENOUGH_BODIES = 12;
  private static final int MANY_MEMBERS_OF_NAMESAKES = 6;

  /** With fewer members in common they are no reason to take two types for rivals. */
  static final int FEWEST_MEMBERS = 3;

  /** So many constants in common speak as strongly as any number of them. */
  static final int MANY_CONSTANTS = 5;

  private final Map<Channel, Double> strengths = new EnumMap<>(Channel.class);

  Strengths(Likeness likeness) {
    put(
        Channel.BODIES,
        ofBodies(likeness.bodies(), likeness.bodiesMutual(), likeness.sharedBodies()));
    put(
        Channel.MEMBERS,
        ramp(likeness.members(), 0.35, 0.90) * atMost(likeness.sharedMembers(), ENOUGH_MEMBERS));
    put(Channel.VOCABULARY, ramp(likeness.vocabulary(), 0.25, 0.70));
    put(Channel.STATE, ramp(likeness.state(), 0.40, 1.0));
    put(Channel.CONSTANTS, Math.min(1, (double) likeness.constants() / MANY_CONSTANTS));
    put(Channel.CONTEXT, ramp(likeness.context(), 0.30, 0.80));
    put(Channel.NAME, likeness.name());
    put(Channel.POLICY, 0);
  }

  private Strengths() {}

  // It is for the very build that wrote it, so that places of constants say enough.
  @SuppressWarnings("EnumOrdinal")
  void write(ByteSink sink) {
    sink.number(strengths.size());
    strengths.forEach(
        (channel, strength) -> {
          sink.number(channel.ordinal());
          sink.fixed((double) strength);
        });
  }

  /** What was written. */
  static Strengths read(ByteSource source) {
    Strengths strengths = new Strengths();
    for (int rest = source.number(); rest > 0; rest--) {
      strengths.strengths.put(CHANNELS.get(source.number()), source.fixedDouble());
    }
    return strengths;
  }

  /**
   * How strongly bodies in common speak, so many of them.
   *
   * @param contained their share of the smaller type, 0 to 1
   * @param mutual their share of both together, 0 to 1
   */
  static double ofBodies(double contained, double mutual, int shared) {
    return ramp(0.6 * contained + 0.4 * mutual, 0.20, 0.75) * atMost(shared, ENOUGH_BODIES);
  }

  /** The strengths where the canonical's code is not at hand and only the policy can speak. */
  static Strengths ofPolicyAlone(double strength) {
    Strengths strengths = new Strengths();
    strengths.put(Channel.POLICY, strength);
    return strengths;
  }

  private void put(Channel channel, double strength) {
    strengths.put(channel, Math.max(0, Math.min(1, strength)));
  }

  /**
   * Lets the number of shared members speak where two types have one name: in two large types of
   * one kind (two {@code StringUtils}) it tells more than their share.
   *
   * @return whether the number suffices to count the name as a witness of its own
   */
  boolean addNamesake(int sharedMembers) {
    put(
        Channel.MEMBERS,
        Math.max(of(Channel.MEMBERS), atMost(sharedMembers, MANY_MEMBERS_OF_NAMESAKES)));
    return sharedMembers >= MANY_MEMBERS_OF_NAMESAKES - 1;
  }

  /** Lets members be silent, because those that are shared are what types of this code have. */
  void silenceMembers() {
    put(Channel.MEMBERS, 0);
  }

  /** Lets constants speak that are known by more than their texts. */
  void addConstants(double strength) {
    put(Channel.CONSTANTS, strength);
  }

  void addPolicy(double strength) {
    put(Channel.POLICY, strength);
  }

  private static double ramp(double share, double from, double to) {
    return Math.max(0, Math.min(1, (share - from) / (to - from)));
  }

  private static double atMost(int count, int enough) {
    return Math.min(1.0, (double) count / enough);
  }

  double of(Channel channel) {
    return strengths.getOrDefault(channel, 0.0);
  }

  /** Number of channels that speak up, name and policy not among them. */
  int significant() {
    int count = 0;
    for (Channel channel : Channel.values()) {
      boolean counts = channel != Channel.NAME && channel != Channel.POLICY;
      count += counts && of(channel) >= SIGNIFICANT ? 1 : 0;
    }
    return count;
  }

  /** The confidence that both types do one job, 0 to 100. */
  int confidence() {
    if (strengths.size() == 1) {
      return (int) StrictMath.floor(100 * of(Channel.POLICY));
    }
    double doubt = 1;
    for (Map.Entry<Channel, Double> channel : strengths.entrySet()) {
      doubt *= 1 - channel.getValue() * TRUST.getOrDefault(channel.getKey(), 0.0);
    }
    return (int) StrictMath.floor(100 * (1 - doubt));
  }
}
