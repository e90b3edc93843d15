package dev.ssot.rules.codebase;

import dev.ssot.rules.model.Region;
import dev.ssot.rules.model.StandIn;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a type in test code does with watched types; local and anonymous types belong to the member
 * that contains them.
 *
 * @param type qualified name
 * @param doubles in the order of their places
 * @param members apart from nested types, in the order of declaration
 */
public record TestOutline(
    SourceUnit unit, String type, List<DoubleFact> doubles, List<Member> members) {

  public TestOutline {
    doubles = List.copyOf(doubles);
    members = List.copyOf(members);
  }

  /**
   * Something that stands in for a watched type.
   *
   * @param real qualified name of the watched type
   * @param whole whether it is the outlined type itself, written by hand
   */
  public record DoubleFact(String real, StandIn standIn, boolean whole) {}

  /**
   * A method, a constructor, a field or an initializer; what the head of the type says is one, too.
   *
   * @param name the empty string where it has none
   * @param region the place of its name
   * @param touched qualified names of the watched types, and of their heirs, that it uses
   * @param replaced qualified names of the watched types for which it brings in a double
   * @param calls simple names of methods that it calls without a receiver or on {@code this}
   */
  public record Member(
      String name,
      Kind kind,
      Region region,
      Traits traits,
      Set<String> touched,
      Set<String> replaced,
      Set<String> calls) {

    public Member {
      touched = Set.copyOf(touched);
      replaced = Set.copyOf(replaced);
      calls = Set.copyOf(calls);
    }
  }

  /** When a member runs. */
  public enum Kind {
    TEST,
    /** Before each test, or before all of them. */
    BEFORE,
    /** After each test, or after all of them. */
    AFTER,
    /** When another member calls it. */
    CALLED
  }

  /**
   * What a member is apart from what it uses.
   *
   * @param disabled whether it, or a type around it, says that it is not to run
   * @param empty whether its body has no statement
   * @param asserting whether something in it could fail on a wrong result
   */
  public record Traits(boolean disabled, boolean empty, boolean asserting) {}

  /** The watched type for which the type itself stands in, if it does. */
  public Optional<String> standsInFor() {
    return doubles.stream().filter(DoubleFact::whole).map(DoubleFact::real).findFirst();
  }
}
