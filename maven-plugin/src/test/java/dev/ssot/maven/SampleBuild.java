package dev.ssot.maven;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A build of three modules: {@code core} with the canonical of a role, {@code edge} that uses it
 * and has its tests in a folder of an unusual name, {@code wire} whose sources lie where builds
 * write.
 */
record SampleBuild(Path folder) {

  static final String CONFIGURED = "<!-- more -->";

  private static final String PLUGINS =
      """
          <plugins>
            <plugin>
              <artifactId>maven-resources-plugin</artifactId>
              <version>3.3.1</version>
            </plugin>
            <plugin>
              <artifactId>maven-compiler-plugin</artifactId>
              <version>3.14.0</version>
            </plugin>
            <plugin>
              <artifactId>maven-surefire-plugin</artifactId>
              <version>3.5.3</version>
              <configuration>
                <skipTests>true</skipTests>
              </configuration>
            </plugin>
            <plugin>
              <artifactId>maven-jar-plugin</artifactId>
              <version>3.4.2</version>
            </plugin>
          </plugins>
      """;

  private static final String PLUGIN =
      """
          <plugins>
            <plugin>
              <groupId>dev.ssot</groupId>
              <artifactId>ssot-maven-plugin</artifactId>
              <version>0.1.0</version>
              <executions>
                <execution>
                  <goals>
                    <goal>check</goal>
                  </goals>
                </execution>
              </executions>
            </plugin>
          </plugins>
      """;

  /** The modules, all clean. */
  static SampleBuild in(Path folder) {
    return new SampleBuild(folder)
        .root("", PLUGIN)
        .file(
            "ssot.yaml",
            """
            version: 1
            roles:
              - id: session-store
                title: keeping sessions
                canonical: com.acme.core.SessionStore
                forbid:
                  - path: com.acme.core.OldSessions
                    reason: it forgets sessions
                    use: com.acme.core.SessionStore
            """)
        .module("core", "")
        .file("core/src/main/java/com/acme/core/SessionStore.java", store("core", "SessionStore"))
        .module(
            "edge",
            """
            <dependencies>
              <dependency>
                <groupId>com.acme</groupId>
                <artifactId>core</artifactId>
                <version>1</version>
              </dependency>
            </dependencies>
            <build>
              <testSourceDirectory>proofs</testSourceDirectory>
            </build>
            """)
        .file(
            "edge/src/main/java/com/acme/edge/Edge.java",
            """
            package com.acme.edge;

            import com.acme.core.SessionStore;

            public class Edge {
              private final SessionStore store = new SessionStore();

              public String greet(String user) {
                return store.find(user).orElse("nobody");
              }
            }
            """)
        .file("edge/proofs/com/acme/edge/StoreForProofs.java", store("edge", "StoreForProofs"))
        .module(
            "wire",
            """
            <build>
              <sourceDirectory>${project.build.directory}/wire-code</sourceDirectory>
            </build>
            """)
        .file("wire/target/wire-code/com/acme/wire/WireStore.java", store("wire", "WireStore"));
  }

  /** The root, with elements of its own and with some plugins. */
  SampleBuild root(String elements, String plugins) {
    return file(
        "pom.xml",
        """
        <project xmlns="http://maven.apache.org/POM/4.0.0">
          <modelVersion>4.0.0</modelVersion>
          <groupId>com.acme</groupId>
          <artifactId>acme</artifactId>
          <version>1</version>
          <packaging>pom</packaging>
          <modules>
            <module>core</module>
            <module>edge</module>
            <module>wire</module>
          </modules>
          <properties>
            <maven.compiler.release>17</maven.compiler.release>
            <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
          </properties>
          %s
          <build>
            <pluginManagement>
        %s
            </pluginManagement>
        %s
          </build>
        </project>
        """
            .formatted(elements, PLUGINS, plugins));
  }

  /** A module with elements of its own. */
  SampleBuild module(String name, String elements) {
    return file(
        name + "/pom.xml",
        """
        <project xmlns="http://maven.apache.org/POM/4.0.0">
          <modelVersion>4.0.0</modelVersion>
          <parent>
            <groupId>com.acme</groupId>
            <artifactId>acme</artifactId>
            <version>1</version>
          </parent>
          <artifactId>%s</artifactId>
        %s
        </project>
        """
            .formatted(name, elements));
  }

  /** Plants a renamed copy of the canonical in another module. */
  SampleBuild plantRival() {
    return file(RIVAL, store("edge", "UserCache"));
  }

  static final String RIVAL = "edge/src/main/java/com/acme/edge/UserCache.java";

  SampleBuild delete(String file) {
    try {
      Files.delete(folder.resolve(file));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  SampleBuild file(String name, String text) {
    try {
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String text(String name) {
    try {
      return Files.readString(folder.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the plugin tells the program of these modules, as somebody would who knows the build. */
  List<String> arguments() {
    return List.of(
        "--policy",
        "ssot.yaml",
        "--tests",
        "edge/proofs",
        "--generated",
        "wire/target/wire-code",
        "--compiled",
        "core/target/classes",
        "--compiled",
        "edge/target/classes",
        "--compiled",
        "wire/target/classes",
        "core/src/main/java",
        "edge/src/main/java",
        "edge/proofs",
        "wire/target/wire-code");
  }

  private static String store(String module, String name) {
    return """
    package com.acme.%s;

    import java.util.HashMap;
    import java.util.Map;
    import java.util.Optional;

    public class %s {
      private final Map<String, String> sessions = new HashMap<>();
      private int opened;

      public boolean open(String user, String session) {
        if (sessions.containsKey(user) || session.isBlank()) {
          return false;
        }
        sessions.put(user, session);
        opened++;
        return true;
      }

      public Optional<String> find(String user) {
        String session = sessions.get(user);
        return session == null ? Optional.empty() : Optional.of(session.trim());
      }

      public int closeAll(String prefix) {
        int before = sessions.size();
        sessions.keySet().removeIf(user -> user.startsWith(prefix));
        return before - sessions.size();
      }

      public String summary() {
        StringBuilder text = new StringBuilder();
        for (Map.Entry<String, String> entry : sessions.entrySet()) {
          text.append(entry.getKey()).append('=').append(entry.getValue()).append('\\n');
        }
        return text.append(opened).append(" opened").toString();
      }
    }
    """
        .formatted(module, name);
  }
}
