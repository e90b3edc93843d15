package dev.ssot.rules.model;

/**
 * How strongly one channel speaks for two types being rivals.
 *
 * @param percent 0 to 100
 * @param sentence the numbers behind it, such as {@code 7 of 9 members have a counterpart}
 */
public record ChannelStrength(Channel channel, int percent, String sentence) {

  public ChannelStrength {
    if (percent < 0 || percent > 100) {
      throw new IllegalArgumentException("Not a percentage from 0 to 100: " + percent);
    }
  }
}
