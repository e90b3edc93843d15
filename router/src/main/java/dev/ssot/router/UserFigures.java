package dev.ssot.router;

import dev.ssot.router.protocol.UserKey;
import java.util.List;

/**
 * Where one user stands, for an operator.
 *
 * @param inFlight messages that wait for a handler or are being handled
 * @param rememberedIds ids of his messages that are answered from memory
 * @param newest number of the newest event that is known to be logged
 */
public record UserFigures(
    UserKey user,
    List<ConnectionFigures> connections,
    int openRuns,
    int inFlight,
    int rememberedIds,
    long newest) {

  public UserFigures {
    connections = List.copyOf(connections);
  }
}
