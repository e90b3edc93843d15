package dev.ssot.router.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.ssot.router.limits.HandshakeLimits;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;

class DoormanTest {

  private final InetAddress one = InetAddress.getByAddress(new byte[] {10, 0, 0, 1});
  private final InetAddress other = InetAddress.getByAddress(new byte[] {10, 0, 0, 2});

  DoormanTest() throws UnknownHostException {}

  @Test
  void answersTwiceAsManyOfAnAddressAsThereMayBeAndDropsTheRest() {
    Doorman doorman = doorman(2, 100);
    assertEquals(Doorman.Verdict.ENTER, doorman.enter(one));
    assertEquals(Doorman.Verdict.ENTER, doorman.enter(one));
    assertEquals(Doorman.Verdict.ADDRESS_FULL, doorman.enter(one));
    assertEquals(Doorman.Verdict.ADDRESS_FULL, doorman.enter(one));
    assertEquals(Doorman.Verdict.CROWDED, doorman.enter(one));
    assertEquals(Doorman.Verdict.ENTER, doorman.enter(other));
  }

  @Test
  void answersTwiceAsManyInAllAsThereMayBeAndDropsTheRest() {
    Doorman doorman = doorman(100, 1);
    assertEquals(Doorman.Verdict.ENTER, doorman.enter(one));
    assertEquals(Doorman.Verdict.FULL, doorman.enter(other));
    assertEquals(Doorman.Verdict.CROWDED, doorman.enter(one));
  }

  @Test
  void givesPlacesBack() {
    Doorman doorman = doorman(1, 1);
    for (int i = 0; i < 10; i++) {
      assertEquals(Doorman.Verdict.ENTER, doorman.enter(one));
      doorman.leave(one);
    }
    assertEquals(0, doorman.total());
  }

  private static Doorman doorman(int perAddress, int total) {
    HandshakeLimits limits = HandshakeLimits.standard();
    return new Doorman(
        new HandshakeLimits(
            limits.within(),
            limits.lineBytes(),
            limits.headerBytes(),
            perAddress,
            total,
            limits.retryAfter()));
  }
}
