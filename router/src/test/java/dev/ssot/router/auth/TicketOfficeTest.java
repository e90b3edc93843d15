package dev.ssot.router.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.ssot.router.limits.AuthLimits;
import dev.ssot.router.protocol.UserKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class TicketOfficeTest {

  private static final Instant NOW = Instant.parse("2026-01-31T10:15:30Z");
  private static final UserKey ALICE = new UserKey("acme", "alice");
  private static final UserKey BOB = new UserKey("acme", "bob");

  private final AuthLimits limits =
      new AuthLimits(100, Duration.ZERO, Duration.ofSeconds(5), 4, 2, Duration.ofSeconds(30));
  private final TicketOffice office = new TicketOffice(limits);

  @Test
  void letsEachTicketInOnce() {
    String ticket = office.issue(ALICE, NOW.plusSeconds(60), NOW).orElseThrow();
    assertEquals(new Authentication.Proved(ALICE, NOW.plusSeconds(60)), use(ticket, NOW));
    assertInstanceOf(Authentication.Denied.class, use(ticket, NOW));
    assertEquals(0, office.waiting());
  }

  @Test
  void refusesATicketThatIsTooOldOrUnknownOrNoTicket() {
    String ticket = office.issue(ALICE, Instant.MAX, NOW).orElseThrow();
    assertInstanceOf(
        Authentication.Denied.class,
        office.authenticate(new Credential(Credential.Kind.TOKEN, ticket), NOW));
    assertInstanceOf(Authentication.Denied.class, use(ticket + "x", NOW));
    assertInstanceOf(Authentication.Denied.class, use("", NOW));
    assertInstanceOf(Authentication.Denied.class, use(ticket, NOW.plus(limits.ticketAge())));
    assertInstanceOf(Authentication.Denied.class, use(ticket, NOW));
  }

  @Test
  void keepsOnlyAUsersLatestTickets() {
    String oldest = office.issue(ALICE, Instant.MAX, NOW).orElseThrow();
    office.issue(ALICE, Instant.MAX, NOW);
    String latest = office.issue(ALICE, Instant.MAX, NOW).orElseThrow();
    assertInstanceOf(Authentication.Denied.class, use(oldest, NOW));
    assertInstanceOf(Authentication.Proved.class, use(latest, NOW));
  }

  @Test
  void issuesNoMoreThanFitAndMakesRoomInTime() {
    for (UserKey user : List.of(ALICE, BOB)) {
      office.issue(user, Instant.MAX, NOW);
      office.issue(user, Instant.MAX, NOW);
    }
    UserKey carol = new UserKey("acme", "carol");
    assertEquals(Optional.empty(), office.issue(carol, Instant.MAX, NOW));
    Instant later = NOW.plus(limits.ticketAge());
    assertFalse(office.issue(carol, Instant.MAX, later).isEmpty());
    assertEquals(1, office.waiting());
  }

  @Test
  void letsOneInOfManyWhoShowATicketAtOnce() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    for (int round = 0; round < 200; round++) {
      String ticket = office.issue(ALICE, Instant.MAX, NOW).orElseThrow();
      List<Callable<Authentication>> all = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        all.add(() -> use(ticket, NOW));
      }
      int proved = 0;
      for (Future<Authentication> one : threads.invokeAll(all)) {
        proved += one.get() instanceof Authentication.Proved ? 1 : 0;
      }
      assertEquals(1, proved);
    }
    threads.shutdownNow();
  }

  @Test
  void showsNoCredentialInAnyText() {
    String ticket = office.issue(ALICE, Instant.MAX, NOW).orElseThrow();
    assertFalse(new Credential(Credential.Kind.TICKET, ticket).toString().contains(ticket));
  }

  private Authentication use(String ticket, Instant now) {
    return office.authenticate(new Credential(Credential.Kind.TICKET, ticket), now);
  }
}
