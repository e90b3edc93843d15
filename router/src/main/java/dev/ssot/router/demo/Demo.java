package dev.ssot.router.demo;

import dev.ssot.router.demo.agent.ScriptedAgent;
import dev.ssot.router.limits.DemoLimits;
import java.net.URI;
import java.time.InstantSource;

/**
 * The demonstration, running: a router's server with single-use tickets behind a port that serves a
 * page. Nothing in the router is switched off or simulated; what goes wrong at the press of a
 * button goes wrong in the sockets and threads around it. Only this machine reaches it.
 */
public final class Demo implements AutoCloseable {

  private final Gate gate = new Gate();
  private final ScriptedAgent agent;
  private final RestartingServer server;
  private final Mishaps mishaps;
  private final Front front;

  private Demo(DemoLimits limits) {
    agent = new ScriptedAgent(limits);
    Tickets tickets = new Tickets(limits.router().transport().auth(), InstantSource.system());
    server = new RestartingServer(limits, tickets, agent);
    Lines lines =
        new Lines(
            server::port, limits.router().transport().tick(), limits.dictation().receiveBuffer());
    mishaps = new Mishaps(limits, server, lines, agent);
    Pages pages = new Pages();
    Controls controls = new Controls(tickets, mishaps);
    front = new Front(limits, tickets, lines, () -> new PageHandler(gate, pages, controls));
  }

  /**
   * Starts to listen.
   *
   * @param port of the page; 0 for a free one
   * @throws java.io.UncheckedIOException if the port is taken
   */
  public static Demo start(DemoLimits limits, int port) {
    Demo demo = new Demo(limits);
    boolean started = false;
    try {
      demo.front.listen(port);
      demo.server.start(Gate.origins(demo.front.port()), demo.mishaps);
      started = true;
      return demo;
    } finally {
      if (!started) {
        demo.close();
      }
    }
  }

  /** Where the page is. What follows {@code #} is the key of its buttons; no browser sends it. */
  public URI address() {
    return URI.create("http://127.0.0.1:%d/#key=%s".formatted(front.port(), gate.key()));
  }

  /** Sends everybody away politely and ends all threads. */
  @Override
  public void close() {
    mishaps.close();
    server.close();
    front.close();
    agent.close();
  }
}
