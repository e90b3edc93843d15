package dev.ssot.benchmarks;

import dev.ssot.benchmarks.data.Label;
import dev.ssot.benchmarks.data.Labels;
import dev.ssot.benchmarks.measure.Corpus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Two small libraries with a hex codec each, and labels for them. */
public final class Fixture {

  private static final String CODEC =
      """
      import java.util.Locale;

      public class %1$s {
        private static final char[] DIGITS = "0123456789abcdef".toCharArray();
        private int calls;

        public String %2$s(byte[] bytes) {
          calls++;
          StringBuilder text = new StringBuilder(bytes.length * 2);
          for (byte one : bytes) {
            text.append(DIGITS[(one >> 4) & 0xf]);
            text.append(DIGITS[one & 0xf]);
          }
          return text.toString();
        }

        public byte[] %3$s(String text) {
          if (text.length() %% 2 != 0) {
            throw new IllegalArgumentException("odd number of digits: " + text);
          }
          byte[] bytes = new byte[text.length() / 2];
          for (int i = 0; i < bytes.length; i++) {
            int high = digit(text.charAt(2 * i));
            int low = digit(text.charAt(2 * i + 1));
            bytes[i] = (byte) ((high << 4) | low);
          }
          calls++;
          return bytes;
        }

        private int digit(char one) {
          int value = Character.digit(one, 16);
          if (value < 0) {
            throw new IllegalArgumentException("no digit: " + one);
          }
          return value;
        }

        public String upper(byte[] bytes) {
          return bytes.length == 0 ? "" : %2$s(bytes).toUpperCase(Locale.ROOT);
        }

        public int calls() {
          return calls;
        }
      }
      """;

  private static final String COUNTER =
      """
      public class LineCounter {
        private final java.util.Map<String, Integer> counts = new java.util.TreeMap<>();

        public void add(String line) {
          String trimmed = line.strip();
          if (!trimmed.isEmpty()) {
            counts.merge(trimmed, 1, Integer::sum);
          }
        }

        public int most() {
          return counts.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        }

        public String report() {
          StringBuilder report = new StringBuilder();
          counts.forEach((line, count) -> report.append(count).append(' ').append(line).append('\\n'));
          return report.toString();
        }
      }
      """;

  private static final String LABELS =
      """
      test\thex-codec\trival\tcopy\tone:a.HexCodec\ttwo:b.HexTool\tboth turn bytes into digits
      test\thex-codec\tnegative\tsame-suffix\tone:a.HexCodec\ttwo:b.LineCounter\tit counts lines
      """;

  private final Path folder;

  /** Writes the libraries. */
  public Fixture(Path folder) {
    this.folder = folder;
    new Sources(folder)
        .type("one", "a.HexCodec", codec("HexCodec", "encode", "decode"))
        .type("two", "b.HexTool", codec("HexTool", "encode", "decode"))
        .type("two", "b.LineCounter", COUNTER);
    // Something that is unlike, so that not everything in the codebase is rare.
    IntStream.range(0, 12)
        .forEach(
            i ->
                new Sources(folder)
                    .type(
                        "one",
                        "a.part.Part" + i,
                        "public class Part%s { int go%s(int x) { return x * %s; } String name() { return \"part%s\"; } }"
                            .formatted(i, i, i, i)));
  }

  /** A codec of about 230 tokens. */
  public static String codec(String name, String encode, String decode) {
    return CODEC.formatted(name, encode, decode);
  }

  public Path folder() {
    return folder;
  }

  /** Both libraries as one codebase. */
  public Corpus corpus() {
    return Corpus.read("test", folder, List.of("one", "two"), 1);
  }

  /** A rival and a negative. */
  public List<Label> labels() {
    return labels(LABELS);
  }

  /** The labels of a text. */
  public List<Label> labels(String text) {
    Path file = folder.resolve("labels.tsv");
    try {
      Files.writeString(file, text.lines().collect(Collectors.joining("\n", "", "\n")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Labels.read(file);
  }
}
