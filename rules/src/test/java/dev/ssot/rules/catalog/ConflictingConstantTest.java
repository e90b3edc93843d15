package dev.ssot.rules.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.ssot.rules.fixture.Project;
import dev.ssot.rules.fixture.TestPolicy;
import dev.ssot.rules.model.Evidence;
import dev.ssot.rules.model.Finding;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConflictingConstantTest {

  private static final String CODEC =
      """
      package shop.wire;

      import java.time.Duration;

      public final class Codec {
        public static final int MAX_FRAME_SIZE = 64 * 1024;
        static final Duration RESUME_WINDOW = Duration.ofSeconds(30);
        static final int BUFFER_SIZE = 512;
        static final long LEASE_TIME_MS = 1_000;
        static final int FRAME_TEXT = 1;
        static final int FRAME_BINARY = 2;
        static final int FRAME_CLOSE = 3;
        static final String CODEC_NAME = "first";
      }
      """;

  private final Path folder;

  ConflictingConstantTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private static TestPolicy role() {
    return TestPolicy.empty().role("codec", "shop.wire.Codec");
  }

  private Project project() {
    return Project.in(folder).rules("conflicting-constant").policy(role()).java(CODEC);
  }

  /** A class of another package that uses the canonical. */
  private static String user(String constants) {
    return """
    package shop.push;

    import java.time.Duration;
    import java.util.concurrent.TimeUnit;
    import shop.wire.Codec;

    class Pusher {
      private final Codec codec = new Codec();
    %s
    }
    """
        .formatted(constants);
  }

  private static Finding only(Project project) {
    List<Finding> findings = project.assertMarkedFindings().findings();
    assertEquals(1, findings.size());
    return findings.get(0);
  }

  @Test
  void findsAConstantOfTheSameNameAndAnotherValue() {
    Finding finding =
        only(
            project()
                .java(
                    user(
                        "  static final int MAX_FRAME_SIZE = 1 << 15;"
                            + " // finds: conflicting-constant (warning)")));

    assertEquals(
        "`MAX_FRAME_SIZE` of the role `codec` is 32768 here and 65536 in `shop.wire.Codec`",
        finding.statement().message());
    assertEquals("shop.push.Pusher#MAX_FRAME_SIZE", finding.subject().text());
    assertEquals(
        List.of("64 * 1024 = 65536", "1 << 15 = 32768"),
        ((Evidence.Conflict) finding.evidence())
            .values().stream().map(value -> value.written() + " = " + value.value()).toList());
  }

  @Test
  void findsDifferentAmountsInDifferentUnits() {
    project()
        .java(
            user(
                """
                  static final long RESUME_WINDOW_MS = 20_000; // finds: conflicting-constant
                  static final int LEASE_TIME_SECONDS = 2; // finds: conflicting-constant
                """))
        .assertMarkedFindings();
  }

  @Test
  void pointsAtTheValueThatDiffersAndNotAtTheSameInAnotherUnit() {
    Finding finding =
        only(
            project()
                .java(
                    "package shop.wire; class Agrees { static final int RESUME_WINDOW_SECONDS = 30;"
                        + " }")
                .java(
                    user(
                        "  static final long RESUME_WINDOW_MS = 20_000;"
                            + " // finds: conflicting-constant")));

    assertEquals(
        "`RESUME_WINDOW` of the role `codec` is 20000 ms here and 30000 ms in `shop.wire.Codec`",
        finding.statement().message());
    assertEquals(3, ((Evidence.Conflict) finding.evidence()).values().size());
  }

  @Test
  void leavesTheSameAmountInAnotherNotationAlone() {
    project()
        .java(
            user(
                """
                  static final int MAX_FRAME_SIZE = 0x1_0000;
                  static final int RESUME_WINDOW_SECONDS = 30;
                  static final Duration LEASE_TIME = Duration.ofMillis(1000);
                """))
        .java(
            """
            package shop.wire;

            class Other {
              static final int MAX_FRAME_SIZE_KB = 64;
              static final long RESUME_WINDOW = java.util.concurrent.TimeUnit.SECONDS.toMillis(30);
              static final int LEASE_TIME = 1;
            }
            """)
        .assertMarkedFindings();
  }

  @Test
  void leavesAConstantAloneThatIsAnotherOne() {
    project()
        .java(user("  static final int MAX_FRAME_SIZE = Codec.MAX_FRAME_SIZE;"))
        .assertMarkedFindings();
  }

  @Test
  void leavesNamesOfEveryClassNumberingsAndTextsAlone() {
    project()
        .java(
            user(
                """
                  static final int BUFFER_SIZE = 1024;
                  static final int FRAME_TEXT = 7;
                  static final String CODEC_NAME = "second";
                  private static final long serialVersionUID = 3;
                """))
        .assertMarkedFindings();
  }

  @Test
  void leavesTypesAloneThatHaveNothingToDoWithTheRole() {
    project()
        .java("package shop.mail; class Mail { static final int MAX_FRAME_SIZE = 12; }")
        .test("package shop.wire; class CodecTest { static final int MAX_FRAME_SIZE = 13; }")
        .assertMarkedFindings();
    Project.in(folder)
        .rules("conflicting-constant")
        .policy(role().unrelated("shop.push.*"))
        .java(user("  static final int MAX_FRAME_SIZE = 14;"))
        .assertMarkedFindings();
  }

  @Test
  void comparesUsersWithTheCanonicalAndNotWithEachOther() {
    project()
        .java(user("  static final int WINDOW_FRAMES = 7;"))
        .java(user("  static final int WINDOW_FRAMES = 8;").replace("Pusher", "Puller"))
        .assertMarkedFindings();
  }

  @Test
  void findsTheDefaultsOfOneKey() {
    Finding finding =
        only(
            Project.in(folder)
                .rules("conflicting-constant")
                .policy(role())
                .java(
                    """
                    package shop.wire;

                    public class Codec {
                      @Value("${codec.window:30}")
                      int window;

                      int lease = Integer.getInteger("codec.lease", 5);
                    }
                    """)
                .java(
                    user(
                        """
                          private static final String KEY = "codec.window";
                          String window = System.getProperty(KEY, "60"); // finds: conflicting-constant
                          int lease = settings.getInt("codec.lease", 5);
                        """)));

    assertEquals(
        "`codec.window` of the role `codec` is 60 here and 30 in `shop.wire.Codec`",
        finding.statement().message());
  }

  @Test
  void findsAConflictWithTypesThatThePolicyNames() {
    Project.in(folder)
        .rules("conflicting-constant")
        .policy(role().constants("shop.limits.Limits"))
        .java("package shop.limits; public interface Limits { int MAX_FRAME_SIZE = 1; }")
        .java(
            "package shop.wire; class Frames { static final int MAX_FRAME_SIZE = 2; }"
                + " // finds: conflicting-constant")
        .java("package shop.wire; public final class Codec {}")
        .assertMarkedFindings();
  }

  @Test
  void comparesNeighboursWithTheCanonicalAndNotWithEachOther() {
    project()
        .java("package shop.wire; class Head { static final int FRAME_LIMIT = 1; }")
        .java("package shop.wire; class Tail { static final int FRAME_LIMIT = 2; }")
        .java(
            "package shop.wire; class Body { static final int MAX_FRAME_SIZE = 2; }"
                + " // finds: conflicting-constant")
        .assertMarkedFindings();
  }

  @Test
  void saysWhyItDidNotRun() {
    assertEquals(
        "the policy declares no role",
        Project.in(folder)
            .rules("conflicting-constant")
            .java(CODEC)
            .assertMarkedFindings()
            .coverage()
            .rules()
            .get(0)
            .notRun());
  }

  @Test
  void countsWhatItCompared() {
    assertEquals(3, project().assertMarkedFindings().coverage().rules().get(0).subjects());
  }
}
