package dev.ssot.router.client;

import dev.ssot.router.Routes;
import dev.ssot.router.auth.Authentication;
import dev.ssot.router.auth.Credential;
import dev.ssot.router.limits.HandlerLimits;
import dev.ssot.router.limits.HandshakeLimits;
import dev.ssot.router.limits.LogLimits;
import dev.ssot.router.limits.RouterLimits;
import dev.ssot.router.limits.RunLimits;
import dev.ssot.router.limits.WindowLimits;
import dev.ssot.router.protocol.UserKey;
import dev.ssot.router.server.RouterServer;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Many users on the golden path over real sockets, with whatever goes wrong in life: connections
 * cut at random points and within frames, several devices, a reader that never reads, handlers that
 * throw, producers that die. What counts is what arrives at the clients.
 */
public final class GoldenPathSoak {

  private final SoakPlan plan;
  private final SoakCounts counts = new SoakCounts();

  GoldenPathSoak(SoakPlan plan) {
    this.plan = plan;
  }

  /**
   * Runs a soak and exits with 1 if anything is not as it must be.
   *
   * @param arguments users, runs in all, devices of a user, seed, seconds that it may take
   */
  public static void main(String[] arguments) throws Exception {
    int users = Integer.parseInt(arguments[0]);
    int runs = Integer.parseInt(arguments[1]);
    SoakPlan plan =
        new SoakPlan(
            users,
            Math.max(1, runs / users),
            Integer.parseInt(arguments[2]),
            Long.parseLong(arguments[3]));
    Duration atMost = Duration.ofSeconds(Long.parseLong(arguments[4]));
    SoakReport report = new GoldenPathSoak(plan).run(atMost, true, System.out);
    System.out.println(report);
    System.exit(report.isGood() ? 0 : 1);
  }

  /**
   * Runs the soak, which may take as long as {@code atMost}.
   *
   * @param untilForgotten whether to wait until the router keeps nothing of anybody
   */
  SoakReport run(Duration atMost, boolean untilForgotten, PrintStream progress) throws Exception {
    ExecutorService producers = Executors.newFixedThreadPool(2);
    SoakAgent agent = new SoakAgent(plan, producers);
    long heapBefore = heap();
    try (RouterServer server = server(agent);
        SoakNetwork network = new SoakNetwork(server.port(), plan)) {
      Visit visit = visit(network, atMost, progress);
      leave(server, untilForgotten);
      return new SoakReport(
          plan,
          visit.complete(),
          expected(),
          agent.handled(),
          counts,
          new SoakReport.Effort(visit.seconds(), visit.connections(), network.cuts()),
          new SoakReport.Heap(heapBefore, heap(), untilForgotten));
    } finally {
      producers.shutdownNow();
    }
  }

  /** What came of the users' time with the server. */
  private record Visit(int complete, double seconds, long connections) {}

  /** Has all users come, get their runs and leave; nothing of them stays but the counts. */
  private Visit visit(SoakNetwork network, Duration atMost, PrintStream progress) throws Exception {
    long start = System.nanoTime();
    List<SoakUser> users = new ArrayList<>();
    List<CompletableFuture<Integer>> finished = new ArrayList<>();
    for (int i = 0; i < plan.users(); i++) {
      SoakUser user = new SoakUser(i, plan, counts);
      users.add(user);
      if (plan.hasStaller(i)) {
        network.stall(plan.user(i));
      }
      finished.add(user.start(network));
    }
    int complete = await(finished, start + atMost.toNanos(), progress);
    double seconds = (System.nanoTime() - start) / 1e9;
    long connections = connections(users);
    users.forEach(SoakUser::close);
    network.releaseStalled();
    return new Visit(complete, seconds, connections);
  }

  /** Waits until the last client has left, and the log has let go of what it kept. */
  private static void leave(RouterServer server, boolean untilForgotten)
      throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(3);
    while (System.nanoTime() < end
        && (untilForgotten
            ? server.router().census().users() > 0
            : server.router().census().connections() > 0)) {
      TimeUnit.MILLISECONDS.sleep(50);
    }
  }

  private int await(List<CompletableFuture<Integer>> finished, long end, PrintStream progress)
      throws InterruptedException, ExecutionException {
    int complete = 0;
    for (int i = 0; i < finished.size(); i++) {
      try {
        long left = Math.max(1, end - System.nanoTime());
        complete += finished.get(i).get(left, TimeUnit.NANOSECONDS);
      } catch (TimeoutException late) {
        counts.gap("user %d has not finished".formatted(i));
      }
      if (i % 100 == 0) {
        progress.printf("user %d of %d, %d events%n", i, plan.users(), counts.events());
      }
    }
    return complete;
  }

  private int expected() {
    int expected = 0;
    for (int user = 0; user < plan.users(); user++) {
      for (int run = 0; run < plan.runsPerUser(); run++) {
        expected += plan.breaks(user, run) ? 0 : 1;
      }
    }
    return expected;
  }

  private static long connections(List<SoakUser> users) throws Exception {
    long connections = 0;
    for (SoakUser user : users) {
      for (RouterClient client : user.clients()) {
        connections += client.figures().get(30, TimeUnit.SECONDS).connections();
      }
    }
    return connections;
  }

  private RouterServer server(SoakAgent agent) {
    return RouterServer.builder(limits())
        .routes(Routes.builder().handle("user_message", agent).build())
        .authenticator((credential, now) -> authenticate(credential))
        .start();
  }

  /** The soak is about streams; tokens have tests of their own. */
  private static Authentication authenticate(Credential credential) {
    String[] parts = credential.value().split("\\.", -1);
    return new Authentication.Proved(new UserKey(parts[0], parts[1]), Instant.MAX);
  }

  /**
   * Short times, so that a producer that dies is found out soon, and room for all on one address.
   */
  private RouterLimits limits() {
    RouterLimits limits = RouterLimits.standard();
    HandshakeLimits handshake = limits.transport().handshake();
    RunLimits runs =
        new RunLimits(
            16, 16, Duration.ofSeconds(20), Duration.ofSeconds(3), Duration.ofSeconds(120));
    HandlerLimits handlers = limits.inbound().handlers();
    return limits
        .withRuns(runs)
        .withLog(new LogLimits(2_048, 4L << 20, Duration.ofSeconds(60), 1L << 30))
        .withInbound(
            limits
                .inbound()
                .withWindow(new WindowLimits(256, Duration.ofSeconds(60)))
                .withHandlers(
                    new HandlerLimits(
                        handlers.bulkhead(),
                        handlers.inFlightPerUser(),
                        handlers.deadline(),
                        1_000_000,
                        handlers.openFor())))
        .withTransport(
            limits
                .transport()
                .withHandshake(
                    new HandshakeLimits(
                        Duration.ofSeconds(20),
                        handshake.lineBytes(),
                        handshake.headerBytes(),
                        100_000,
                        100_000,
                        handshake.retryAfter())));
  }

  private static long heap() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
