package dev.ssot.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Which classes touch what is around the process: streams, clock, environment, locale, exit.
 *
 * <p>Everything else is a function of its arguments. The router is a program of its own and has a
 * test of its own.
 */
class ProcessTest {

  private static final Pattern AROUND =
      Pattern.compile(
          "System\\.(out|err|in|exit|getenv|getProperty|setProperty|console|nanoTime"
              + "|currentTimeMillis|lineSeparator)"
              + "|Runtime\\.(exit|halt|addShutdownHook)"
              + "|(Instant|LocalDate|LocalTime|LocalDateTime|ZonedDateTime|OffsetDateTime|Year)\\.now"
              + "|Clock\\.system.*"
              + "|Date\\.<init>"
              + "|(Locale|TimeZone|ZoneId)\\.(getDefault|setDefault|systemDefault)"
              + "|Charset\\.defaultCharset"
              + "|Thread\\.sleep"
              + "|Throwable\\.printStackTrace"
              + "|FileDescriptor\\.(in|out|err)"
              + "|InetAddress\\.getLocalHost");

  private static final JavaClasses PRODUCT =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.ssot.rules", "dev.ssot.reports", "dev.ssot.cli");

  @Test
  void onlyTheEdgeOfTheProgramTouchesTheProcess() {
    assertEquals(
        new TreeMap<>(
            Map.of(
                "dev.ssot.cli.Main",
                    Set.of("Locale.setDefault", "System.err", "System.exit", "System.setProperty"),
                "dev.ssot.cli.CacheOptions",
                    Set.of("System.currentTimeMillis", "System.getProperty"),
                "dev.ssot.cli.ContextOptions", Set.of("Instant.now"),
                "dev.ssot.cli.Failures", Set.of("Throwable.printStackTrace"),
                "dev.ssot.cli.Surroundings",
                    Set.of(
                        "FileDescriptor.err",
                        "FileDescriptor.in",
                        "FileDescriptor.out",
                        "LocalDate.now",
                        "System.getenv",
                        "System.nanoTime"),
                "dev.ssot.cli.Terminals", Set.of("System.console", "System.getProperty"))),
        touches());
  }

  private static Map<String, Set<String>> touches() {
    Map<String, Set<String>> touches = new TreeMap<>();
    for (JavaClass type : PRODUCT) {
      for (JavaAccess<?> access : type.getAccessesFromSelf()) {
        String target = access.getTargetOwner().getSimpleName() + "." + access.getName();
        if (AROUND.matcher(target).matches()) {
          touches.computeIfAbsent(type.getName(), name -> new TreeSet<>()).add(target);
        }
      }
    }
    return touches;
  }
}
