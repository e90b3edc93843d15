package dev.ssot.router;

import dev.ssot.router.protocol.ConnectionId;
import dev.ssot.router.protocol.UserKey;
import java.time.Instant;

/**
 * Where one connection stands, for an operator.
 *
 * @param since when it was attached
 * @param expires when its session ends
 * @param live whether it follows the stream
 * @param eventsBehind events that are logged and not yet on their way to it
 * @param controlsWaiting control frames that are not yet on their way to it
 */
public record ConnectionFigures(
    UserKey user,
    ConnectionId id,
    Instant since,
    Instant expires,
    boolean live,
    long eventsBehind,
    int controlsWaiting) {}
