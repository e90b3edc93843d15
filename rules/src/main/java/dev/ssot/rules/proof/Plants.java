package dev.ssot.rules.proof;

import dev.ssot.rules.codebase.Codebase;
import dev.ssot.rules.codebase.Codebase.TypeEntry;
import dev.ssot.rules.codebase.ConstantFact;
import dev.ssot.rules.codebase.MethodFact;
import dev.ssot.rules.codebase.SourceKind;
import dev.ssot.rules.codebase.TellingValues;
import dev.ssot.rules.codebase.TypeKind;
import dev.ssot.rules.codebase.Value;
import dev.ssot.rules.model.AccessPattern;
import dev.ssot.rules.model.DottedNames;
import dev.ssot.rules.model.ForbiddenPath;
import dev.ssot.rules.model.ForbiddenPath.AccessException;
import dev.ssot.rules.model.Policy;
import dev.ssot.rules.model.PolicyText;
import dev.ssot.rules.model.Role;
import dev.ssot.rules.rivals.Patterns;
import dev.ssot.rules.rivals.RoleCast;
import dev.ssot.rules.values.ConstantIndex;
import dev.ssot.rules.values.Dispatches;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Makes one instance of each finding that a policy claims to catch.
 *
 * <p>What a role claims is planted below the package of its canonical, and a forbidden import in
 * the largest package that may not use the path: where the policy is most likely to be blind.
 */
public final class Plants {

  private static final int FEWEST_MESSAGES = 3;
  private static final int MOST_LITERALS = 20;

  private final Codebase codebase;
  private final LocalDate today;
  private final UnaryOperator<String> sources;
  private final ConstantIndex constants;
  private final List<Bed> beds;
  private final List<Plant> plants = new ArrayList<>();
  private final Map<String, String> untried = new TreeMap<>();

  /**
   * Plants for a codebase.
   *
   * @param sources the text of a file by its path
   */
  public Plants(Codebase codebase, LocalDate today, UnaryOperator<String> sources) {
    this.codebase = codebase;
    this.today = today;
    this.sources = sources;
    this.constants = new ConstantIndex(codebase);
    this.beds = Bed.of(codebase, SourceKind.PRODUCTION);
  }

  /** What could not be planted: the reason by rule. */
  public Map<String, String> untried() {
    return Map.copyOf(untried);
  }

  /** The instances, each in files that no other one has. */
  public List<Plant> of(Policy policy, List<RoleCast> casts) {
    if (beds.isEmpty()) {
      untried.put("", "there is no production code to plant beside");
      return List.of();
    }
    policy.allForbidden().forEach(this::forbidden);
    casts.forEach(this::role);
    new CommonPlants(beds.get(0), today).all().forEach(plants::add);
    ClassPlants compiled = new ClassPlants(beds);
    plants.addAll(compiled.of(policy));
    untried.putAll(compiled.untried());
    return List.copyOf(plants);
  }

  private Bed next(Bed bed) {
    return bed.inner("p" + plants.size());
  }

  private void plant(String rule, String about, Bed bed, String name, String text) {
    plants.add(
        new Plant(
            List.of(rule),
            about,
            bed.type(name),
            Map.of(bed.path(name), text),
            Plant.pageOf(rule)));
  }

  private void forbidden(ForbiddenPath path) {
    AccessPattern pattern = path.pattern();
    Optional<Bed> open = Bed.where(beds, user -> !isExempt(path, user));
    Bed bed = next(open.orElse(beds.get(0)));
    String why =
        open.isPresent()
            ? Plant.pageOf("forbidden-import")
            : "no package is left that may not use it: " + exemptions(path.except());
    String imports =
        switch (pattern.kind()) {
          case TYPE -> "import %s;\n".formatted(pattern.name());
          case MEMBER -> "import static %s.%s;\n".formatted(pattern.name(), pattern.member());
          case PACKAGE, TREE -> "import %s.SsotPlanted;\n".formatted(pattern.name());
        };
    plants.add(
        new Plant(
            List.of("forbidden-import"),
            "an import of `%s`, which %s forbids"
                .formatted(pattern.text(), Plant.place(path.line())),
            bed.type("Planted"),
            Map.of(bed.path("Planted"), bed.text(imports + "\nclass Planted {}\n")),
            why));
  }

  private static boolean isExempt(ForbiddenPath path, String user) {
    AccessPattern pattern = path.pattern();
    boolean inside = pattern.kind() != AccessPattern.Kind.MEMBER && Patterns.covers(pattern, user);
    return inside
        || path.except().stream().anyMatch(exception -> Patterns.covers(exception.from(), user));
  }

  private static String exemptions(List<AccessException> except) {
    return except.isEmpty() ? "the path covers all of the code itself" : Plant.exemptions(except);
  }

