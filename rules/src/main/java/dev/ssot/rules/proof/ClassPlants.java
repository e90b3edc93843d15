package dev.ssot.rules.proof;

import dev.ssot.rules.codebase.ClassFact;
import dev.ssot.rules.codebase.ClassUse;
import dev.ssot.rules.codebase.Modifier;
import dev.ssot.rules.model.AccessPattern;
import dev.ssot.rules.model.DottedNames;
import dev.ssot.rules.model.ForbiddenPath.AccessException;
import dev.ssot.rules.model.Isolation;
import dev.ssot.rules.model.Layer;
import dev.ssot.rules.model.Policy;
import dev.ssot.rules.model.PolicyText;
import dev.ssot.rules.model.ReservedCalls;
import dev.ssot.rules.model.Role;
import dev.ssot.rules.model.Slices;
import dev.ssot.rules.rivals.Patterns;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Instances of what only class files show: planted sources, and the facts that their class files
 * would give.
 *
 * <p>Nothing is compiled, since a compiler would need the libraries that a policy speaks of.
 */
final class ClassPlants {

  /** The line of the one statement of a planted class. */
  private static final int STATEMENT = 5;

  private static final String METHOD = "use";

  private final List<Bed> beds;
  private final List<Plant> plants = new ArrayList<>();
  private final Map<String, String> untried = new TreeMap<>();

  /**
   * Plants for a codebase.
   *
   * @param beds below the packages of production code, the largest first; at least one
   */
  ClassPlants(List<Bed> beds) {
    this.beds = List.copyOf(beds);
  }

  /** What could not be planted: the reason by rule. */
  Map<String, String> untried() {
    return Map.copyOf(untried);
  }

  List<Plant> of(Policy policy) {
    policy.roles().forEach(this::reserved);
    policy.structure().isolated().forEach(this::isolated);
    layers(policy.structure().layers());
    policy.structure().acyclic().forEach(this::acyclic);
    return List.copyOf(plants);
  }

  private void plant(String rule, String about, String why, List<PlantedClass> classes) {
    Map<String, String> files = new TreeMap<>();
    classes.forEach(one -> files.put(one.path(), one.text()));
    plants.add(
        new Plant(
            List.of(rule),
            about,
            classes.get(0).name(),
            files,
            why,
            classes.stream().map(PlantedClass::fact).toList()));
  }

  /** One call of each type whose calls a role reserves. */
  private void reserved(Role role) {
    ReservedCalls reserved = role.paths().reserved();
    List<AccessException> except = reserved.except();
    Optional<Bed> open =
        Bed.where(
            beds,
            user ->
                except.stream().noneMatch(exception -> Patterns.covers(exception.from(), user)));
    String why =
        open.isPresent()
            ? Plant.pageOf("bypass")
            : "no package is left that may not make the call: " + Plant.exemptions(except);
    for (ReservedCalls.Call call : reserved.calls()) {
      String method = call.methods().get(0).value();
      for (PolicyText type : call.types()) {
        PlantedClass caller = new PlantedClass(next(open.orElse(beds.get(0))), "Planted");
        caller.call(
            type.value(),
            method.replace("*", ""),
            call.arguments().stream().limit(1).map(PolicyText::value).toList());
        plant(
            "bypass",
            "a call of `%s#%s`, which only the canonical of the role `%s` may make"
                .formatted(type.value(), method, role.id()),
            why,
            List.of(caller));
      }
    }
  }

  private Bed next(Bed bed) {
    return bed.inner("c" + plants.size());
  }

  private void isolated(Isolation isolation) {
    List<AccessPattern> except = AccessPattern.all(isolation.except());
    List<Bed> inside = isolation.types().stream().flatMap(text -> inside(text).stream()).toList();
    if (inside.isEmpty()) {
      untried.putIfAbsent(
          "shared-mutable-state",
          "`isolated` names single types, and nothing can be added to them");
      return;
    }
    Optional<Bed> open =
        Bed.where(inside, user -> except.stream().noneMatch(one -> Patterns.covers(one, user)));
    PlantedClass owner = new PlantedClass(open.orElse(inside.get(0)), name());
    owner.assign();
    plant(
        "shared-mutable-state",
        "a static field of `%s` that a method assigns".formatted(owner.name()),
        open.isPresent()
            ? Plant.pageOf("shared-mutable-state")
            : "the exceptions of `isolated` leave nothing: "
                + String.join(", ", isolation.except().stream().map(PolicyText::value).toList()),
        List.of(owner));
  }

