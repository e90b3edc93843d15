package dev.ssot.rules.codebase.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ssot.rules.codebase.FileFacts;
import dev.ssot.rules.codebase.ServiceFile;
import dev.ssot.rules.codebase.SourceUnit;
import dev.ssot.rules.model.Problem;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class CodecTest {

  private static final int SEEDS = 60;

  @TestFactory
  Stream<DynamicTest> givesBackWhatItTook() {
    return LongStream.range(0, SEEDS)
        .mapToObj(
            seed ->
                DynamicTest.dynamicTest(
                    "seed " + seed,
                    () -> {
                      Distinct distinct = new Distinct(seed);
                      List<FileFacts> facts =
                          List.of(distinct.value(FileFacts.class), distinct.value(FileFacts.class));
                      assertEquals(facts, thereAndBack(facts));
                    }));
  }

  @Test
  void theValuesAreOfAllRecordsAndConstants() {
    Distinct distinct = new Distinct(1);
    for (int i = 0; i < SEEDS; i++) {
      distinct.value(FileFacts.class);
    }
    assertTrue(
        distinct.records().containsAll(List.of(SourceUnit.class, ServiceFile.class, Problem.class)),
        distinct.records().toString());
    assertEquals(28, distinct.records().size(), distinct.records().toString());
    assertEquals(11, distinct.constants().size(), distinct.constants().toString());
    distinct
        .constants()
        .forEach(
            (type, count) -> assertTrue(count >= type.getEnumConstants().length, type.toString()));
  }

  @Test
  void aTextIsWrittenOnce() {
    FileFacts facts = new Distinct(7).value(FileFacts.class);
    Texts.Numbered texts = new Texts.Numbered();
    ByteSink once = new ByteSink();
    new FactWriter(once, texts).facts(facts);
    ByteSink before = new ByteSink();
    texts.write(before);
    new FactWriter(once, texts).facts(facts);
    ByteSink after = new ByteSink();
    texts.write(after);

    assertEquals(before.size(), after.size());
  }

  @Test
  void numbersOfAnySizeComeBack() {
    int[] numbers =
        IntStream.range(0, Integer.SIZE)
            .flatMap(bit -> IntStream.of(1 << bit, (1 << bit) - 1, -(1 << bit)))
            .toArray();
    ByteSink sink = new ByteSink();
    for (int number : numbers) {
      sink.number(number);
      sink.difference(number);
      sink.fixed(number);
      sink.fixed((long) number << 7);
    }
    ByteSource source = new ByteSource(sink.bytes());
    for (int number : numbers) {
      assertEquals(number, source.number());
      assertEquals(number, source.difference());
      assertEquals(number, source.fixed());
      assertEquals((long) number << 7, source.fixedLong());
    }
    assertFalse(numbers.length == 0);
  }

  private static List<FileFacts> thereAndBack(List<FileFacts> facts) {
    ByteSink sink = new ByteSink();
    Texts.Numbered numbered = new Texts.Numbered();
    FactWriter writer = new FactWriter(sink, numbered);
    facts.forEach(writer::facts);
    ByteSink index = new ByteSink();
    numbered.write(index);
    Texts texts = new Texts(index.bytes(), new ByteSource(index.bytes()));
    ByteSource source = new ByteSource(sink.bytes());
    return facts.stream().map(one -> new FactReader(source, texts).facts()).toList();
  }
}
