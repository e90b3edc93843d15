package dev.ssot.router.client;

/** What came of a soak. */
record SoakReport(
    SoakPlan plan,
    int complete,
    int expected,
    int handled,
    SoakCounts counts,
    Effort effort,
    Heap heap) {

  /** How much was done, and undone. */
  record Effort(double seconds, long connections, int cutsWithinFrames) {}

  /**
   * Bytes in use before anything began and after everybody had left.
   *
   * @param forgotten whether everybody should have been forgotten by then
   */
  record Heap(long before, long after, boolean forgotten) {

    /** What classes, threads and buffers take, however many users there were. */
    private static final long STAYS = 16L << 20;

    /** Whether nothing is kept of users who should have been forgotten. */
    boolean isBack() {
      return !forgotten || after - before <= STAYS;
    }
  }

  /** Whether every run arrived whole on every device, nothing else did, and nothing is left. */
  boolean isGood() {
    return complete == expected && handled == plan.runs() && counts.faults() == 0 && heap.isBack();
  }

  @Override
  public String toString() {
    return """
        complete runs %d of %d on each of %d devices of %d users; messages handled %d of %d
        %s
        %d events in %.1f s, %.0f a second; %d connections, %d cut within frames; seed %d
        heap %d MiB before, %d MiB after"""
        .formatted(
            complete,
            expected,
            plan.devices(),
            plan.users(),
            handled,
            plan.runs(),
            counts,
            counts.events(),
            effort.seconds(),
            counts.events() / effort.seconds(),
            effort.connections(),
            effort.cutsWithinFrames(),
            plan.seed(),
            heap.before() >> 20,
            heap.after() >> 20);
  }
}
