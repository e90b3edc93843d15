package dev.ssot.router.client;

import dev.ssot.router.protocol.Payload;
import dev.ssot.router.protocol.UserKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * One user: sends a message, waits until its run has ended on every device, and goes on; finished
 * when every message is answered as well, which a lost answer delays until the client is back.
 */
final class SoakUser {

  private final int number;
  private final SoakPlan plan;
  private final SoakCounts counts;
  private final List<RouterClient> clients = new ArrayList<>();
  private final List<SoakDevice> devices = new ArrayList<>();
  private final List<CompletableFuture<Void>> answers = new ArrayList<>();
  private final Map<String, Integer> endedOn = new HashMap<>();
  private final CompletableFuture<Integer> finished = new CompletableFuture<>();
  private int run;
  private int complete;

  SoakUser(int number, SoakPlan plan, SoakCounts counts) {
    this.number = number;
    this.plan = plan;
    this.counts = counts;
  }

  /** Connects the devices; the first message is sent when all follow the stream. */
  CompletableFuture<Integer> start(SoakNetwork network) {
    UserKey user = plan.user(number);
    CompletableFuture<?>[] followed = new CompletableFuture<?>[plan.devices()];
    for (int i = 0; i < plan.devices(); i++) {
      CompletableFuture<Void> following = new CompletableFuture<>();
      followed[i] = following;
      SoakDevice device =
          new SoakDevice(
              user,
              plan,
              counts,
              plan.random(number, -1 - i),
              new SoakDevice.Progress(() -> following.complete(null), this::ended));
      RouterClient client = network.connect(user, plan.isProxied(number), device);
      device.cutBy(client::cut);
      devices.add(device);
      clients.add(client);
    }
    var unused = CompletableFuture.allOf(followed).thenRun(this::next);
    return finished;
  }

  void close() {
    clients.forEach(RouterClient::close);
  }

  List<RouterClient> clients() {
    return clients;
  }

  private synchronized void next() {
    while (run < plan.runsPerUser() && plan.breaks(number, run)) {
      send(run++, true);
    }
    if (run < plan.runsPerUser()) {
      send(run++, false);
    } else {
      var unused =
          CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new))
              .whenComplete((all, failure) -> finish(failure));
    }
  }

  private synchronized void finish(@Nullable Throwable failure) {
    if (failure == null) {
      finished.complete(complete);
    } else {
      finished.completeExceptionally(failure);
    }
  }

  private void send(int current, boolean breaks) {
    RouterClient client = clients.get(current % clients.size());
    answers.add(
        client
            .send("user_message", Payload.of(Map.of("user", number, "run", current)))
            .thenAccept(answer -> check(answer, breaks)));
  }

  private void check(Answer answer, boolean breaks) {
    boolean broken =
        answer instanceof Answer.Refused refused && refused.code().equals("handler_failed");
    if (breaks ? !broken : !(answer instanceof Answer.Accepted)) {
      counts.gap("user " + number + " was answered " + answer);
    }
  }

  private synchronized void ended(String id) {
    if (endedOn.merge(id, 1, Integer::sum) == plan.devices()) {
      endedOn.remove(id);
      complete++;
      next();
    }
  }
}
