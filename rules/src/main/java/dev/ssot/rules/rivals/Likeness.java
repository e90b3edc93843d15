package dev.ssot.rules.rivals;

import dev.ssot.rules.codebase.cache.ByteSink;
import dev.ssot.rules.codebase.cache.ByteSource;

/**
 * How alike two types are, channel by channel; all shares are 0 to 1.
 *
 * @param bodies share of the lighter type's body fingerprints
 * @param bodiesMutual share of both types' body fingerprints together
 * @param sharedBodies number of shared body fingerprints
 * @param members share of the lighter type's member names that no common super-type forces
 * @param sharedMembers number of them
 * @param vocabulary share of both types' words together
 * @param state share of the lighter type's fields
 * @param constants number of shared literals and constants that at most a few other types have
 * @param context share of the lighter type's used types, less where fewer than three are shared
 * @param name share of both names' words together
 */
record Likeness(
    double bodies,
    double bodiesMutual,
    int sharedBodies,
    double members,
    int sharedMembers,
    double vocabulary,
    double state,
    int constants,
    double context,
    double name) {

  /** What was written. */
  static Likeness read(ByteSource source) {
    return new Likeness(
        source.fixedDouble(),
        source.fixedDouble(),
        source.number(),
        source.fixedDouble(),
        source.number(),
        source.fixedDouble(),
        source.fixedDouble(),
        source.number(),
        source.fixedDouble(),
        source.fixedDouble());
  }

  void write(ByteSink sink) {
    sink.fixed(bodies);
    sink.fixed(bodiesMutual);
    sink.number(sharedBodies);
    sink.fixed(members);
    sink.number(sharedMembers);
    sink.fixed(vocabulary);
    sink.fixed(state);
    sink.number(constants);
    sink.fixed(context);
    sink.fixed(name);
  }
}
