package dev.ssot.router.server;

import io.netty.util.concurrent.AbstractEventExecutor;
import io.netty.util.concurrent.EventExecutor;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Runs tasks on as few threads as keep the processors busy, and on more when tasks wait for
 * something.
 *
 * <p>Most handlers return within microseconds, and then a thread for each costs more in waking and
 * switching than the handlers do. So no more threads are awake than there are processors. Which of
 * them waits for a database or a model can't be told from outside; so a watch looks every
 * millisecond, and a thread that is still at the same task gets a deputy. A task, and what a task
 * has posted to an event loop, is held up by others for two milliseconds at most as long as there
 * may be more threads.
 *
 * <p>Safe for use by several threads.
 */
final class HandlerPool implements Executor {

  private static final Logger LOG = System.getLogger(HandlerPool.class.getName());
  private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

  /** Looks without anything to be seen after which the watch sleeps. */
  private static final int LOOKS = 16;

  /** Tasks for each thread that is awake before another one is woken at once. */
  private static final int QUEUED_EACH = 8;

  private final int processors;
  private final int mostThreads;
  private final int mostQueued;
  private final long keepIdleNanos;
  private final ConcurrentLinkedQueue<Runnable> tasks = new ConcurrentLinkedQueue<>();
  private final AtomicInteger queued = new AtomicInteger();

  /**
   * Claims: threads that look for tasks or are at one, without those that have a deputy. Whoever
   * gives up a claim looks at the queue afterwards, and whoever queues a task tries for a claim
   * afterwards, so that one of the two sees the other.
   */
  private final AtomicInteger claims = new AtomicInteger();

  private final AtomicInteger threads = new AtomicInteger();
  private final AtomicInteger names = new AtomicInteger();
  private final ConcurrentLinkedDeque<Worker> idle = new ConcurrentLinkedDeque<>();
  private final List<Worker> workers = new CopyOnWriteArrayList<>();
  private final Thread watch = new Thread(this::watch, "ssot-handlers-watch");
  private volatile boolean watchSleeps;
  private volatile boolean stopped;

  /**
   * A pool without threads; they come with the first tasks.
   *
   * @param processors threads that may be awake at once
   * @param mostThreads threads in all, those included that tasks hold up
   * @param mostQueued tasks that may wait for a thread
   * @param keepIdle how long a thread without a task is kept
   */
  HandlerPool(int processors, int mostThreads, int mostQueued, Duration keepIdle) {
    this.processors = processors;
    this.mostThreads = mostThreads;
    this.mostQueued = mostQueued;
    keepIdleNanos = keepIdle.toNanos();
    watch.setDaemon(true);
    watch.start();
  }

  /**
   * Runs a task soon.
   *
   * @throws RejectedExecutionException if too many wait, or the pool is stopped
   */
  @Override
  public void execute(Runnable task) {
    queue(task);
    wake();
  }

  /**
   * Takes a task that runs soon after the next {@link #wake}, or before.
   *
   * @throws RejectedExecutionException if too many wait, or the pool is stopped
   */
  void queue(Runnable task) {
    if (stopped) {
      throw new RejectedExecutionException("The pool is stopped");
    }
    if (queued.incrementAndGet() > mostQueued) {
      queued.decrementAndGet();
      throw new RejectedExecutionException("%s tasks wait already".formatted(mostQueued));
    }
    tasks.add(task);
  }

  /**
   * Has an event loop run a task soon. A thread of the pool posts several and then wakes the loop
   * once.
   *
   * @throws RejectedExecutionException if the loop has ended
   */
  static void post(EventExecutor loop, Runnable task) {
    if (Thread.currentThread() instanceof Worker worker
        && loop instanceof AbstractEventExecutor patient) {
      worker.post(patient, task);
    } else {
      loop.execute(task);
    }
  }

  /** Has a thread look at the queue if none does, and one more if much is in it. */
  void wake() {
    int awake = claims.get();
    if (awake == 0 || queued.get() > awake * QUEUED_EACH) {
      look();
    }
  }

  /** Interrupts what runs and forgets what waits. */
  void stop() {
    stopped = true;
    tasks.clear();
    LockSupport.unpark(watch);
    workers.forEach(Thread::interrupt);
  }

  /** Threads there are at the moment, the sleeping ones included. */
  int threads() {
    return threads.get();
  }

  /** Whether nobody looks which threads are held up, as none is awake. */
  boolean isUnwatched() {
    return watchSleeps;
  }

  private boolean claim() {
    int taken = claims.get();
    while (taken < processors) {
      if (claims.compareAndSet(taken, taken + 1)) {
        rouse();
        return true;
      }
      taken = claims.get();
    }
    return false;
  }