  private void role(RoleCast cast) {
    Optional<TypeEntry> canonical = cast.canonical();
    String of = "of the role `%s`".formatted(cast.role().id());
    if (canonical.isPresent()) {
      copy(cast, canonical.get());
      literals(cast, canonical.get());
    } else {
      untried.put(
          "duplicate-implementation", "the code of the canonical %s is a library's".formatted(of));
    }
    Bed home = canonical.map(entry -> Bed.below(entry.unit())).orElse(beds.get(0));
    messages(cast, home);
    namesake(cast, home);
    heirs(cast, home);
    settings(cast.role(), home);
    if (cast.role().paths().real().areAsked()) {
      mock(cast.role(), home);
    }
  }

  /** A copy of the canonical's file under another type name, in another package. */
  private void copy(RoleCast cast, TypeEntry canonical) {
    String rule = "duplicate-implementation";
    if (!canonical.type().isTopLevel()) {
      untried.put(rule, "`%s` is nested in another type".formatted(canonical.name()));
      return;
    }
    Bed bed = next(Bed.below(canonical.unit()));
    String own = canonical.type().simpleName();
    String name = "Planted" + own;
    String text =
        sources.apply(canonical.unit().path()).replaceAll("\\b" + Pattern.quote(own) + "\\b", name);
    String owner = canonical.unit().packageName();
    String head = bed.text(owner.isEmpty() ? "" : "import %s.*;\n".formatted(owner));
    String moved =
        owner.isEmpty()
            ? head + text
            : text.replaceFirst("package\\s+" + Pattern.quote(owner) + "\\s*;", head);
    plants.add(
        new Plant(
            List.of(rule),
            "a renamed copy of `%s`, the canonical of the role `%s`"
                .formatted(canonical.name(), cast.role().id()),
            bed.type(name),
            Map.of(bed.path(name), moved),
            unrelated(cast.role(), bed.type(name)).orElse("")));
  }

  private static Optional<String> unrelated(Role role, String name) {
    return role.unrelated().stream()
        .filter(text -> Patterns.covers(AccessPattern.parse(text.value()), name))
        .map(
            text ->
                "`%s` (%s) calls it unrelated".formatted(text.value(), Plant.place(text.line())))
        .findFirst();
  }

  private void literals(RoleCast cast, TypeEntry canonical) {
    List<String> written = new ArrayList<>();
    Stream.concat(
            Stream.of(canonical.name()),
            cast.role().values().constants().stream().map(PolicyText::value))
        .distinct()
        .flatMap(type -> constants.of(type).stream())
        .filter(fact -> fact.reach() == ConstantFact.Reach.EVERYWHERE)
        .map(ConstantFact::value)
        .filter(TellingValues::isTelling)
        .limit(MOST_LITERALS)
        .forEach(value -> written.add(literal(value)));
    if (written.isEmpty()) {
      untried.putIfAbsent(
          "duplicated-literal",
          "the role `%s` has no public constant whose value tells what it stands for"
              .formatted(cast.role().id()));
      return;
    }
    Bed bed = next(Bed.below(canonical.unit()));
    StringBuilder body = new StringBuilder("class Planted {\n  void write(Object out) {\n");
    written.forEach(value -> body.append("    out.equals(").append(value).append(");\n"));
    plant(
        "duplicated-literal",
        "values of the role `%s` written out, %s among them"
            .formatted(cast.role().id(), written.get(0)),
        bed,
        "Planted",
        bed.text(body.append("  }\n}\n").toString()));
  }

  private static String literal(Value value) {
    return value.kind() == Value.Kind.TEXT
        ? '"' + value.text().replace("\\", "\\\\").replace("\"", "\\\"") + '"'
        : value.text();
  }

  private void messages(RoleCast cast, Bed home) {
    List<String> texts = new Dispatches(codebase, constants).messages(cast).texts();
    if (texts.size() < FEWEST_MESSAGES) {
      untried.putIfAbsent(
          "scattered-dispatch",
          "the role `%s` has no three message types that are texts".formatted(cast.role().id()));
      return;
    }
    Bed bed = next(home);
    StringBuilder body =
        new StringBuilder("class Planted {\n  void take(String type, Runnable one) {\n");
    body.append("    switch (type) {\n");
    for (String text : texts.subList(0, FEWEST_MESSAGES)) {
      body.append("      case \"").append(text.replace("\\", "\\\\").replace("\"", "\\\""));
      body.append("\":\n        one.run();\n        break;\n");
    }
    plant(
        "scattered-dispatch",
        "a branch over message types of the role `%s`".formatted(cast.role().id()),
        bed,
        "Planted",
        bed.text(body.append("    }\n  }\n}\n").toString()));
  }

