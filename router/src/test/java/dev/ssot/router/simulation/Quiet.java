package dev.ssot.router.simulation;

import dev.ssot.router.protocol.ConnectionId;
import org.junit.jupiter.api.Assertions;

/** What must hold when nothing is under way: what was promised has also happened. */
final class Quiet {

  private final World world;

  Quiet(World world) {
    this.world = world;
  }

  void check() {
    world.faults().requireNone();
    for (Client client : world.clients()) {
      client.line().ifPresent(line -> check(client, line));
    }
  }

  private void check(Client client, Line line) {
    boolean open = world.router().connections(client.user()).contains(new ConnectionId(line.id()));
    if (line.closed().isPresent()) {
      return;
    }
    Assertions.assertTrue(open, () -> line.id() + " was forgotten without a word");
    if (!line.isGreeted() || !line.isWide()) {
      return;
    }
    client.read(World.MANY);
    client.ledger().requireAllAnswered();
    if (!world.journal().isTroubled(client.user())) {
      Assertions.assertEquals(
          world.truth(client.user()).head(),
          client.reader().place().orElseThrow(),
          () -> client.user() + " does not have everything");
    }
  }
}