  /** Takes a claim back that a deputy was given; false if others have all of them by now. */
  private boolean reclaim() {
    boolean wanted = claims.incrementAndGet() <= processors;
    rouse();
    return wanted;
  }

  /** Wakes the watch, which sleeps while there is no claim; called by whoever has taken one. */
  private void rouse() {
    if (watchSleeps) {
      watchSleeps = false;
      LockSupport.unpark(watch);
    }
  }

  /** Has a thread look at the queue if there is something in it and nobody else will. */
  private void look() {
    if (!tasks.isEmpty() && claim()) {
      wakeOne();
    }
  }

  /** Passes a claim to a thread that sleeps or to a new one; gives it up if there can be none. */
  private void wakeOne() {
    Worker sleeper = idle.pollFirst();
    if (sleeper != null) {
      sleeper.wake();
    } else if (threads.incrementAndGet() <= mostThreads) {
      Worker fresh = new Worker("ssot-handler-" + names.incrementAndGet());
      workers.add(fresh);
      fresh.start();
    } else {
      threads.decrementAndGet();
      claims.decrementAndGet();
    }
  }

  /** Looks as long as a thread is awake, and a little longer, as the next tasks may be near. */
  private void watch() {
    int idleLooks = 0;
    while (!stopped) {
      LockSupport.parkNanos(this, LOOK_NANOS);
      workers.forEach(Worker::examine);
      look();
      idleLooks = claims.get() == 0 ? idleLooks + 1 : 0;
      if (idleLooks == LOOKS) {
        idleLooks = 0;
        sleep();
      }
    }
  }

  private void sleep() {
    watchSleeps = true;
    while (watchSleeps && claims.get() == 0 && !stopped) {
      LockSupport.park(this);
    }
    watchSleeps = false;
  }

  /** A thread of the pool. It starts with a claim. */
  private final class Worker extends Thread {

    /** In {@link #turn}: the watch has taken this thread's claim for a deputy. */
    private static final int DEPUTY = 1;

    private static final int NEXT_TURN = 2;

    private final AtomicInteger turn = new AtomicInteger();
    private final Mail mail = new Mail();
    private volatile boolean busy;
    private volatile boolean woken;
    private int seen;

    Worker(String name) {
      super(name);
      setDaemon(true);
    }

    void wake() {
      woken = true;
      LockSupport.unpark(this);
    }

    /** Posts a task to an event loop, which need not know of it before the thread has a pause. */
    void post(AbstractEventExecutor loop, Runnable task) {
      mail.post(loop, task);
      if ((turn.get() & DEPUTY) != 0) {
        mail.announce();
      }
    }

    /** Takes the claim if the thread is at the same task as the last time; for the watch alone. */
    void examine() {
      int now = turn.get();
      boolean heldUp = busy && now == seen && (now & DEPUTY) == 0;
      seen = now;
      if (heldUp && turn.compareAndSet(now, now | DEPUTY)) {
        mail.announce();
        claims.decrementAndGet();
        look();
      }
    }

    @Override
    public void run() {
      boolean wanted = true;
      while (wanted && !stopped) {
        work();
        wanted = rest();
      }
      workers.remove(this);
      threads.decrementAndGet();
      look();
    }

    /** Runs tasks until there are none, or until others have all the claims. */
    private void work() {
      boolean claimed = true;
      while (claimed && !stopped) {
        Runnable task = tasks.poll();
        if (task == null) {
          break;
        }
        queued.decrementAndGet();
        perform(task);
        mail.announceIfDue();
        int before = turn.getAndUpdate(old -> (old & ~DEPUTY) + NEXT_TURN);
        claimed = (before & DEPUTY) == 0 || reclaim();
      }
      mail.announceAll();
    }

    /** Runs one task, whose failures and interrupts are nothing to the next. */
    private void perform(Runnable task) {
      busy = true;
      try {
        task.run();
      } catch (RuntimeException | Error broken) {
        LOG.log(Level.ERROR, "A handler's task has failed", broken);
      } finally {
        busy = false;
        boolean unused = Thread.interrupted();
      }
    }

    /** Gives up the claim and sleeps until there is another; false if none came for long. */
    private boolean rest() {
      woken = false;
      idle.addFirst(this);
      claims.decrementAndGet();
      look();
      long end = System.nanoTime() + keepIdleNanos;
      while (!woken && !stopped) {
        long left = end - System.nanoTime();
        if (left <= 0 && idle.remove(this)) {
          return false;
        }
        LockSupport.parkNanos(HandlerPool.this, Math.max(1, left));
      }
      return true;
    }
  }
}
