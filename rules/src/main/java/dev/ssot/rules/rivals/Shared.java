package dev.ssot.rules.rivals;

import dev.ssot.rules.codebase.cache.ByteSink;
import dev.ssot.rules.codebase.cache.ByteSource;
import dev.ssot.rules.rivals.FeatureTable.Common;

/**
 * What two types share, before it is weighed: so it holds while other types of the codebase come
 * and go, as long as none of it becomes more frequent or rarer.
 *
 * @param members names of methods that no common super-type forces
 * @param membersOfOne those of the one type, shared or not
 * @param membersOfOther those of the other
 * @param constants number of literals and constants that at most a few other types have
 */
record Shared(
    Common bodies,
    Common members,
    Common membersOfOne,
    Common membersOfOther,
    Common words,
    Common state,
    int constants,
    Common context,
    Common name) {

  /** What was written. */
  static Shared read(ByteSource source) {
    return new Shared(
        Common.read(source),
        Common.read(source),
        Common.read(source),
        Common.read(source),
        Common.read(source),
        Common.read(source),
        source.number(),
        Common.read(source),
        Common.read(source));
  }

  void write(ByteSink sink) {
    bodies.write(sink);
    members.write(sink);
    membersOfOne.write(sink);
    membersOfOther.write(sink);
    words.write(sink);
    state.write(sink);
    sink.number(constants);
    context.write(sink);
    name.write(sink);
  }
}
