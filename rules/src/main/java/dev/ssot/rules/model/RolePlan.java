package dev.ssot.rules.model;

import java.util.List;
import java.util.Set;

/**
 * How a role can be consolidated.
 *
 * @param tested whether a test uses the canonical
 * @param leaving the types that are to go, in the order of their names
 * @param present which of the types that were asked for are still there
 * @param problems what was not read or not understood
 */
public record RolePlan(
    String role,
    String title,
    TypeRef canonical,
    boolean tested,
    List<Leaving> leaving,
    Set<String> present,
    List<Problem> problems) {

  /**
   * A type that is to go.
   *
   * @param part how it stands to the canonical, in words such as {@code a rival}
   * @param users the types that name it, sorted
   * @param sites the calls of it, in the order of files
   * @param untested names of the members that are called and that no test of it names
   * @param adapter the text of a class with the members whose calls do not bind, or the empty
   *     string
   */
  public record Leaving(
      TypeRef type,
      String part,
      List<TypeRef> users,
      List<CallSite> sites,
      List<String> untested,
      String adapter) {

    public Leaving {
      users = List.copyOf(users);
      sites = List.copyOf(sites);
      untested = List.copyOf(untested);
    }

    /** The calls of which one thing can be said. */
    public List<CallSite> sites(CallSite.Answer answer) {
      return sites.stream().filter(site -> site.answer() == answer).toList();
    }
  }

  public RolePlan {
    leaving = List.copyOf(leaving);
    present = Set.copyOf(present);
    problems = List.copyOf(problems);
  }
}
