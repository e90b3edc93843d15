package dev.ssot.router.limits;

import java.time.Duration;

/**
 * How much is dictated to a reader that has stalled, so that all buffers between fill up.
 *
 * @param pieces most pieces of text
 * @param pieceLength characters of one
 * @param every time between two, so that readers that read keep up
 * @param receiveBuffer bytes that the relay in front of the router receives ahead; few, so that a
 *     reader that stalls is felt soon
 */
public record DictationLimits(int pieces, int pieceLength, Duration every, int receiveBuffer) {

  public DictationLimits {
    Bounds.positive("dictation.pieces", pieces);
    Bounds.positive("dictation.pieceLength", pieceLength);
    Bounds.positive("dictation.every", every);
    Bounds.positive("dictation.receiveBuffer", receiveBuffer);
  }

  /** At most 8 MiB in pieces of 16 KiB, which is more than the system keeps for a socket. */
  public static DictationLimits standard() {
    return new DictationLimits(512, 16 << 10, Duration.ofMillis(5), 64 << 10);
  }
}
