package dev.ssot.rules.codebase.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ssot.rules.model.Evidence;
import dev.ssot.rules.model.Finding;
import dev.ssot.rules.model.Problem;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RecordCodecTest {

  private static Object thereAndBack(Object value) {
    ByteSink sink = new ByteSink();
    new RecordWriter(sink).value(value);
    return new RecordReader(new ByteSource(Arrays.copyOf(sink.bytes(), sink.size()))).value();
  }

  /** Findings with every kind of evidence and every mark. */
  @Test
  void givesBackWhatItTook() {
    Distinct distinct = new Distinct(3);
    for (int i = 0; i < 60; i++) {
      Finding finding = distinct.value(Finding.class);
      assertEquals(finding, thereAndBack(finding));
    }
    Set<Class<?>> evidence = new HashSet<>(List.of(Evidence.class.getPermittedSubclasses()));
    evidence.removeAll(distinct.records());
    assertEquals(Set.of(), evidence);
  }

  @Test
  void keepsTheOrderOfWhatHasOne() {
    List<Object> value =
        List.of(3, 1L << 40, -2, "b", "a", "b", true, 0.5, Optional.of(List.of("c")));

    assertEquals(value, thereAndBack(value));
    assertEquals(Map.of("k", Set.of(1)), thereAndBack(Map.of("k", Set.of(1))));
  }

  @Test
  void refusesWhatNoRecordOfTheModelHolds() {
    IllegalArgumentException refusal =
        assertThrows(IllegalArgumentException.class, () -> thereAndBack(new Object()));

    assertTrue(
        String.valueOf(refusal.getMessage()).contains("java.lang.Object"), refusal::toString);
  }

  /** Whatever the bytes say, only values of this module come into being. */
  @Test
  void makesNothingElse() {
    ByteSink sink = new ByteSink();
    new RecordWriter(sink).value(new Problem(Problem.Kind.REMARK, "p", 1, "c", "r"));
    String type = "dev.ssot.rules.model.Problem";
    for (String other : List.of("java.lang.ProcessBuilder!!!!", "dev.ssot.rules.scan.ScanNope")) {
      assertEquals(type.length(), other.length());
      byte[] bytes = Arrays.copyOf(sink.bytes(), sink.size());
      byte[] name = other.getBytes(StandardCharsets.ISO_8859_1);
      System.arraycopy(name, 0, bytes, 3, name.length);

      assertThrows(
          IllegalArgumentException.class, () -> new RecordReader(new ByteSource(bytes)).value());
    }
  }
}
