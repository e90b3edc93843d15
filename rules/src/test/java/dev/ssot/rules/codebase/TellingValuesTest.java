package dev.ssot.rules.codebase;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.ssot.rules.codebase.Value.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

class TellingValuesTest {

  private static List<String> telling(Kind kind, String... texts) {
    return List.of(texts).stream()
        .filter(text -> TellingValues.isTelling(new Value(kind, text)))
        .toList();
  }

  @Test
  void textsOfSeveralWordsAreTelling() {
    List<String> all =
        List.of(
            "agent_started",
            "X-Tenant-Id",
            "queue.orders",
            "application/json",
            "/orders",
            "/topic/orders",
            "userMessageReceived");

    assertEquals(all, telling(Kind.TEXT, all.toArray(new String[0])));
  }

  @Test
  void wordsSentencesAndFormatsAreNot() {
    assertEquals(
        List.of(),
        telling(
            Kind.TEXT,
            "",
            "name",
            "message",
            "messageId",
            "a-b",
            "os.name",
            "java.io.tmpdir",
            "line.separator",
            "1-2-3-4-5",
            "No such user",
            "%s-%s",
            "{0}-{1}",
            "x_".repeat(60)));
  }

  @Test
  void numbersAreTellingThatNobodyComesToByHabit() {
    assertEquals(List.of("4429", "61613", "5672"), telling(Kind.NUMBER, "4429", "61613", "5672"));
  }

  @Test
  void roundNumbersAreNot() {
    assertEquals(
        List.of(),
        telling(
            Kind.NUMBER,
            "0",
            "1",
            "-1",
            "42",
            "100",
            "443",
            "1000",
            "1024",
            "1023",
            "8080",
            "3600",
            "86400",
            "65535",
            "65536",
            "10240",
            "32767",
            "4095",
            "9999",
            "2147483647",
            "0.12345",
            "12000",
            "1001",
            "4999"));
  }

  @Test
  void truthValuesAndDurationsAreNot() {
    assertEquals(List.of(), telling(Kind.TRUTH, "true"));
    assertEquals(List.of(), telling(Kind.DURATION, "4429"));
  }
}
