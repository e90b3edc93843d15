package dev.ssot.router.limits;

import java.time.Duration;

/**
 * Bounds of the demonstration: a router's own, short enough to be watched, and those of the page.
 *
 * @param requestBytes bytes of the body of a request that the page makes
 * @param sockets sockets that may be open at the page's port
 */
public record DemoLimits(
    RouterLimits router,
    AgentLimits agent,
    int requestBytes,
    int sockets,
    DictationLimits dictation) {

  public DemoLimits {
    Duration pace = agent.pace();
    int slowness = agent.slowness();
    Bounds.positive("demo.requestBytes", requestBytes);
    Bounds.positive("demo.sockets", sockets);
    Bounds.require(
        pace.compareTo(router.runs().silence()) < 0,
        "agent.pace %s is not shorter than runs.silence %s; the agent would count as stalled",
        pace,
        router.runs().silence());
    Bounds.require(
        pace.multipliedBy(slowness).compareTo(router.runs().tool()) < 0,
        "%d agent.slowness of agent.pace %s are not shorter than runs.tool %s; no tool would end",
        slowness,
        pace,
        router.runs().tool());
  }

  /** A step every 700 ms; runs stall after 3 s, tools after 8 s, readers after 2 s. */
  public static DemoLimits standard() {
    return new DemoLimits(
        watchable(), AgentLimits.standard(), 1 << 10, 128, DictationLimits.standard());
  }

  /** These bounds with another time between the agent's steps. */
  public DemoLimits withPace(Duration other) {
    return new DemoLimits(router, agent.withPace(other), requestBytes, sockets, dictation);
  }

  private static RouterLimits watchable() {
    RouterLimits usual = RouterLimits.standard();
    QueueLimits queue = usual.queue();
    return usual
        .withConnections(
            new ConnectionLimits(64, 3, usual.connections().helloWithin(), Duration.ofSeconds(5)))
        .withQueue(
            new QueueLimits(
                queue.events(),
                queue.bytes(),
                queue.controls(),
                Duration.ofSeconds(2),
                queue.shedFrom(),
                queue.batch()))
        .withLog(new LogLimits(4_096, 16L << 20, usual.log().age(), 64L << 20))
        .withRuns(
            new RunLimits(
                4, 4, Duration.ofSeconds(3), Duration.ofSeconds(8), Duration.ofSeconds(60)))
        .withDrain(new DrainLimits(Duration.ofSeconds(6), Duration.ofSeconds(2)))
        .withTransport(usual.transport().withTick(Duration.ofMillis(100)));
  }
}
