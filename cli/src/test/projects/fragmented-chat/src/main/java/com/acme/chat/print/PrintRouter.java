package com.acme.chat.print;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Queue;

/** Queues transcripts for the printer with the right paper. */
public final class PrintRouter {

  /** Paper sizes that the office has. */
  public enum Paper {
    A4,
    A3,
    LETTER
  }

  /** A transcript to print. */
  public record Job(String title, int pages, Paper paper, boolean urgent) {}

  private static final int LONGEST_JOB = 400;

  private final Map<Paper, Queue<Job>> queues = new EnumMap<>(Paper.class);

  public PrintRouter() {
    Comparator<Job> order =
        Comparator.comparing(Job::urgent).reversed().thenComparingInt(Job::pages);
    for (Paper paper : Paper.values()) {
      queues.put(paper, new PriorityQueue<>(order));
    }
  }

  /** Queues a job; false if it is too long for one tray. */
  public boolean route(Job job) {
    return job.pages() <= LONGEST_JOB && queues.get(job.paper()).offer(job);
  }

  /** The next job for a printer, or null when there is none. */
  public Job next(Paper loaded) {
    return queues.get(loaded).poll();
  }

  /** Pages that wait, over all queues. */
  public int backlog() {
    return queues.values().stream().flatMap(Queue::stream).mapToInt(Job::pages).sum();
  }
}
