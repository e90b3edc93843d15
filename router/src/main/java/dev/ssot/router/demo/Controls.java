package dev.ssot.router.demo;

import dev.ssot.router.protocol.UserKey;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the buttons of the page do. */
final class Controls {

  private static final String PREFIX = "/controls/";

  private final Tickets tickets;
  private final Mishaps mishaps;

  Controls(Tickets tickets, Mishaps mishaps) {
    this.tickets = tickets;
    this.mishaps = mishaps;
  }

  /** Does what a request asks for; its body is a form that names the user and, mostly, a device. */
  Answer press(String path, String body) {
    Form form = new Form(new QueryStringDecoder(body, false).parameters());
    return switch (path.startsWith(PREFIX) ? path.substring(PREFIX.length()) : "") {
      case "ticket" -> form.device().map(this::ticket).orElseGet(Controls::nobody);
      case "cut" -> form.device().map(mishaps::cut).orElseGet(Controls::nobody);
      case "stall" -> form.device().map(mishaps::stall).orElseGet(Controls::nobody);
      case "crash" -> form.user().map(mishaps::crash).orElseGet(Controls::nobody);
      case "drain" -> mishaps.drain();
      default -> Answer.of(HttpResponseStatus.NOT_FOUND, "There is no such button");
    };
  }

  private Answer ticket(Device device) {
    return tickets
        .issue(device)
        .map(Answer::ok)
        .orElseGet(
            () -> Answer.of(HttpResponseStatus.SERVICE_UNAVAILABLE, "Too many tickets wait"));
  }

  private static Answer nobody() {
    return Answer.of(HttpResponseStatus.BAD_REQUEST, "There is no such user or device");
  }

  /** The fields of a request. */
  private record Form(Map<String, List<String>> fields) {

    Optional<UserKey> user() {
      return one("user").flatMap(People::find);
    }

    Optional<Device> device() {
      return user()
          .flatMap(
              user -> one("device").filter(Device::isName).map(name -> new Device(user, name)));
    }

    private Optional<String> one(String name) {
      List<String> values = fields.getOrDefault(name, List.of());
      return values.size() == 1 ? Optional.of(values.get(0)) : Optional.empty();
    }
  }
}
