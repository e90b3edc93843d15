package dev.ssot.router;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.ssot.router.protocol.ClientMessage;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What a handler is given leads to nothing of anybody else: whatever can be called on it, and on
 * what those calls return, and so on.
 */
class IsolationArchitectureTest {

  private static final JavaClasses MAIN =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.ssot.router");

  /** Whoever has one of these can reach connections or users. */
  private static final List<Class<?>> REGISTRIES =
      List.of(
          MessageRouter.class,
          Core.class,
          Users.class,
          UserState.class,
          UserConnections.class,
          ConnectionTable.class,
          Connection.class,
          Outlet.class,
          Topics.class,
          WatchedLog.class);

  @Test
  void givesAHandlerNoWayToConnectionsAndOtherUsers() {
    Set<String> reached = reachable(MAIN, Context.class, ClientMessage.class, Handler.class);
    assertTrue(reached.contains("dev.ssot.router.run.OpenTool"), reached::toString);
    assertEquals(Set.of(), found(reached));
    assertTrue(!reached.contains(Tenant.class.getName()), "every handler has a whole tenant");
  }

  @Test
  void givesATenantHandlerTheTenantAndNoConnections() {
    Set<String> reached = reachable(MAIN, Context.class, Tenant.class, ClientMessage.class);
    assertTrue(reached.contains(Reach.class.getName()), reached::toString);
    assertEquals(Set.of(), found(reached));
  }

  @Test
  void keepsRegistriesToThePackage() {
    for (Class<?> registry : REGISTRIES) {
      boolean handle = registry == MessageRouter.class || registry == Connection.class;
      JavaClass type = MAIN.get(registry);
      assertEquals(handle, type.getModifiers().contains(JavaModifier.PUBLIC), type.getName());
    }
  }

  @Test
  void makesNoRegistryOutsideOfARouter() {
    assertEquals(Set.of(), staticRegistries(MAIN));
    JavaClasses kept = new ClassFileImporter().importClasses(KeptForAll.class);
    assertEquals(2, staticRegistries(kept).size(), staticRegistries(kept)::toString);
  }

  /** Static fields that hold a registry, also within something else. */
  private static Set<String> staticRegistries(JavaClasses classes) {
    Set<String> registries = REGISTRIES.stream().map(Class::getName).collect(Collectors.toSet());
    return classes.stream()
        .flatMap(type -> type.getFields().stream())
        .filter(field -> field.getModifiers().contains(JavaModifier.STATIC))
        .filter(
            field ->
                field.getType().getAllInvolvedRawTypes().stream()
                    .map(JavaClass::getName)
                    .anyMatch(registries::contains))
        .map(JavaMember::getFullName)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** A search that finds nothing anywhere proves nothing. */
  @Test
  void findsTheWayThatALeakyContextWouldOpen() {
    JavaClasses leaky = new ClassFileImporter().importClasses(LeakyContext.class, Detour.class);
    Set<String> reached = reachable(leaky, LeakyContext.class);
    assertEquals(Set.of(Connection.class.getName()), found(reached));
  }

  private static Set<String> found(Set<String> reached) {
    return REGISTRIES.stream()
        .map(Class::getName)
        .filter(reached::contains)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> reachable(JavaClasses classes, Class<?>... given) {
    Set<String> reached = new TreeSet<>();
    ArrayDeque<String> open = new ArrayDeque<>();
    Stream.of(given).map(Class::getName).forEach(open::add);
    while (!open.isEmpty()) {
      String name = open.removeFirst();
      if (reached.add(name) && classes.contain(name)) {
        exposed(classes.get(name)).forEach(open::add);
      }
    }
    return reached;
  }

  /** The types that a stranger gets from calling the public methods and reading public fields. */
  private static Collection<String> exposed(JavaClass type) {
    Set<String> exposed = new TreeSet<>();
    type.getMethods().stream()
        .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
        .map(JavaCodeUnit::getReturnType)
        .forEach(returned -> add(returned, exposed));
    type.getFields().stream()
        .filter(field -> field.getModifiers().contains(JavaModifier.PUBLIC))
        .forEach(field -> add(field.getType(), exposed));
    type.getSubclasses().forEach(sub -> exposed.add(sub.getName()));
    return exposed;
  }

  private static void add(JavaType type, Set<String> exposed) {
    type.getAllInvolvedRawTypes().stream()
        .map(JavaClass::getBaseComponentType)
        .map(JavaClass::getName)
        .forEach(exposed::add);
  }

  /** Keeps connections where everybody finds them. */
  @SuppressWarnings("UnusedVariable")
  private static final class KeptForAll {
    private static final Optional<Connection> LATEST = Optional.empty();
    private static final List<Map<String, UserState>> ALL = List.of();
  }

  /** Gives a connection away by way of a list of something else. */
  @SuppressWarnings({"UnusedMethod", "EffectivelyPrivate"})
  private static final class LeakyContext {
    public List<Detour> detours() {
      return List.of();
    }
  }

  /** What stands between. */
  @SuppressWarnings("unused")
  private interface Detour {
    Connection connection();
  }
}
