package dev.ssot.router.operations;

import dev.ssot.router.ConnectionFigures;
import dev.ssot.router.DeadLetter;
import dev.ssot.router.Inspection;
import dev.ssot.router.MessageRouter;
import dev.ssot.router.RouterCensus;
import dev.ssot.router.UserFigures;
import dev.ssot.router.guard.GuardFigures;
import dev.ssot.router.protocol.UserKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What is to be seen of a router, a page at a time. A page ends in {@code next} if there is more,
 * and the request for the next page says {@code after} that. No page has a payload or a secret.
 */
final class Pages {

  private static final String ROOT = "/inspect";

  private final MessageRouter router;
  private final int size;

  Pages(MessageRouter router, int size) {
    this.router = router;
    this.size = size;
  }

  /** The page at a path, if there is one. */
  Optional<Answer> answer(String path, Map<String, List<String>> query) {
    if (!query.keySet().stream().allMatch("after"::equals)
        || query.values().stream().anyMatch(values -> values.size() > 1)) {
      return Optional.of(Answer.refusal(400, "Only one `after` can be asked for"));
    }
    String after = query.getOrDefault("after", List.of("")).get(0);
    return switch (path) {
      case ROOT -> Optional.of(overview());
      case ROOT + "/users" -> Optional.of(users(after));
      case ROOT + "/connections" -> Optional.of(connections(after));
      case ROOT + "/queues" -> Optional.of(queues());
      case ROOT + "/breakers" -> Optional.of(breakers(after));
      case ROOT + "/dead-letters" -> Optional.of(deadLetters(after));
      default -> Optional.empty();
    };
  }

  private Answer overview() {
    RouterCensus census = router.census();
    Map<String, Object> page = new LinkedHashMap<>();
    page.put("level", router.level().label());
    page.put("connections", census.connections());
    page.put("users", census.users());
    page.put("open_runs", census.openRuns());
    page.put("in_flight", census.inFlight());
    page.put("remembered_ids", census.rememberedIds());
    page.put("topics", census.topics());
    page.put("dead_letters", census.deadLetters());
    page.put("types", router.routes().types());
    page.put(
        "pages",
        Stream.of("users", "connections", "queues", "breakers", "dead-letters")
            .map(name -> ROOT + "/" + name)
            .toList());
    return Answer.json(200, page);
  }

  private Answer users(String after) {
    Inspection inspection = router.inspection();
    Optional<UserKey> last = after.isEmpty() ? Optional.empty() : Cursor.user(after);
    if (!after.isEmpty() && last.isEmpty()) {
      return Answer.refusal(400, "`after` is no `next` of a page");
    }
    List<UserFigures> found = inspection.users(last, size + 1);
    return page("users", found, Pages::user, one -> Cursor.of(one.user()));
  }

  private Answer connections(String after) {
    List<ConnectionFigures> found =
        router
            .inspection()
            .connections()
            .filter(one -> one.id().value().compareTo(after) > 0)
            .sorted(Comparator.comparing(one -> one.id().value()))
            .limit(size + 1L)
            .toList();
    return page("connections", found, Pages::connection, one -> one.id().value());
  }

  /** The connections for which most waits. */
  private Answer queues() {
    List<ConnectionFigures> longest =
        router
            .inspection()
            .connections()
            .filter(one -> one.eventsBehind() > 0 || one.controlsWaiting() > 0)
            .sorted(Comparator.comparingLong(ConnectionFigures::eventsBehind).reversed())
            .limit(size)
            .toList();
    ServerFigures.Queues all = ServerFigures.Queues.of(router);
    Map<String, Object> page = new LinkedHashMap<>();
    page.put("events", all.events());
    page.put("controls", all.controls());
    page.put("longest", longest.stream().map(Pages::connection).toList());
    return Answer.json(200, page);
  }

  private Answer breakers(String after) {
    List<GuardFigures> found =
        router.inspection().guards().stream()
            .filter(one -> name(one).compareTo(after) > 0)
            .sorted(Comparator.comparing(Pages::name))
            .limit(size + 1L)
            .toList();
    return page("breakers", found, Pages::breaker, Pages::name);
  }

  /** Numbered from the oldest that is kept, so a page may repeat or miss what comes meanwhile. */
  private Answer deadLetters(String after) {
    if (!after.matches("[0-9]{0,9}")) {
      return Answer.refusal(400, "`after` is no `next` of a page");
    }
    int first = after.isEmpty() ? 0 : Integer.parseInt(after);
    List<DeadLetter> all = router.deadLetters();
    List<DeadLetter> found = all.stream().skip(first).limit(size + 1L).toList();
    return page("dead_letters", found, Pages::letter, one -> String.valueOf(first + size));
  }

  private <T> Answer page(
      String name, List<T> found, Function<T, Object> shown, Function<T, String> cursor) {
    List<T> these = found.subList(0, Math.min(size, found.size()));
    Map<String, Object> page = new LinkedHashMap<>();
    page.put(name, new ArrayList<>(these.stream().map(shown).toList()));
    if (found.size() > size) {
      page.put("next", cursor.apply(these.get(size - 1)));
    }
    return Answer.json(200, page);
  }

  private static Map<String, Object> of(UserKey user) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("tenant", user.tenant());
    fields.put("user", user.user());
    return fields;
  }

  private static Object user(UserFigures one) {
    Map<String, Object> fields = of(one.user());
    fields.put("connections", one.connections().size());
    fields.put("open_runs", one.openRuns());
    fields.put("in_flight", one.inFlight());
    fields.put("remembered_ids", one.rememberedIds());
    fields.put("newest", one.newest());
    return fields;
  }

  private static Object connection(ConnectionFigures one) {
    Map<String, Object> fields = of(one.user());
    fields.put("id", one.id().value());
    fields.put("since", one.since());
    fields.put("live", one.live());
    fields.put("events_behind", one.eventsBehind());
    fields.put("controls_waiting", one.controlsWaiting());
    return fields;
  }

  private static Object breaker(GuardFigures one) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("type", one.key().type());
    fields.put("tenant", one.key().tenant());
    fields.put("breaker", one.breaker().name().toLowerCase(Locale.ROOT));
    fields.put("running", one.running());
    fields.put("failures", one.failures());
    return fields;
  }

  private static Object letter(DeadLetter one) {
    Map<String, Object> fields = of(one.user());
    fields.put("at", one.at());
    fields.put("type", one.message().type());
    fields.put("id", one.message().id());
    fields.put("error", DeadLetterText.kind(one.error()));
    return fields;
  }

  private static String name(GuardFigures one) {
    return one.key().type() + " " + one.key().tenant();
  }
}
