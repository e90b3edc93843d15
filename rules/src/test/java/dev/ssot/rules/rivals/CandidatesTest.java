package dev.ssot.rules.rivals;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ssot.rules.fixture.Project;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CandidatesTest {

  private final Project project;

  CandidatesTest(@TempDir Path folder) {
    project = Project.in(folder);
  }

  private void type(String name, String... methods) {
    StringBuilder text = new StringBuilder("package a; class " + name + " {");
    for (String method : methods) {
      text.append(" abstract int ").append(method).append("();");
    }
    project.java(text + " }");
  }

  private List<String> pairs() {
    ProfileIndex index = new ProfileIndex(project.codebase());
    return pairs(index, index.all());
  }

  private static List<String> pairs(ProfileIndex index, List<Profile> eligible) {
    int[][] partners = new Candidates(index, eligible).partners(Optional.empty());
    List<String> pairs = new ArrayList<>();
    for (Profile one : index.all()) {
      for (int other : partners[one.id()]) {
        pairs.add(name(one) + "-" + name(index.all().get(other)));
      }
    }
    return pairs;
  }

  private static String name(Profile profile) {
    return profile.entry.type().simpleName();
  }

  @Test
  void twoRareMembersMakeACandidateAndOneDoesNot() {
    type("A", "routeMessage", "addHandler", "x");
    type("B", "addHandler", "routeMessage", "y");
    type("C", "routeMessage", "z");

    assertEquals(List.of("A-B"), pairs());
  }

  @Test
  void membersThatManyTypesHaveDoNotCount() {
    for (int i = 0; i < 11; i++) {
      type("T" + i, "handle", "process");
    }

    assertEquals(List.of(), pairs());
  }

  @Test
  void tenTypesWithTheSameMembersAreAllCandidatesOnceEach() {
    for (int i = 0; i < 10; i++) {
      type("T" + i, "handle", "process");
    }

    assertEquals(45, pairs().size());
    assertEquals(45, new TreeSet<>(pairs()).size());
  }

  @Test
  void sharedBodiesMakeACandidateUnderAnyName() {
    String body =
        """
        (int[] numbers, String title) {
          int sum = 0;
          for (int number : numbers) {
            sum += number > 3 ? number * 2 : -number;
            if (sum > 1000 && title.isEmpty()) {
              throw new IllegalStateException(title + sum);
            }
          }
          return sum;
        }
        """;
    project
        .java("package a; class A { int one" + body + "}")
        .java("package b; class B { int other" + body.replace("sum", "total") + "}");

    assertEquals(List.of("A-B"), pairs());
  }

  @Test
  void onlyEligibleTypesAreCandidates() {
    type("A", "routeMessage", "addHandler");
    type("B", "addHandler", "routeMessage");
    ProfileIndex index = new ProfileIndex(project.codebase());

    assertEquals(List.of(), pairs(index, index.all().subList(0, 1)));
  }

  /** Posting lists give what comparing all with all would give. */
  @RepeatedTest(10)
  void agreesWithComparingAllWithAll(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    int types = 25;
    List<TreeSet<String>> members = new ArrayList<>();
    for (int i = 0; i < types; i++) {
      TreeSet<String> names = new TreeSet<>();
      for (int j = 0; j < 4; j++) {
        names.add("member" + (char) ('A' + random.nextInt(12)));
      }
      members.add(names);
      type("T%02d".formatted(i), names.toArray(String[]::new));
    }
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < types; i++) {
      for (int j = i + 1; j < types; j++) {
        TreeSet<String> shared = new TreeSet<>(members.get(i));
        shared.retainAll(members.get(j));
        shared.removeIf(name -> members.stream().filter(m -> m.contains(name)).count() > 10);
        if (shared.size() >= 2) {
          expected.add("T%02d-T%02d".formatted(i, j));
        }
      }
    }

    assertEquals(expected, pairs());
    assertTrue(!expected.isEmpty(), "no pair at all");
  }
}
