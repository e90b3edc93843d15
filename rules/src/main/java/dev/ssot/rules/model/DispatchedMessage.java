package dev.ssot.rules.model;

import java.util.List;

/**
 * A message type of a role over which code outside of the canonical branches.
 *
 * @param message the text, the constant with its type, or the simple name of the type
 * @param branch where it is branched over
 * @param handled where the canonical handles it; nowhere if only the policy names it
 */
public record DispatchedMessage(String message, Region branch, List<Location> handled) {

  public DispatchedMessage {
    handled = List.copyOf(handled);
  }
}
