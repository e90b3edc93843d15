package dev.ssot.rules.model;

import java.util.List;

/**
 * The tests of a role whose canonical must be real in tests.
 *
 * @param role the role's id
 * @param canonical qualified name of the type that holds it
 * @param tests in the order of their places
 */
public record RoleTests(String role, String canonical, List<RoleTest> tests) {

  public RoleTests {
    tests = tests.stream().sorted().toList();
  }

  /** The share of tests that use the real thing, of those that run and check something. */
  public Tally share() {
    int real = count(RoleTest.Kind.REAL);
    return new Tally(real, real + count(RoleTest.Kind.MOCKED));
  }

  /** Number of tests of a kind. */
  public int count(RoleTest.Kind kind) {
    return (int) tests.stream().filter(test -> test.kind() == kind).count();
  }
}
