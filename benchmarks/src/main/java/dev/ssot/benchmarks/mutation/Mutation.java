package dev.ssot.benchmarks.mutation;

import java.util.ArrayList;
import java.util.List;

/**
 * A way to make types that stand to an original as rivals do, or as types do that only look so.
 *
 * @param kind what is done, in words
 * @param strength how much of it, the empty string where there is only one way
 * @param rival whether the result does the original's job again
 */
public record Mutation(String kind, String strength, boolean rival, Maker maker) {

  /** Makes the types. */
  public interface Maker {

    /** The types; none if the original does not lend itself to this. */
    List<SourceText> make(Original original, Dice dice);
  }

  /** Kind and strength as a key. */
  public String key() {
    return (kind + (strength.isEmpty() ? "" : "-" + strength)).replaceAll("[^a-z0-9]+", "-");
  }

  /** All mutations, those of one kind together and growing stronger. */
  public static List<Mutation> all() {
    List<Mutation> all = new ArrayList<>();
    all.add(rival("reordered", "", Mutation::reordered));
    all.add(rival("renamed", "", (original, dice) -> renamed(original, false, dice)));
    all.add(rival("renamed and reordered", "", (original, dice) -> renamed(original, true, dice)));
    all.add(rival("members removed", "a third", (original, dice) -> part(original, 1 / 3.0, dice)));
    all.add(rival("members removed", "half", (original, dice) -> part(original, 1 / 2.0, dice)));
    all.add(
        rival("members removed", "two thirds", (original, dice) -> part(original, 2 / 3.0, dice)));
    all.add(rival("statements inserted", "10 %", (original, dice) -> filled(original, 0.1, dice)));
    all.add(rival("statements inserted", "30 %", (original, dice) -> filled(original, 0.3, dice)));
    all.add(rival("statements inserted", "60 %", (original, dice) -> filled(original, 0.6, dice)));
    all.add(
        rival("logic re-expressed", "one way", (original, dice) -> said(original, 1, false, dice)));
    all.add(
        rival(
            "logic re-expressed", "two ways", (original, dice) -> said(original, 2, false, dice)));
    all.add(
        rival(
            "logic re-expressed", "all ways", (original, dice) -> said(original, 9, false, dice)));
    all.add(
        rival(
            "logic re-expressed",
            "all ways, renamed",
            (original, dice) -> said(original, 9, true, dice)));
    all.add(rival("split in two", "", Halves::of));
    all.add(rival("async variant", "names kept", (original, dice) -> Futures.of(original, "")));
    all.add(
        rival("async variant", "names changed", (original, dice) -> Futures.of(original, "Async")));
    all.add(other("adapter", Wrappers::adapter));
    all.add(other("alias", Subtypes::alias));
    all.add(other("forwarding shim", (original, dice) -> Wrappers.shim(original)));
    all.add(other("subclass with an override", Subtypes::overriding));
    return all;
  }

  private static Mutation rival(String kind, String strength, Maker maker) {
    return new Mutation(kind, strength, true, maker);
  }

  private static Mutation other(String kind, Maker maker) {
    return new Mutation(kind, "", false, maker);
  }

  private static List<SourceText> reordered(Original original, Dice dice) {
    Workpiece piece = original.workpiece();
    Members.reorder(piece, dice);
    return List.of(piece.finish());
  }

  private static List<SourceText> renamed(Original original, boolean reordered, Dice dice) {
    Workpiece piece = original.workpiece();
    if (reordered) {
      Members.reorder(piece, dice);
    }
    Names.change(piece, dice);
    return List.of(piece.finish());
  }

  private static List<SourceText> part(Original original, double share, Dice dice) {
    Workpiece piece = original.workpiece();
    Members.reorder(piece, dice);
    Members.remove(piece, share, dice);
    Names.change(piece, dice);
    return List.of(piece.finish());
  }

  private static List<SourceText> filled(Original original, double share, Dice dice) {
    Workpiece piece = original.workpiece();
    Insertion.apply(piece, share, dice);
    piece.nameClass(dice.nameLike(original.simpleName()));
    return List.of(piece.finish());
  }

  /** Rewritten in so many ways; none if the original does not lend itself to as many. */
  private static List<SourceText> said(Original original, int ways, boolean renamed, Dice dice) {
    List<Rewrite> possible =
        Rewrite.all().stream()
            .filter(rewrite -> rewrite.apply(original.workpiece().type(), dice) > 0)
            .toList();
    if (possible.size() < Math.min(ways, 3)) {
      return List.of();
    }
    Workpiece piece = original.workpiece();
    dice.shuffled(possible).stream()
        .limit(ways)
        .forEach(rewrite -> rewrite.apply(piece.type(), dice));
    if (renamed) {
      Names.change(piece, dice);
    } else {
      piece.nameClass(dice.nameLike(original.simpleName()));
    }
    return List.of(piece.finish());
  }
}
