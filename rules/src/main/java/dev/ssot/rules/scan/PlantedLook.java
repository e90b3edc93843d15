package dev.ssot.rules.scan;

import dev.ssot.rules.codebase.ClassFact;
import dev.ssot.rules.codebase.ClassLook;
import dev.ssot.rules.codebase.ClassUse;
import dev.ssot.rules.codebase.ValueFlow;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A look at class files and at classes that stand in none. */
final class PlantedLook implements ClassLook {

  private final ClassLook files;
  private final Set<ClassFact> planted;

  PlantedLook(ClassLook files, List<ClassFact> planted) {
    this.files = files;
    this.planted = new HashSet<>(planted);
  }

  @Override
  public List<ValueFlow> flows(Collection<ClassFact> classes, Set<String> named) {
    List<ValueFlow> flows =
        new ArrayList<>(
            files.flows(classes.stream().filter(fact -> !planted.contains(fact)).toList(), named));
    classes.stream()
        .filter(planted::contains)
        .forEach(
            fact ->
                fact.uses().stream()
                    .filter(ClassUse::isCall)
                    .forEach(use -> flows.add(flow(fact, use))));
    return flows;
  }

  /** A call of a variable, with arguments of the very types that it names. */
  private static ValueFlow flow(ClassFact in, ClassUse use) {
    String given = use.parameters().replaceAll("[()]", "");
    return new ValueFlow(
        in.name(),
        use.from(),
        false,
        use.owner(),
        use.name(),
        "",
        Set.of(use.owner()),
        Stream.of(given.split(",", -1)).filter(name -> !name.isEmpty()).map(Set::of).toList(),
        use.line());
  }
}
