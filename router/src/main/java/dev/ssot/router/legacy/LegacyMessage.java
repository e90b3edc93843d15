package dev.ssot.router.legacy;

import dev.ssot.router.Connection;
import dev.ssot.router.protocol.Payload;

/**
 * A message as the older routers passed it about.
 *
 * @param socket the connection on which it came
 * @param userId whom the caller takes for the sender; compared, never believed
 * @param raw the decoded frame, in the data envelope
 */
public record LegacyMessage(Connection socket, String userId, Payload raw) {}