  /** A type of the canonical's name with another contract, and a caller that needs that. */
  private void namesake(RoleCast cast, Bed home) {
    Bed bed = next(home);
    String canonical = cast.role().canonical().value();
    String name = DottedNames.last(canonical);
    Optional<String> shared = cast.canonical().flatMap(Plants::offered);
    Map<String, String> files = new TreeMap<>();
    files.put(
        bed.path(name),
        bed.text(
            "public class %s {\n  public void %s() {}\n\n  public void ssotPlanted(int one) {}\n}\n"
                .formatted(name, shared.orElse("ssotPlanted"))));
    Bed caller = bed.inner("caller");
    files.put(
        caller.path("Caller"),
        caller.text(
            "import %s;\n\nclass Caller {\n  void call(%s one) {\n    one.ssotPlanted(1);\n  }\n}\n"
                .formatted(bed.type(name), name)));
    files.put(
        caller.path("User"),
        caller.text("import %s;\n\nclass User {\n  %s one;\n}\n".formatted(canonical, name)));
    String role = cast.role().id();
    Optional<String> unrelated = unrelated(cast.role(), bed.type(name));
    plants.add(
        new Plant(
            List.of("forbidden-import"),
            "an import of another `%s` than the canonical of the role `%s`".formatted(name, role),
            "",
            files,
            unrelated.orElse(Plant.pageOf("forbidden-import"))));
    if (shared.isPresent()) {
      plants.add(
          new Plant(
              List.of("incompatible-contract"),
              "a namesake of `%s` whose caller would not bind to the role `%s`"
                  .formatted(name, role),
              bed.type(name),
              files,
              unrelated.orElse(Plant.pageOf("incompatible-contract"))));
    } else {
      untried.putIfAbsent(
          "incompatible-contract",
          "the canonical of the role `%s` has no public method that a namesake could share"
              .formatted(role));
    }
  }

  /** A method that a namesake can have in common with a canonical. */
  private static Optional<String> offered(TypeEntry canonical) {
    return canonical.type().methods().stream()
        .filter(method -> method.isPublic() && !method.isConstructor())
        .filter(method -> !method.traits().overrides())
        .map(MethodFact::name)
        .findFirst();
  }

  /** Heirs of the canonical: one that pretends, and one that is meant for tests. */
  private void heirs(RoleCast cast, Bed home) {
    String canonical = cast.role().canonical().value();
    String simple = DottedNames.last(canonical);
    boolean contract =
        cast.canonical().filter(entry -> entry.type().kind() == TypeKind.INTERFACE).isPresent();
    String inherits = (contract ? "implements " : "extends ") + simple;
    String role = cast.role().id();
    Bed bed = next(home);
    plant(
        "fake-success",
        "a method that answers `true` and does nothing, in an heir of the role `%s`"
            .formatted(role),
        bed,
        "Planted",
        bed.text(
            "import %s;\n\npublic class Planted %s {\n  public boolean send(String message) {\n    return true;\n  }\n}\n"
                .formatted(canonical, inherits)));
    Bed other = next(home);
    plant(
        "test-double-in-production",
        "a mock of the role `%s` in production code".formatted(role),
        other,
        "MockPlanted",
        other.text(
            "import %s;\n\npublic class MockPlanted %s {\n  public int answer() {\n    return 1;\n  }\n}\n"
                .formatted(canonical, inherits)));
  }

  /** Two users of the canonical that read one setting with different defaults. */
  private void settings(Role role, Bed home) {
    Bed one = next(home);
    Bed other = one.inner("other");
    String canonical = role.canonical().value();
    String text =
        "import %s;\n\nclass Planted {\n  %s used;\n\n  String limit() {\n    return System.getProperty(\"ssot.planted.%s\", \"%s\");\n  }\n}\n";
    String simple = DottedNames.last(canonical);
    plants.add(
        new Plant(
            List.of("conflicting-constant"),
            "a setting that two users of the role `%s` read with different defaults"
                .formatted(role.id()),
            one.type("Planted"),
            Map.of(
                one.path("Planted"),
                one.text(text.formatted(canonical, simple, role.id(), "40")),
                other.path("Planted"),
                other.text(text.formatted(canonical, simple, role.id(), "50"))),
            unrelated(role, one.type("Planted")).orElse(Plant.pageOf("conflicting-constant"))));
  }

  /** A test that mocks the canonical, beside the tests of the codebase if it has some. */
  private void mock(Role role, Bed home) {
    List<AccessException> except = role.paths().real().except();
    List<Bed> tests = Bed.of(codebase, SourceKind.TEST);
    Optional<Bed> open =
        Bed.where(
            tests.isEmpty() ? List.of(home) : tests,
            user -> except.stream().noneMatch(one -> Patterns.covers(one.from(), user)));
    Bed bed = next(open.orElse(tests.isEmpty() ? home : tests.get(0)));
    String canonical = role.canonical().value();
    plants.add(
        new Plant(
            List.of("mocked-canonical"),
            "a test that mocks `%s`, which the role `%s` wants real"
                .formatted(canonical, role.id()),
            bed.type("PlantedTest"),
            Map.of(
                bed.path("PlantedTest"),
                bed.text(
                    "import %s;\nimport org.junit.jupiter.api.Test;\nimport org.mockito.Mock;\n\nclass PlantedTest {\n  @Mock %s mocked;\n\n  @Test\n  void passes() {}\n}\n"
                        .formatted(canonical, DottedNames.last(canonical)))),
            open.isPresent()
                ? Plant.pageOf("mocked-canonical")
                : "no package of tests is left that may not mock it: " + exemptions(except)));
  }
}