  /** Each layer is used from the one right below it. */
  private void layers(List<Layer> layers) {
    for (int i = 0; i + 1 < layers.size(); i++) {
      Layer upper = layers.get(i);
      Layer lower = layers.get(i + 1);
      Optional<Bed> below =
          lower.types().stream().flatMap(text -> inside(text).stream()).findFirst();
      if (below.isEmpty()) {
        untried.putIfAbsent(
            "layer-violation",
            "the layer `%s` names single types, and nothing can be added to them"
                .formatted(lower.id()));
      } else {
        String name = name();
        AccessPattern pattern = AccessPattern.parse(upper.types().get(0).value());
        PlantedClass user = new PlantedClass(below.get(), name);
        user.call(
            pattern.kind() == AccessPattern.Kind.TYPE
                ? pattern.name()
                : pattern.name() + "." + name,
            METHOD,
            List.of());
        plant(
            "layer-violation",
            "a use of the layer `%s` by the layer `%s` below it".formatted(upper.id(), lower.id()),
            "another layer may have a longer pattern for `%s` or `%s`"
                .formatted(user.name(), pattern.text()),
            List.of(user));
      }
    }
  }

  private void acyclic(Slices slices) {
    String name = name();
    Bed home = home(slices.root());
    PlantedClass one = new PlantedClass(home.named(slices.root() + ".ssotplantedone"), name);
    PlantedClass other = new PlantedClass(home.named(slices.root() + ".ssotplantedother"), name);
    one.call(other.name(), METHOD, List.of());
    other.call(one.name(), METHOD, List.of());
    plant(
        "package-cycle",
        "two packages of `%s` that use each other".formatted(slices.pattern().value()),
        Plant.pageOf("package-cycle"),
        List.of(one, other));
  }

  /** A name that no real type and no other plant has. */
  private String name() {
    return "SsotPlanted" + plants.size();
  }

  /** The package that a pattern covers, as a bed; none for a pattern of a type or a field. */
  private Optional<Bed> inside(PolicyText text) {
    AccessPattern pattern = AccessPattern.parse(text.value());
    boolean open =
        pattern.kind() == AccessPattern.Kind.TREE || pattern.kind() == AccessPattern.Kind.PACKAGE;
    return open ? Optional.of(home(pattern.name()).named(pattern.name())) : Optional.empty();
  }

  /** A bed in the source tree of a package; in that of the largest one where it has no code. */
  private Bed home(String packageName) {
    return beds.stream()
        .filter(bed -> bed.packageName().startsWith(packageName + "."))
        .findFirst()
        .orElse(beds.get(0));
  }

  /** A class with one statement, as source and as fact. */
  private static final class PlantedClass {

    private final Bed bed;
    private final String simpleName;
    private final List<ClassUse> uses = new ArrayList<>();
    private final List<ClassFact.Field> fields = new ArrayList<>();
    private String parameters = "";
    private String statement = "";

    PlantedClass(Bed bed, String simpleName) {
      this.bed = bed;
      this.simpleName = simpleName;
    }

    String name() {
      return bed.type(simpleName);
    }

    String path() {
      return bed.path(simpleName);
    }

    void call(String type, String method, List<String> arguments) {
      String called = method.isEmpty() ? METHOD : method;
      parameters =
          String.join(
              ", ",
              Stream.concat(Stream.of(type + " one"), arguments.stream().map(a -> a + " what"))
                  .toList());
      statement = "one.%s(%s);".formatted(called, arguments.isEmpty() ? "" : "what");
      uses.add(
          new ClassUse(
              ClassUse.Kind.CALL,
              METHOD,
              type,
              called,
              "(" + String.join(",", arguments) + ")",
              STATEMENT));
    }

    void assign() {
      fields.add(new ClassFact.Field("shared", "java.lang.String", Set.of(Modifier.STATIC), false));
      parameters = "String value";
      statement = "shared = value;";
      uses.add(new ClassUse(ClassUse.Kind.WRITE, METHOD, name(), "shared", "", STATEMENT));
    }

    String text() {
      String field = fields.isEmpty() ? "" : "  static String shared;\n";
      return bed.text(
          "class %s {\n  void %s(%s) {\n    %s\n  }\n%s}\n"
              .formatted(simpleName, METHOD, parameters, statement, field));
    }

    ClassFact fact() {
      return new ClassFact(
          name(),
          new ClassFact.Origin(
              "ssotplanted",
              name().replace('.', '/') + ".class",
              DottedNames.last(name()) + ".java"),
          List.of("java.lang.Object"),
          List.of(new ClassFact.Method(METHOD, "(" + parameters + ")", Set.of())),
          fields,
          uses);
    }
  }
}
