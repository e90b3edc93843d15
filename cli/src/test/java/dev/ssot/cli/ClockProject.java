package dev.ssot.cli;

import java.nio.file.Path;

/** A project whose policy has a clock as canonical. */
final class ClockProject {

  private ClockProject() {}

  /**
   * The project with nothing wrong.
   *
   * @param sources the folder of its sources
   */
  static Project in(Path folder, String sources) {
    return new Project(folder)
        .file(
            "ssot.yaml",
            """
            version: 1
            roles:
              - id: clock
                title: telling the time
                canonical: com.acme.Clock
            """)
        .file(sources + "/com/acme/Clock.java", clock("com.acme"));
  }

  /** A clock that works, in a package. */
  static String clock(String packageName) {
    return """
    package %s;

    public class Clock {
      private long last;

      public long now(long nanos) {
        if (nanos < last) {
          throw new IllegalArgumentException("time went back");
        }
        last = nanos;
        return last / 1_000_000;
      }

      public boolean isLate(long due, long nanos) {
        long left = due - now(nanos);
        return left < 0 && left != Long.MIN_VALUE;
      }

      public String words(long nanos) {
        StringBuilder text = new StringBuilder();
        for (long rest = now(nanos); rest > 0; rest /= 60) {
          text.insert(0, ":" + rest %% 60);
        }
        return text.toString();
      }
    }
    """
        .formatted(packageName);
  }
}
