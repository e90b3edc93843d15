package dev.ssot.router;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ssot.router.limits.RouterLimits;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoutesTest {

  private static final Handler ACCEPT = (context, message) -> Reply.accepted();

  @Test
  void listsItsTypesSorted() {
    Routes routes = Routes.builder().handle("b", ACCEPT).handle("a", ACCEPT).build();
    assertEquals(List.of("a", "b"), List.copyOf(routes.types()));
    assertThrows(UnsupportedOperationException.class, () -> routes.types().clear());
  }

  @Test
  void refusesASecondHandlerOfOneType() {
    Routes.Builder routes = Routes.builder().handle("user_message", ACCEPT);
    IllegalArgumentException refusal =
        assertThrows(IllegalArgumentException.class, () -> routes.handle("user_message", ACCEPT));
    assertTrue(refusal.toString().contains("`user_message`"), refusal.toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "hello", "ack", "ping", "auth", "agent_started"})
  void refusesTypesOfTheProtocol(String type) {
    Routes.Builder routes = Routes.builder();
    assertThrows(IllegalArgumentException.class, () -> routes.handle(type, ACCEPT));
  }

  @Test
  void callsEachTypesOwnHandlerAndNoOther() {
    List<String> called = new ArrayList<>();
    Routes.Builder routes = Routes.builder();
    for (String type : List.of("a", "b", "c")) {
      routes.handle(
          type,
          (context, message) -> {
            called.add(type + " got " + message.type());
            return Reply.accepted();
          });
    }
    Bench bench = Bench.with(routes);
    Bench.Line line = bench.connect(Bench.ALICE);
    bench.router.routes().types().forEach(type -> line.send(Bench.message(type, "id-" + type)));
    assertEquals(List.of("a got a", "b got b", "c got c"), called);
  }

  @Test
  void promptHandlersNeedNoThreadOfTheExecutor() {
    List<String> called = new ArrayList<>();
    Handler note =
        (context, message) -> {
          called.add(message.type());
          return Reply.accepted();
        };
    Routes.Builder routes = Routes.builder().handlePromptly("quick", note).handle("slow", note);
    List<Runnable> executor = new ArrayList<>();
    Bench.Line line =
        Bench.with(RouterLimits.standard(), routes, executor::add).connect(Bench.ALICE);
    line.send(Bench.message("quick", "1"));
    assertEquals(List.of("quick"), called);
    assertEquals(List.of(), executor);
    line.send(Bench.message("slow", "2"));
    line.send(Bench.message("quick", "3"));
    assertEquals(List.of("quick"), called);
    executor.remove(0).run();
    assertEquals(List.of("quick", "slow", "quick"), called);
    assertEquals(List.of(), executor);
  }

  @Test
  void putsMiddlewareAroundHandlersTheFirstOutermost() {
    List<String> steps = new ArrayList<>();
    Routes.Builder routes =
        Routes.builder()
            .around(step("outer", steps))
            .handle(
                "a",
                (context, message) -> {
                  steps.add("handler");
                  return Reply.accepted();
                })
            .around(step("inner", steps));
    Bench.with(routes).connect(Bench.ALICE).send(Bench.message("a", "1"));
    assertEquals(List.of("outer", "inner", "handler"), steps);
  }

  @Test
  void letsMiddlewareAnswerWithoutTheHandler() {
    List<String> called = new ArrayList<>();
    Routes.Builder routes =
        Routes.builder()
            .around((context, message, next) -> Reply.rejected("Not allowed"))
            .handle(
                "a",
                (context, message) -> {
                  called.add("handler");
                  return Reply.accepted();
                });
    Bench.Line line = Bench.with(routes).connect(Bench.ALICE);
    line.send(Bench.message("a", "1"));
    assertEquals("Not allowed", line.wire().failure().message());
    assertEquals(List.of(), called);
  }

  private static Middleware step(String name, List<String> steps) {
    return (context, message, next) -> {
      steps.add(name);
      return next.handle(context, message);
    };
  }
}
