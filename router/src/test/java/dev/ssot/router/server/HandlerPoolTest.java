package dev.ssot.router.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.util.concurrent.DefaultEventExecutor;
import io.netty.util.concurrent.EventExecutor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HandlerPoolTest {

  private static final Duration LONG = Duration.ofMinutes(5);
  private static final long PATIENCE_SECONDS = 20;

  private final List<HandlerPool> pools = new ArrayList<>();

  @AfterEach
  void stop() {
    pools.forEach(HandlerPool::stop);
  }

  @Test
  void everyTaskOfManyThreadsRunsOnce() throws InterruptedException {
    HandlerPool pool = pool(2, 8, 1_000_000, LONG);
    int each = 20_000;
    CountDownLatch done = new CountDownLatch(4 * each);
    AtomicInteger runs = new AtomicInteger();
    for (int i = 0; i < 4; i++) {
      new Thread(
              () -> {
                for (int task = 0; task < each; task++) {
                  pool.execute(
                      () -> {
                        runs.incrementAndGet();
                        done.countDown();
                      });
                }
              })
          .start();
    }
    await(done);
    assertEquals(4 * each, runs.get());
    assertTrue(pool.threads() >= 1 && pool.threads() <= 8);
  }

  @Test
  void tasksThatWaitHoldNobodyUpAsLongAsThereMayBeMoreThreads() throws InterruptedException {
    HandlerPool pool = pool(1, 4, 100, LONG);
    CountDownLatch gate = new CountDownLatch(1);
    CountDownLatch held = new CountDownLatch(3);
    for (int i = 0; i < 3; i++) {
      pool.execute(
          () -> {
            held.countDown();
            waitFor(gate);
          });
    }
    await(held);
    CountDownLatch other = new CountDownLatch(1);
    pool.execute(other::countDown);
    await(other);
    gate.countDown();
  }

  @Test
  void whatATaskHasPostedDoesNotWaitForTheNextTask() throws InterruptedException {
    HandlerPool pool = pool(1, 2, 100, LONG);
    EventExecutor loop = new DefaultEventExecutor();
    CountDownLatch gate = new CountDownLatch(1);
    CountDownLatch posted = new CountDownLatch(3);
    pool.queue(() -> HandlerPool.post(loop, posted::countDown));
    pool.queue(
        () -> {
          HandlerPool.post(loop, posted::countDown);
          waitFor(gate);
        });
    pool.wake();
    HandlerPool.post(loop, posted::countDown);
    await(posted);
    gate.countDown();
    loop.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
  }

  @Test
  void whatATaskPostsAfterItHasADeputyIsAnnouncedAtOnce() throws InterruptedException {
    HandlerPool pool = pool(1, 2, 100, LONG);
    EventExecutor loop = new DefaultEventExecutor();
    CountDownLatch held = new CountDownLatch(1);
    CountDownLatch other = new CountDownLatch(1);
    CountDownLatch posted = new CountDownLatch(1);
    CountDownLatch gate = new CountDownLatch(1);
    pool.execute(
        () -> {
          held.countDown();
          waitFor(other);
          HandlerPool.post(loop, posted::countDown);
          waitFor(gate);
        });
    await(held);
    pool.execute(other::countDown);
    await(posted);
    gate.countDown();
    loop.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
  }

  @Test
  void aThreadThatComesBackFromALongTaskIsWatchedAgain() throws InterruptedException {
    HandlerPool pool = pool(1, 3, 100, LONG);
    CountDownLatch held = new CountDownLatch(1);
    CountDownLatch first = new CountDownLatch(1);
    CountDownLatch second = new CountDownLatch(1);
    CountDownLatch other = new CountDownLatch(1);
    pool.execute(
        () -> {
          held.countDown();
          waitFor(first);
        });
    await(held);
    awaitUnwatched(pool);
    pool.queue(() -> waitFor(second));
    pool.queue(other::countDown);
    first.countDown();
    await(other);
    second.countDown();
  }

  @Test
  void aTaskThatWasQueuedRunsWhenTheNextOneIsGiven() throws InterruptedException {
    HandlerPool pool = pool(2, 4, 100, LONG);
    CountDownLatch done = new CountDownLatch(2);
    awaitUnwatched(pool);
    pool.queue(done::countDown);
    assertEquals(0, pool.threads());
    pool.execute(done::countDown);
    await(done);
  }

  @Test
  void whenEveryThreadIsHeldUpTheRestRunsAfterwards() throws InterruptedException {
    HandlerPool pool = pool(2, 2, 100, LONG);
    CountDownLatch gate = new CountDownLatch(1);
    CountDownLatch held = new CountDownLatch(2);
    CountDownLatch others = new CountDownLatch(10);
    for (int i = 0; i < 2; i++) {
      pool.execute(
          () -> {
            held.countDown();
            waitFor(gate);
          });
    }
    await(held);
    for (int i = 0; i < 10; i++) {
      pool.execute(others::countDown);
    }
    assertEquals(10, others.getCount());
    assertEquals(2, pool.threads());
    gate.countDown();
    await(others);
  }

  @Test
  void moreThanMayWaitAreRefused() throws InterruptedException {
    HandlerPool pool = pool(1, 1, 2, LONG);
    CountDownLatch gate = new CountDownLatch(1);
    CountDownLatch held = new CountDownLatch(1);
    pool.execute(
        () -> {
          held.countDown();
          waitFor(gate);
        });
    await(held);
    CountDownLatch others = new CountDownLatch(2);
    pool.execute(others::countDown);
    pool.execute(others::countDown);
    RejectedExecutionException refused =
        assertThrows(RejectedExecutionException.class, () -> pool.execute(others::countDown));
    assertEquals("2 tasks wait already", refused.getMessage());
    gate.countDown();
    await(others);
  }

  @Test
  void whatATaskThrowsAndItsInterruptAreNothingToTheNext() throws InterruptedException {
    HandlerPool pool = pool(1, 1, 10, LONG);
    CountDownLatch done = new CountDownLatch(1);
    AtomicBoolean interrupted = new AtomicBoolean(true);
    pool.execute(
        () -> {
          Thread.currentThread().interrupt();
          throw new IllegalStateException("broken on purpose");
        });
    pool.execute(
        () -> {
          interrupted.set(Thread.currentThread().isInterrupted());
          done.countDown();
        });
    await(done);
    assertFalse(interrupted.get());
  }

  @Test
  void threadsThatNobodyNeedsEndAndComeBack() throws InterruptedException {
    HandlerPool pool = pool(2, 4, 100, Duration.ofMillis(1));
    for (int round = 0; round < 50; round++) {
      CountDownLatch done = new CountDownLatch(3);
      for (int i = 0; i < 3; i++) {
        pool.execute(done::countDown);
      }
      await(done);
    }
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (pool.threads() > 0 && System.nanoTime() < deadline) {
      TimeUnit.MILLISECONDS.sleep(1);
    }
    assertEquals(0, pool.threads());
  }

  @Test
  void stoppingInterruptsWhatRunsAndRefusesWhatComes() throws InterruptedException {
    HandlerPool pool = pool(1, 1, 10, LONG);
    CountDownLatch held = new CountDownLatch(1);
    CountDownLatch freed = new CountDownLatch(1);
    pool.execute(
        () -> {
          held.countDown();
          waitFor(new CountDownLatch(1));
          freed.countDown();
        });
    await(held);
    pool.stop();
    await(freed);
    RejectedExecutionException refused =
        assertThrows(RejectedExecutionException.class, () -> pool.execute(() -> {}));
    assertEquals("The pool is stopped", refused.getMessage());
  }

  private HandlerPool pool(int processors, int threads, int queued, Duration keepIdle) {
    HandlerPool pool = new HandlerPool(processors, threads, queued, keepIdle);
    pools.add(pool);
    return pool;
  }

  private static void waitFor(CountDownLatch gate) {
    try {
      gate.await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /** Waits until the watch sleeps, so that nothing starts a thread that the test has not woken. */
  static void awaitUnwatched(HandlerPool pool) throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!pool.isUnwatched()) {
      assertTrue(System.nanoTime() < deadline, "The watch of the pool does not sleep");
      TimeUnit.MILLISECONDS.sleep(1);
    }
  }

  private static void await(CountDownLatch latch) throws InterruptedException {
    assertTrue(latch.await(PATIENCE_SECONDS, TimeUnit.SECONDS));
  }
}
