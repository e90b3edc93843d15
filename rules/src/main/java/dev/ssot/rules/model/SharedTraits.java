package dev.ssot.rules.model;

import java.util.List;

/**
 * What two types share and what only one has.
 *
 * @param channels how strongly each channel speaks, the strongest first
 * @param members counterparts, in the order of the canonical's declaration
 * @param words rare words of identifiers, the rarest first
 * @param constants rare string literals and constant names, the rarest first
 * @param onlyInRival members without a counterpart: what a merge would have to keep or drop
 */
public record SharedTraits(
    List<ChannelStrength> channels,
    List<MemberMatch> members,
    List<SharedWord> words,
    List<SharedWord> constants,
    List<MemberRef> onlyInRival) {

  public SharedTraits {
    channels = List.copyOf(channels);
    members = List.copyOf(members);
    words = List.copyOf(words);
    constants = List.copyOf(constants);
    onlyInRival = List.copyOf(onlyInRival);
  }
}
