package dev.ssot.router.limits;

/**
 * Every limit of a router; nothing else names a number.
 *
 * <p>Limits that only make sense together are checked together: a reader is cut off before the log
 * could lose what it has not read.
 */
public record RouterLimits(
    ConnectionLimits connections,
    QueueLimits queue,
    LogLimits log,
    RunLimits runs,
    InboundLimits inbound,
    DrainLimits drain,
    TransportLimits transport) {

  public RouterLimits {
    Bounds.require(
        queue.events() <= log.events(),
        "queue.events %d is more than log.events %d; a queued event must still be in the log",
        queue.events(),
        log.events());
    Bounds.require(
        queue.stall().compareTo(log.age()) < 0,
        "queue.stall %s is not shorter than log.age %s; a stalled reader must find its events",
        queue.stall(),
        log.age());
    Bounds.require(
        connections.total() <= log.users(),
        "connections.total %d is more than log.users %d; each may be another user's",
        connections.total(),
        log.users());
    Bounds.require(
        inbound.messages().eventBytes() <= log.bytes(),
        "messages.eventBytes %d is more than log.bytes %d; the largest event must fit",
        inbound.messages().eventBytes(),
        log.bytes());
    Bounds.require(
        inbound.messages().messageBytes() < transport.json().frameBytes(),
        "messages.messageBytes %d is not less than json.frameBytes %d; the largest payload must fit",
        inbound.messages().messageBytes(),
        transport.json().frameBytes());
  }

  /** What a chat backend on one small machine needs. */
  public static RouterLimits standard() {
    return new RouterLimits(
        ConnectionLimits.standard(),
        QueueLimits.standard(),
        LogLimits.standard(),
        RunLimits.standard(),
        InboundLimits.standard(),
        DrainLimits.standard(),
        TransportLimits.standard());
  }

  /** These limits with other bounds on connections. */
  public RouterLimits withConnections(ConnectionLimits other) {
    return new RouterLimits(other, queue, log, runs, inbound, drain, transport);
  }

  /** These limits with other bounds on what waits for a reader. */
  public RouterLimits withQueue(QueueLimits other) {
    return new RouterLimits(connections, other, log, runs, inbound, drain, transport);
  }

  /** These limits with another retention of the log. */
  public RouterLimits withLog(LogLimits other) {
    return new RouterLimits(connections, queue, other, runs, inbound, drain, transport);
  }

  /** These limits with other bounds on runs. */
  public RouterLimits withRuns(RunLimits other) {
    return new RouterLimits(connections, queue, log, other, inbound, drain, transport);
  }

  /** These limits with other bounds on what clients send. */
  public RouterLimits withInbound(InboundLimits other) {
    return new RouterLimits(connections, queue, log, runs, other, drain, transport);
  }

  /** These limits with another way of draining. */
  public RouterLimits withDrain(DrainLimits other) {
    return new RouterLimits(connections, queue, log, runs, inbound, other, transport);
  }

  /** These limits with other bounds on sockets. */
  public RouterLimits withTransport(TransportLimits other) {
    return new RouterLimits(connections, queue, log, runs, inbound, drain, other);
  }
}
