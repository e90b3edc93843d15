package dev.ssot.router.demo.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ssot.router.protocol.UserKey;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;

class CrewTest {

  private static final UserKey ALICE = new UserKey("acme", "alice");

  @Test
  void workCanBeKilledBeforeItBegins() {
    try (Crew crew = new Crew()) {
      FutureTask<?> work = crew.enlist(ALICE, () -> {});

      assertEquals(1, crew.crash(ALICE));
      crew.begin(work);

      assertTrue(work.isCancelled());
      assertEquals(0, crew.crash(ALICE));
    }
  }

  @Test
  void workThatIsCalledOffCanNotBeKilled() {
    try (Crew crew = new Crew()) {
      crew.enlist(ALICE, () -> {}).cancel(false);

      assertEquals(0, crew.crash(ALICE));
    }
  }

  @Test
  void onlyTheUsersOwnWorkIsKilled() {
    try (Crew crew = new Crew()) {
      FutureTask<?> work = crew.enlist(ALICE, () -> {});

      assertEquals(0, crew.crash(new UserKey("acme", "bob")));
      assertFalse(work.isCancelled());
    }
  }
}
