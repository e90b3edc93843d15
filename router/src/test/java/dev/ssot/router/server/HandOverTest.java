package dev.ssot.router.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.util.concurrent.DefaultEventExecutor;
import io.netty.util.concurrent.EventExecutor;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HandOverTest {

  private static final long PATIENCE_SECONDS = 20;
  private static final int QUEUED = 100;

  private final EventExecutor loop = new DefaultEventExecutor();
  private final HandlerPool pool = new HandlerPool(1, 2, QUEUED, Duration.ofMinutes(5));
  private final Executor handOver = new HandOver(pool, List.of(loop));

  @AfterEach
  void stop() {
    pool.stop();
    loop.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
  }

  @Test
  void whatALoopBringsRunsWhenItsTurnIsOver() throws Exception {
    CountDownLatch done = new CountDownLatch(3);
    HandlerPoolTest.awaitUnwatched(pool);
    int threads =
        loop.submit(
                () -> {
                  for (int i = 0; i < 3; i++) {
                    handOver.execute(done::countDown);
                  }
                  return pool.threads();
                })
            .get();
    assertEquals(0, threads);
    await(done);
  }

  @Test
  void ofManyTheFirstNeedNotWaitForTheEndOfTheTurn() throws Exception {
    CountDownLatch done = new CountDownLatch(1);
    HandlerPoolTest.awaitUnwatched(pool);
    loop.submit(
            () -> {
              handOver.execute(done::countDown);
              for (int i = 0; i < 20; i++) {
                handOver.execute(() -> {});
              }
              await(done);
              return true;
            })
        .get();
  }

  @Test
  void whatOtherThreadsBringRunsAtOnce() throws Exception {
    CountDownLatch done = new CountDownLatch(1);
    handOver.execute(done::countDown);
    await(done);
  }

  @Test
  void aFullPoolRefusesWhileTheLoopCanStillAnswer() {
    ExecutionException refused =
        assertThrows(
            ExecutionException.class,
            () ->
                loop.submit(
                        () -> {
                          for (int i = 0; i <= 2 * QUEUED; i++) {
                            handOver.execute(HandOverTest::waitForEver);
                          }
                        })
                    .get());
    assertTrue(refused.getCause() instanceof RejectedExecutionException);
  }

  private static void waitForEver() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private static void await(CountDownLatch latch) throws InterruptedException {
    assertTrue(latch.await(PATIENCE_SECONDS, TimeUnit.SECONDS));
  }
}
