package dev.ssot.rules.codebase.bytecode;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.SourceCodeLocation;
import com.tngtech.archunit.core.domain.properties.HasSourceCodeLocation;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;
import com.tngtech.archunit.lang.Priority;
import dev.ssot.rules.codebase.RuleBreach;
import dev.ssot.rules.codebase.UserRules;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.AccessibleObject;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates ArchUnit rules of the user: what is annotated with {@code @ArchTest} in classes of a
 * class path.
 *
 * <p>Their code is loaded by a class loader of its own, which shares the JDK and ArchUnit's core
 * with this program and nothing else. Which classes they judge is what the scan reads, whatever
 * {@code @AnalyzeClasses} says; all of these are in memory at the same time.
 */
public final class ArchRules {

  private static final String ARCH_TEST = "com.tngtech.archunit.junit.ArchTest";
  private static final String ARCH_IGNORE = "com.tngtech.archunit.junit.ArchIgnore";
  private static final String ARCH_TESTS = "com.tngtech.archunit.junit.ArchTests";

  private final List<Path> classPath;
  private final List<String> names;

  /**
   * Rules of the user.
   *
   * @param classPath absolute folders and archives
   * @param names qualified names of the classes that hold the rules
   */
  public ArchRules(List<Path> classPath, List<String> names) {
    this.classPath = List.copyOf(classPath);
    this.names = List.copyOf(names);
  }

  /** A rule that could not be loaded or evaluated; the message names it, the cause, the remedy. */
  public static final class Failure extends RuntimeException {

    Failure(String message, @Nullable Throwable cause) {
      super(message, cause);
    }
  }

  /**
   * Evaluates them on the classes of some roots.
   *
   * @throws Failure if a class has no rules, or a rule fails otherwise than by being violated
   */
  public UserRules evaluate(List<Path> roots) {
    try (URLClassLoader loader = new URLClassLoader(urls(), new SharedClasses())) {
      JavaClasses classes =
          isolated(
              () ->
                  new ClassFileImporter()
                      .withImportOption(location -> !location.contains("/META-INF/"))
                      .importLocations(roots.stream().map(ArchRules::location).toList()));
      Evaluation evaluation = new Evaluation(classes);
      for (String name : names) {
        evaluation.evaluate(load(name, loader));
      }
      return evaluation.result();
    } catch (IOException e) {
      throw new UncheckedIOException("The class path of the rules cannot be closed", e);
    }
  }

  /** Imports without looking for missing classes on the class path of this program. */
  static JavaClasses isolated(Supplier<JavaClasses> work) {
    return ArchConfiguration.withThreadLocalScope(
        (ArchConfiguration configuration) -> {
          configuration.setResolveMissingDependenciesFromClassPath(false);
          configuration.setMd5InClassSourcesEnabled(false);
          return work.get();
        });
  }

  private static Location location(Path root) {
    return Files.isRegularFile(root)
        ? Location.of(URI.create("jar:" + root.toUri() + "!/"))
        : Location.of(root);
  }

  private URL[] urls() {
    URL[] urls = new URL[classPath.size()];
    for (int i = 0; i < urls.length; i++) {
      try {
        urls[i] = classPath.get(i).toUri().toURL();
      } catch (MalformedURLException e) {
        throw new IllegalArgumentException("Not a place for classes: " + classPath.get(i), e);
      }
    }
    return urls;
  }

  private static Class<?> load(String name, ClassLoader loader) {
    try {
      return Class.forName(name, true, loader);
    } catch (ClassNotFoundException e) {
      throw new Failure(
          "There is no class `%s` on the class path of --arch-rules\n  help: write the qualified name, and name the folder or archive that holds it"
              .formatted(name),
          e);
    } catch (LinkageError e) {
      throw new Failure(
          "The rules in `%s` cannot be loaded: %s\n  help: put all that they need on the class path of --arch-rules"
              .formatted(name, e),
          e);
    }
  }

  /** What the code of the user shares with this program: the JDK, and ArchUnit without JUnit. */
  private static final class SharedClasses extends ClassLoader {

    SharedClasses() {
      super(ClassLoader.getPlatformClassLoader());
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      boolean shared =
          name.startsWith("com.tngtech.archunit.")
              && !name.startsWith("com.tngtech.archunit.junit.");
      if (!shared) {
        throw new ClassNotFoundException(name);
      }
      return Class.forName(name, false, ArchRule.class.getClassLoader());
    }
  }

  /** One evaluation of all rules, in the order of classes and then of names. */
  private static final class Evaluation {

    private final JavaClasses classes;
    private final List<String> evaluated = new ArrayList<>();
    private final List<RuleBreach> breaches = new ArrayList<>();
    private int ignored;

    Evaluation(JavaClasses classes) {
      this.classes = classes;
    }

    UserRules result() {
      return new UserRules(evaluated, ignored, breaches);
    }

