package dev.ssot.router.simulation;

import dev.ssot.router.protocol.ClientMessage;
import dev.ssot.router.protocol.CloseCode;
import dev.ssot.router.protocol.Payload;
import dev.ssot.router.protocol.ServiceLevel;
import dev.ssot.router.protocol.UserKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Assertions;

/** How every history ends: all is well again, everybody catches up, leaves, and nothing is left. */
final class Ending {

  private static final Duration SECOND = Duration.ofSeconds(1);

  private final World world;
  private final Random random;

  Ending(World world, Random random) {
    this.world = world;
    this.random = random;
  }

  /** The events that clients were given in the whole history. */
  long play() {
    recover();
    everybodyCatchesUp();
    everythingIsAnswered();
    if (random.nextInt(4) == 0) {
      everybodyIsSentAway();
    }
    everybodyLeaves();
    return world.clients().stream().mapToLong(client -> client.reader().events()).sum();
  }

  private void recover() {
    world.journal().fail(Journal.Fault.NONE);
    world.settle();
    world.pass(SECOND);
    for (UserKey user : World.USERS) {
      world.application().emit(user);
      world.settle();
      world.pass(SECOND);
      world.settle();
      world.application().emit(user);
    }
    world.pass(SECOND);
    world.settle();
    world.faults().requireNone();
    Assertions.assertEquals(ServiceLevel.FULL, world.router().level());
  }

  private void everybodyCatchesUp() {
    int number = 0;
    for (Client client : world.clients()) {
      client.line().ifPresent(line -> client.drop());
    }
    world.settle();
    for (Client client : List.copyOf(world.clients())) {
      if (world.router().connections(client.user()).size() < 2) {
        client.connect(world.router(), "end-" + ++number, Instant.MAX, true);
        client.hello(true);
        world.settle();
        new Quiet(world).check();
        Assertions.assertEquals("full", client.reader().level());
      }
    }
  }

  private void everythingIsAnswered() {
    for (Client client : world.clients()) {
      if (client.line().isPresent()) {
        world.pass(SECOND);
        for (int i = 0; i < 5; i++) {
          String id = "c-" + i;
          client.send(ClientMessage.of("user_message", id, Payload.of(Map.of("text", id))));
          world.settle();
        }
      }
    }
    new Quiet(world).check();
  }

  private void everybodyIsSentAway() {
    world.note(() -> "drain");
    world.clients().forEach(client -> client.mayEnd(CloseCode.SERVICE_RESTART));
    world.router().drain();
    for (int i = 0; i < 30; i++) {
      world.settle();
      world.pass(SECOND);
    }
    world.settle();
    Assertions.assertEquals(ServiceLevel.STOPPED, world.router().level());
    for (Client client : world.clients()) {
      client.line().ifPresent(line -> Assertions.assertTrue(client.isEnded(), line.id()));
    }
    for (UserKey user : World.USERS) {
      Assertions.assertEquals(List.of(), world.openRuns(user), "runs that nobody ended");
    }
  }

  private void everybodyLeaves() {
    for (Client client : world.clients()) {
      if (client.line().isPresent()) {
        client.read(World.MANY);
        client.drop();
      }
    }
    for (int i = 0; i < 5; i++) {
      world.pass(Duration.ofSeconds(1_000));
      world.settle();
    }
    for (UserKey user : World.USERS) {
      Assertions.assertEquals(List.of(), world.openRuns(user), "runs that nobody ended");
    }
    world.pass(Duration.ofDays(2));
    world.faults().requireNone();
    Assertions.assertTrue(world.router().census().isEmpty(), world.router().census()::toString);
    Assertions.assertTrue(world.journal().isEmpty(), "the log keeps something");
  }
}
