package dev.ssot.junit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A project with a policy and the canonical that it names, and nothing wrong. */
record SampleProject(Path folder) {

  static SampleProject in(Path folder) {
    return new SampleProject(folder)
        .file(
            "ssot.yaml",
            """
            version: 1
            roles:
              - id: session-store
                title: keeping sessions
                canonical: com.acme.core.SessionStore
            """)
        .file("src/main/java/com/acme/core/SessionStore.java", store("core", "SessionStore"));
  }

  /** Plants a renamed copy of the canonical. */
  SampleProject plantRival() {
    return file("src/main/java/com/acme/edge/UserCache.java", store("edge", "UserCache"));
  }

  SampleProject file(String name, String text) {
    try {
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String store(String packageName, String name) {
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
          text.append(entry.getKey()).append('=').append(entry.getValue()).append(';');
        }
        return text.append(opened).append(" opened").toString();
      }
    }
    """
        .formatted(packageName, name);
  }
}
