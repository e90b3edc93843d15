package dev.ssot.router;

import dev.ssot.router.protocol.CloseCode;

/**
 * How a connection is to be closed.
 *
 * @param afterWriting whether what waits is written first, as far as the reader takes it
 */
record Farewell(CloseCode code, String reason, boolean afterWriting) {}
