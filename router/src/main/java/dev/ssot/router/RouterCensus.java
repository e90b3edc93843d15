package dev.ssot.router;

/**
 * How much a router holds at one moment; everything is 0 when everybody has left and retention has
 * passed.
 *
 * @param connections attached connections
 * @param users users of whom anything is kept
 * @param openRuns runs that have not ended
 * @param inFlight messages that wait for a handler or are being handled
 * @param rememberedIds ids of client messages that are answered from memory
 * @param topics topics that somebody is subscribed to
 * @param guards handlers and tenants with calls or failures
 * @param deadLetters messages that handlers failed on
 */
public record RouterCensus(
    int connections,
    int users,
    int openRuns,
    int inFlight,
    int rememberedIds,
    int topics,
    int guards,
    int deadLetters) {

  /** Whether nothing is held. */
  public boolean isEmpty() {
    return equals(new RouterCensus(0, 0, 0, 0, 0, 0, 0, 0));
  }
}