    void evaluate(Class<?> holder) {
      int before = evaluated.size() + ignored;
      fields(holder);
      methods(holder);
      if (evaluated.size() + ignored == before) {
        throw new Failure(
            "`%s` holds no rule: no field and no method of it has the annotation `@ArchTest`\n  help: name a class that holds rules, and put archunit-junit5-api on the class path of --arch-rules"
                .formatted(holder.getName()),
            null);
      }
    }

    private void fields(Class<?> holder) {
      List<Field> fields =
          Arrays.stream(holder.getDeclaredFields())
              .filter(field -> has(field, ARCH_TEST))
              .sorted(Comparator.comparing(Field::getName))
              .toList();
      for (Field field : fields) {
        String rule = holder.getName() + "#" + field.getName();
        if (has(field, ARCH_IGNORE) || has(holder, ARCH_IGNORE)) {
          ignored++;
          continue;
        }
        Object value =
            guarded(rule, () -> field.get(instance(holder, field.getModifiers(), field)));
        if (value instanceof ArchRule archRule) {
          evaluated.add(rule);
          evaluate(rule, archRule);
        } else if (value.getClass().getName().equals(ARCH_TESTS)) {
          Object other =
              guarded(
                  rule, () -> value.getClass().getMethod("getDefinitionLocation").invoke(value));
          evaluate((Class<?>) other);
        } else {
          throw new Failure(
              "`%s` is no rule but a `%s`\n  help: make it an `ArchRule`"
                  .formatted(rule, value.getClass().getName()),
              null);
        }
      }
    }

    private void evaluate(String rule, ArchRule archRule) {
      EvaluationResult result = guarded(rule, () -> archRule.evaluate(classes));
      boolean minor = result.getPriority() == Priority.LOW;
      result.<Object>handleViolations(
          (objects, message) ->
              breaches.add(breach(rule, archRule.getDescription(), message, minor, objects)));
    }

    private void methods(Class<?> holder) {
      List<Method> methods =
          Arrays.stream(holder.getDeclaredMethods())
              .filter(method -> has(method, ARCH_TEST))
              .sorted(Comparator.comparing(Method::getName))
              .toList();
      for (Method method : methods) {
        String rule = holder.getName() + "#" + method.getName();
        if (has(method, ARCH_IGNORE) || has(holder, ARCH_IGNORE)) {
          ignored++;
          continue;
        }
        evaluated.add(rule);
        guarded(rule, () -> asserted(rule, holder, method));
      }
    }

    /** A method asserts; the lines of what it throws, apart from the first, are the breaches. */
    private Object asserted(String rule, Class<?> holder, Method method)
        throws ReflectiveOperationException {
      try {
        method.invoke(instance(holder, method.getModifiers(), method), classes);
      } catch (InvocationTargetException e) {
        if (!(e.getCause() instanceof AssertionError violation)) {
          throw e;
        }
        String message = String.valueOf(violation.getMessage());
        if (!message.startsWith("Architecture Violation")) {
          throw e;
        }
        List<String> lines = message.lines().toList();
        String description = lines.get(0).replaceFirst(".* - Rule '(.*)' was violated.*", "$1");
        lines.stream()
            .skip(1)
            .forEach(line -> breaches.add(breach(rule, description, line, false, List.of())));
      }
      return rule;
    }

    private static boolean has(AnnotatedElement element, String annotation) {
      return Arrays.stream(element.getAnnotations())
          .anyMatch(one -> one.annotationType().getName().equals(annotation));
    }

    private static @Nullable Object instance(
        Class<?> holder, int modifiers, AccessibleObject member)
        throws ReflectiveOperationException {
      member.setAccessible(true);
      if (Modifier.isStatic(modifiers)) {
        return null;
      }
      Constructor<?> constructor = holder.getDeclaredConstructor();
      constructor.setAccessible(true);
      return constructor.newInstance();
    }

    private static RuleBreach breach(
        String rule, String description, String message, boolean minor, Collection<?> objects) {
      Optional<SourceCodeLocation> place =
          objects.stream()
              .filter(HasSourceCodeLocation.class::isInstance)
              .map(object -> ((HasSourceCodeLocation) object).getSourceCodeLocation())
              .findFirst();
      return new RuleBreach(
          rule,
          description,
          message,
          minor,
          place.map(at -> at.getSourceClass().getName()).orElse(""),
          place.map(SourceCodeLocation::getLineNumber).orElse(0));
    }
  }

  /** Something of the user's code that may throw anything. */
  private interface Work<T> {

    T run() throws ReflectiveOperationException;
  }

  private static <T> T guarded(String rule, Work<T> work) {
    try {
      return work.run();
    } catch (Failure e) {
      throw e;
    } catch (InvocationTargetException e) {
      throw failure(rule, e.getCause() == null ? e : e.getCause());
    } catch (ReflectiveOperationException | RuntimeException | LinkageError | AssertionError e) {
      throw failure(rule, e);
    }
  }

  private static Failure failure(String rule, Throwable cause) {
    return new Failure(
        "The rule `%s` failed otherwise than by a violation: %s\n  help: mend the rule, or leave its class out of --arch-rule"
            .formatted(rule, cause),
        cause);
  }
}
