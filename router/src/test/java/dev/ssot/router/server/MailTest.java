package dev.ssot.router.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.util.concurrent.DefaultEventExecutor;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MailTest {

  private static final long PATIENCE_SECONDS = 20;

  private final DefaultEventExecutor loop = new DefaultEventExecutor();
  private final Mail mail = new Mail();

  @AfterEach
  void stop() {
    loop.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
  }

  @Test
  void whatWasPostedRunsInItsOrderWhenItIsAnnounced() throws InterruptedException {
    AtomicInteger ran = new AtomicInteger();
    CountDownLatch done = new CountDownLatch(1);
    for (int i = 0; i < 3; i++) {
      int own = i;
      mail.post(loop, () -> ran.compareAndSet(own, own + 1));
    }
    mail.post(loop, done::countDown);
    mail.announceAll();
    await(done);
    assertEquals(3, ran.get());
  }

  @Test
  void manyTasksAreAnnouncedWithoutBeingAsked() throws InterruptedException {
    CountDownLatch done = new CountDownLatch(16);
    for (int i = 0; i < 16; i++) {
      mail.post(loop, done::countDown);
      mail.announceIfDue();
    }
    await(done);
  }

  @Test
  void anotherThreadMayAnnounce() throws InterruptedException {
    CountDownLatch done = new CountDownLatch(1);
    mail.post(loop, done::countDown);
    Thread other = new Thread(mail::announce);
    other.start();
    await(done);
    other.join();
  }

  @Test
  void aLoopThatHasEndedTakesNothingAndIsNotWoken() {
    mail.post(loop, () -> {});
    stop();
    mail.announceAll();
    assertThrows(RejectedExecutionException.class, () -> mail.post(loop, () -> {}));
  }

  private static void await(CountDownLatch latch) throws InterruptedException {
    assertTrue(latch.await(PATIENCE_SECONDS, TimeUnit.SECONDS));
  }
}
