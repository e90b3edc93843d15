package dev.ssot.benchmarks.learn;

import dev.ssot.rules.rivals.Forest;
import java.util.List;

/** One pair of types of which it is known, or taken for granted, whether they do one job. */
final class Lesson {

  /** Where the knowledge comes from. */
  enum Kind {
    /** A reader's judgement. */
    LABEL,
    /** The same judgement, asked the other way round. */
    REVERSE,
    /** A changed copy, or a wrapper, that was made on purpose. */
    MUTANT,
    /** A judged or made pair again, in a codebase of hardly more than the pair. */
    ALONE,
    /** A type near one that has rivals, of which no label speaks; hardly any is a rival. */
    NEAR
  }

  private static final double REVERSED = 0.7;
  private static final double IN_A_SMALL_CODEBASE = 0.2;
  private static final double MADE = 0.2;
  private static final double MERELY_NEAR = 0.03;
  private static final double RIVALS_OF_ONE_TREE = 3;
  private static final double NO_RIVALS = 0.8;

  private final List<String> projects;
  private final Kind kind;
  private final boolean rival;
  private final boolean sameTree;
  private final double[] values;

  /**
   * A pair.
   *
   * @param projects those that the two types are of; what is learnt is tried on other ones only
   * @param rival whether the second type does the job of the first
   * @param sameTree whether both stand in one source tree
   * @param values the features in the order of their names; taken over
   */
  Lesson(List<String> projects, Kind kind, boolean rival, boolean sameTree, double[] values) {
    this.projects = List.copyOf(projects);
    this.kind = kind;
    this.rival = rival;
    this.sameTree = sameTree;
    this.values = values;
  }

  List<String> projects() {
    return projects;
  }

  Kind kind() {
    return kind;
  }

  boolean rival() {
    return rival;
  }

  boolean sameTree() {
    return sameTree;
  }

  /** The feature of a number. */
  double value(int feature) {
    return values[feature];
  }

  /** What a forest says of the pair. */
  int percent(Forest forest) {
    return forest.percent(values);
  }

  /**
   * How much the lesson counts. Labels hold few rivals within one source tree, where users have
   * most of theirs; and of what is no rival they hold more than twice as many.
   */
  double weight() {
    return switch (kind) {
      case LABEL -> labelled();
      case REVERSE -> REVERSED * (rival ? 1 : NO_RIVALS);
      case MUTANT -> MADE;
      case ALONE -> IN_A_SMALL_CODEBASE;
      case NEAR -> MERELY_NEAR;
    };
  }

  private double labelled() {
    double ofRival = sameTree ? RIVALS_OF_ONE_TREE : 1;
    return rival ? ofRival : NO_RIVALS;
  }
}
