package dev.ssot.router.demo;

import dev.ssot.router.auth.TicketOffice;
import dev.ssot.router.limits.AuthLimits;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Issues tickets, and remembers for which device each is until it is shown. Thread-safe. */
final class Tickets {

  private final TicketOffice office;
  private final InstantSource clock;
  private final Map<String, Device> devices;

  Tickets(AuthLimits limits, InstantSource clock) {
    office = new TicketOffice(limits);
    this.clock = clock;
    devices =
        new LinkedHashMap<>() {
          @Override
          protected boolean removeEldestEntry(Map.Entry<String, Device> eldest) {
            return size() > limits.tickets();
          }
        };
  }

  /** What the router asks about them. */
  TicketOffice office() {
    return office;
  }

  /** Issues a ticket that opens one connection of a device; empty if too many are waiting. */
  synchronized Optional<String> issue(Device device) {
    Optional<String> ticket = office.issue(device.user(), Instant.MAX, clock.instant());
    ticket.ifPresent(text -> devices.put(text, device));
    return ticket;
  }

  /** The device that got a ticket; it is not asked for again. */
  synchronized Optional<Device> shown(String ticket) {
    return Optional.ofNullable(devices.remove(ticket));
  }
}
