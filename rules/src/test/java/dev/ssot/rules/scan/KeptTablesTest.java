package dev.ssot.rules.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ssot.rules.model.Grounds;
import dev.ssot.rules.model.Policy;
import dev.ssot.rules.model.ScanResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What discovery found out is kept beside the facts that it was computed from. */
class KeptTablesTest {

  private static final String ROUTER =
      """
      package %s;
      public class %s {
        private final java.util.Map<String, Runnable> handlers = new java.util.TreeMap<>();
        public void addMessageHandler(String target, Runnable handler) {
          if (target.isEmpty() || handlers.containsKey(target)) {
            throw new IllegalArgumentException("cannot add the handler of " + target);
          }
          handlers.put(target, handler);
        }
        public int dispatchMessage(String target, int most) {
          int count = 0;
          for (String known : handlers.keySet()) {
            if (known.startsWith(target) && count < most) {
              handlers.get(known).run();
              count++;
            }
          }
          return count;
        }
        public void removeMessageHandler(String target) {
          Runnable handler = handlers.remove(target);
          if (handler == null) {
            throw new IllegalStateException("there is no handler of " + target);
          }
        }
      }
      """;

  private final Path folder;
  private final Path cache;

  KeptTablesTest(@TempDir Path parent) {
    folder = parent.resolve("project");
    cache = parent.resolve("cache");
    write("a/MessageRouter.java", ROUTER.formatted("a", "MessageRouter"));
    write("b/MessageRouter.java", ROUTER.formatted("b", "MessageRouter"));
    write("c/User.java", "package c; class User { a.MessageRouter one; }");
  }

  private void write(String path, String text) {
    try {
      Files.createDirectories(folder.resolve(path).getParent());
      Files.writeString(folder.resolve(path), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private record Run(ScanResult result, ScanCache used) {}

  private ScanRequest request() {
    return new ScanRequest(folder, List.of(folder), Policy.none(), Set.of(), Grounds.none(), 2);
  }

  private ScanResult fresh() {
    return Scan.run(request(), ScanListener.silent());
  }

  /** A scan that finds facts and tables, but no result. */
  private Run run(boolean verify) throws IOException {
    Files.deleteIfExists(file(".result"));
    try (ScanCache used = ScanCache.in(cache, verify, () -> 0)) {
      return new Run(Scan.run(request().with(used), ScanListener.silent()), used);
    }
  }

  private Path file(String ending) throws IOException {
    if (!Files.exists(cache)) {
      return cache;
    }
    try (Stream<Path> files = Files.list(cache)) {
      return files
          .filter(file -> file.toString().endsWith(ending))
          .findFirst()
          .orElse(cache.resolve("none"));
    }
  }

  private byte[] tables() throws IOException {
    return Files.readAllBytes(file(".tables"));
  }

  @Test
  void areWrittenOnceForTheSameFacts() throws IOException {
    assertEquals(1, run(false).result().findings().size());
    byte[] tables = tables();
    Files.setLastModifiedTime(file(".tables"), FileTime.fromMillis(0));
    assertEquals(fresh(), run(false).result());

    assertEquals(0, Files.getLastModifiedTime(file(".tables")).toMillis());
    assertEquals(ByteBuffer.wrap(tables), ByteBuffer.wrap(tables()));
  }

  @Test
  void whatLacksIsWrittenAgain() throws IOException {
    run(false);
    Files.delete(file(".tables"));
    write("c/User.java", "package c; class User { b.MessageRouter one; }");
    Run run = run(false);

    assertEquals(fresh(), run.result());
    assertEquals(List.of(), run.used().damages());
    assertTrue(Files.exists(file(".tables")));
  }

  @Test
  void thoseOfOtherFactsAreNoneAndNoDamage() throws IOException {
    run(false);
    byte[] old = tables();
    write("b/MessageRouter.java", "package b; class MessageRouter {}");
    run(false);
    Files.write(file(".tables"), old);
    Run run = run(false);

    assertEquals(fresh(), run.result());
    assertEquals(List.of(), run.used().damages());
    assertFalse(ByteBuffer.wrap(old).equals(ByteBuffer.wrap(tables())));
  }

  @Test
  void everyDamageIsNoticedAndMended() throws IOException {
    Run clean = run(false);
    byte[] whole = tables();
    for (int at = 0; at < whole.length; at += Math.max(1, whole.length / 60)) {
      byte[] damaged = whole.clone();
      damaged[at] ^= (byte) (1 << at % 8);
      assertMended(damaged, clean);
    }
    for (int length : new int[] {0, 1, 15, whole.length / 2, whole.length - 1}) {
      assertMended(Arrays.copyOf(whole, length), clean);
    }
  }

  private void assertMended(byte[] damaged, Run clean) throws IOException {
    Files.write(file(".tables"), damaged);
    Run run = run(false);
    assertEquals(clean.result(), run.result());
    assertEquals(1, run.used().damages().size(), run.used().damages().toString());
    assertEquals(List.of(), run(false).used().damages());
  }

  /** Bytes that nobody wrote, under the checksum that they would have. */
  @Test
  void verifyingFindsWhatIsWrongUnderARightChecksum() throws IOException {
    Run clean = run(false);
    int differ = 0;
    int nonsense = 0;
    byte[] whole = tables();
    for (int at = 0; at < whole.length - 16; at += whole.length / 50) {
      byte[] wrong = whole.clone();
      wrong[at] ^= 0x40;
      seal(wrong);
      Files.write(file(".tables"), wrong);
      Run run = run(true);
      assertEquals(clean.result(), run.result());
      differ += run.used().resultDiffers() ? 1 : 0;
      nonsense += run.used().damages().size();
      assertFalse(run(true).used().resultDiffers());
    }
    assertTrue(differ > 0, differ + " differ");
    assertTrue(nonsense > 0, nonsense + " make no sense");
  }

  private static void seal(byte[] tables) {
    CRC32C checksum = new CRC32C();
    checksum.update(tables, 0, tables.length - 2 * Integer.BYTES);
    ByteBuffer.wrap(tables)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putInt(tables.length - 2 * Integer.BYTES, (int) checksum.getValue());
  }

  @Test
  void nothingIsKeptOfFilesThatWereNotUnderstood() throws IOException {
    write("c/Broken.java", "package c; class Broken { int");
    Run run = run(false);

    assertEquals(fresh(), run.result());
    assertTrue(Files.exists(file(".facts")));
  }

  @Test
  void manyRunsAtOnceDisturbNoneOfThem() throws IOException, InterruptedException {
    run(false);
    write("b/MessageRouter.java", ROUTER.formatted("b", "MessageRouter") + "class More {}");
    ScanResult expected = fresh();
    Queue<ScanResult> results = new ConcurrentLinkedQueue<>();
    Runnable scan =
        () -> {
          try (ScanCache used = ScanCache.in(cache, false, () -> 0)) {
            results.add(Scan.run(request().with(used), ScanListener.silent()));
          }
        };
    List<Thread> threads = Stream.generate(() -> new Thread(scan)).limit(6).toList();
    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      thread.join();
    }
    assertEquals(Collections.nCopies(6, expected), List.copyOf(results));
    Run after = run(false);
    assertEquals(expected, after.result());
    assertEquals(List.of(), after.used().damages());
  }
}
