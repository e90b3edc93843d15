package dev.ssot.cli.warm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ssot.rules.model.Baseline;
import dev.ssot.rules.model.Grounds;
import dev.ssot.rules.model.Policy;
import dev.ssot.rules.scan.ScanCache;
import dev.ssot.rules.scan.ScanListener;
import dev.ssot.rules.scan.ScanRefusal;
import dev.ssot.rules.scan.ScanRequest;
import dev.ssot.rules.scan.ScannedCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Questions get the newest state, one after the other, and looks that are due together are one. */
class WorkspaceTest {

  private final Path folder;
  private final ScanCache cache = ScanCache.staying(Optional.empty(), System::currentTimeMillis);
  private final Bench bench = new Bench();
  private final AtomicInteger asked = new AtomicInteger();
  private final List<String> seen = Collections.synchronizedList(new ArrayList<>());
  private final Workspace workspace =
      new Workspace(this::request, ScanListener.silent(), new Eyes(), bench);

  WorkspaceTest(@TempDir Path folder) throws IOException {
    this.folder = folder.toRealPath();
    write("A.java", "class A {}");
  }

  @AfterEach
  void end() {
    bench.close();
  }

  private void write(String name, String text) {
    try {
      Files.writeString(folder.resolve(name), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void delete(String name) {
    try {
      Files.delete(folder.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ScanRequest request() {
    asked.incrementAndGet();
    Grounds grounds = new Grounds(LocalDate.of(2026, 6, 1), Baseline.none());
    return new ScanRequest(folder, List.of(folder), Policy.none(), Set.of(), grounds, 1)
        .with(cache);
  }

  /** Notes how many types each state has. */
  private final class Eyes implements Workspace.Viewer {

    @Override
    public void see(ScannedCode code) {
      seen.add(String.valueOf(types(code)));
    }

    @Override
    public void trouble(RuntimeException why) {
      seen.add(why.getClass().getSimpleName());
    }
  }

  private static int types(ScannedCode code) {
    return code.result().coverage().types();
  }

  private <A> CompletableFuture<A> ask(Function<ScannedCode, A> question) {
    return workspace.ask(() -> false, question).toCompletableFuture();
  }

  @Test
  void aQuestionSeesWhatHasChangedSinceTheOneBefore() {
    assertEquals(1, ask(WorkspaceTest::types).join());
    assertEquals(1, ask(WorkspaceTest::types).join());
    write("B.java", "class B {}");
    assertEquals(2, ask(WorkspaceTest::types).join());
    assertEquals(List.of("1", "2"), seen);
  }

  @Test
  void looksThatAreDueTogetherAreOne() {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch busy = new CountDownLatch(1);
    CompletableFuture<Boolean> first =
        ask(
            code -> {
              begun.countDown();
              await(busy);
              return true;
            });
    await(begun);
    for (int i = 0; i < 10; i++) {
      write("T%s.java".formatted(i), "class T%s {}".formatted(i));
      workspace.look(0);
    }
    busy.countDown();
    assertTrue(first.join());
    assertEquals(11, ask(WorkspaceTest::types).join());
    assertEquals(3, asked.get());
    assertEquals(List.of("1", "11"), seen);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void whatNobodyWaitsForIsNotAsked() {
    CompletableFuture<Integer> idle =
        workspace.ask(() -> true, WorkspaceTest::types).toCompletableFuture();
    assertThrows(CancellationException.class, idle::join);
    assertEquals(0, asked.get());
  }

  @Test
  void whatKeepsAProjectFromBeingJudgedIsTheAnswer() {
    workspace.look(0);
    delete("A.java");
    workspace.look(0);
    CompletionException failure =
        assertThrows(CompletionException.class, () -> ask(WorkspaceTest::types).join());
    assertTrue(failure.getCause() instanceof ScanRefusal, failure.toString());
    write("A.java", "class A {}");
    assertEquals(1, ask(WorkspaceTest::types).join());
    workspace.look(0);
    bench.close();
    assertEquals("ScanRefusal", seen.get(seen.size() - 2));
    assertEquals("1", seen.get(seen.size() - 1));
  }

  @Test
  void aQuestionThatFailsHarmsNoOther() {
    CompletableFuture<Integer> failing =
        ask(
            code -> {
              throw new IllegalStateException("no");
            });
    assertThrows(CompletionException.class, failing::join);
    assertEquals(1, ask(WorkspaceTest::types).join());
  }

  @Test
  void questionsFromManyThreadsAreAnsweredOneAtATime() {
    AtomicInteger atOnce = new AtomicInteger();
    List<CompletableFuture<Boolean>> answers = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      answers.add(CompletableFuture.supplyAsync(() -> ask(code -> isAlone(atOnce)).join()));
    }
    answers.forEach(answer -> assertTrue(answer.join()));
    assertEquals(List.of("1"), seen);
  }

  private static boolean isAlone(AtomicInteger atOnce) {
    boolean alone = atOnce.incrementAndGet() == 1;
    atOnce.decrementAndGet();
    return alone;
  }

  @Test
  void nothingIsBegunAfterTheEnd() {
    bench.stop();
    workspace.look(0);
    assertThrows(CancellationException.class, () -> ask(WorkspaceTest::types).join());
    boolean[] closed = new boolean[1];
    workspace.end(() -> closed[0] = true);
    assertTrue(closed[0]);
    assertFalse(asked.get() > 0);
  }
}
