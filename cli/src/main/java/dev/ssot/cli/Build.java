package dev.ssot.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What builds the code of a folder, told by the files in it. */
final class Build {

  private static final List<String> GRADLE =
      List.of("settings.gradle", "settings.gradle.kts", "build.gradle", "build.gradle.kts");
  private static final List<String> MAVEN = List.of("pom.xml");

  private Build() {}

  /** Its name; the empty string where no such file is there. */
  static String of(Path folder) {
    Stream<String> gradle = has(folder, GRADLE) ? Stream.of("Gradle") : Stream.empty();
    Stream<String> maven = has(folder, MAVEN) ? Stream.of("Maven") : Stream.empty();
    return String.join(" and ", Stream.concat(gradle, maven).toList());
  }

  private static boolean has(Path folder, List<String> files) {
    return files.stream().anyMatch(file -> Files.exists(folder.resolve(file)));
  }
}
