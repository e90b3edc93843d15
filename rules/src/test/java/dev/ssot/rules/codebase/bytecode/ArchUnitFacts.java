package dev.ssot.rules.codebase.bytecode;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaCodeUnitReference;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.Source;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;
import dev.ssot.rules.codebase.ClassFact;
import dev.ssot.rules.codebase.ClassUse;
import dev.ssot.rules.codebase.Interner;
import dev.ssot.rules.codebase.Modifier;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The facts of class files as ArchUnit sees them, to hold those of the product against. */
final class ArchUnitFacts {

  private final Interner interner = new Interner();

  private String one(String text) {
    return interner.one(text);
  }

  /** The facts of an archive by the names of the classes. */
  static Map<String, ClassFact> of(Path archive) {
    ArchUnitFacts facts = new ArchUnitFacts();
    Map<String, ClassFact> byName = new TreeMap<>();
    JavaClasses classes =
        ArchRules.isolated(
            () ->
                new ClassFileImporter()
                    .withImportOption(location -> !location.contains("/META-INF/"))
                    .withImportOption(location -> !location.contains("-info.class"))
                    .importLocations(
                        List.of(Location.of(URI.create("jar:" + archive.toUri() + "!/")))));
    classes.forEach(type -> byName.put(type.getName(), facts.read(type)));
    return byName;
  }

  private ClassFact read(JavaClass type) {
    String file = type.getSource().flatMap(Source::getFileName).orElse("");
    List<String> supertypes = new ArrayList<>();
    type.getRawSuperclass().ifPresent(parent -> supertypes.add(one(parent.getName())));
    type.getRawInterfaces().stream()
        .map(parent -> one(parent.getName()))
        .sorted()
        .forEach(supertypes::add);
    return new ClassFact(
        one(type.getName()),
        new ClassFact.Origin("", "", one(file)),
        supertypes,
        type.getCodeUnits().stream().map(this::method).sorted(byName()).toList(),
        type.getFields().stream()
            .map(this::field)
            .sorted(Comparator.comparing(ClassFact.Field::name))
            .toList(),
        uses(type));
  }

  private static Comparator<ClassFact.Method> byName() {
    return Comparator.comparing(ClassFact.Method::name).thenComparing(ClassFact.Method::parameters);
  }

  private ClassFact.Method method(JavaCodeUnit unit) {
    return new ClassFact.Method(
        one(unit.getName()),
        parameters(unit.getRawParameterTypes()),
        modifiers(unit.getModifiers()));
  }

  private ClassFact.Field field(JavaField field) {
    return new ClassFact.Field(
        one(field.getName()),
        one(field.getRawType().getName()),
        modifiers(field.getModifiers()),
        field.getModifiers().contains(JavaModifier.SYNTHETIC));
  }

  private String parameters(List<JavaClass> types) {
    return one(types.stream().map(JavaClass::getName).collect(Collectors.joining(",", "(", ")")));
  }

  private static Set<Modifier> modifiers(Set<JavaModifier> all) {
    Set<Modifier> modifiers = EnumSet.noneOf(Modifier.class);
    for (Modifier one : Modifier.values()) {
      if (all.contains(JavaModifier.valueOf(one.name()))) {
        modifiers.add(one);
      }
    }
    return modifiers;
  }

  private List<ClassUse> uses(JavaClass type) {
    Set<ClassUse> uses = new HashSet<>();
    Set<String> reached = new HashSet<>(Set.of(type.getName()));
    for (JavaAccess<?> access : type.getAccessesFromSelf()) {
      // A bridge is the compiler's, calls the method that it stands for, and has no line of its
      // own.
      if (!access.getOrigin().getModifiers().contains(JavaModifier.BRIDGE)) {
        uses.add(use(access));
      }
      reached.add(access.getTargetOwner().getName());
    }
    Map<String, Integer> named = new HashMap<>();
    for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
      JavaClass target = dependency.getTargetClass().getBaseComponentType();
      if (!target.isPrimitive() && !reached.contains(target.getName())) {
        int line = dependency.getSourceCodeLocation().getLineNumber();
        named.merge(one(target.getName()), line, ArchUnitFacts::earliest);
      }
    }
    named.forEach(
        (name, line) -> uses.add(new ClassUse(ClassUse.Kind.NAMING, "", name, "", "", line)));
    return List.copyOf(uses);
  }

  /** Of two lines the first that is known; 0 stands for an unknown one. */
  private static int earliest(int one, int other) {
    return one == 0 || other == 0 ? Math.max(one, other) : Math.min(one, other);
  }

  private ClassUse use(JavaAccess<?> access) {
    String parameters =
        access.getTarget() instanceof CodeUnitAccessTarget target
            ? parameters(target.getRawParameterTypes())
            : "";
    return new ClassUse(
        kind(access),
        one(access.getOrigin().getName()),
        one(access.getTargetOwner().getBaseComponentType().getName()),
        one(access.getTarget().getName()),
        parameters,
        Math.max(0, access.getLineNumber()));
  }

  private static ClassUse.Kind kind(JavaAccess<?> access) {
    if (access instanceof JavaFieldAccess field) {
      return field.getAccessType() == JavaFieldAccess.AccessType.SET
          ? ClassUse.Kind.WRITE
          : ClassUse.Kind.READ;
    }
    return access instanceof JavaCodeUnitReference ? ClassUse.Kind.REFERENCE : ClassUse.Kind.CALL;
  }
}
