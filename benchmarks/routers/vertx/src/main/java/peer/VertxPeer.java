package peer;

import io.vertx.core.AbstractVerticle;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.bridge.PermittedOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.handler.sockjs.SockJSBridgeOptions;
import io.vertx.ext.web.handler.sockjs.SockJSHandler;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Vert.x's event bus bridge: messages go to an address of the bus and are answered by events to the
 * user's own address and by a reply.
 */
public final class VertxPeer {

  private VertxPeer() {}

  public static void main(String[] arguments) throws Exception {
    Vertx vertx = Vertx.vertx(new VertxOptions().setPreferNativeTransport(true));
    int loops = Runtime.getRuntime().availableProcessors();
    AtomicInteger port = new AtomicInteger();
    CountDownLatch listening = new CountDownLatch(1);
    vertx
        .deployVerticle(new Work())
        .compose(
            done ->
                vertx.deployVerticle(
                    () -> new Web(port), new DeploymentOptions().setInstances(loops)))
        .onSuccess(done -> listening.countDown())
        .onFailure(
            failed -> {
              failed.printStackTrace();
              System.exit(1);
            });
    listening.await();
    System.out.println("listening " + port.get());
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      System.gc();
      System.out.println("collected");
    }
    Runtime.getRuntime().halt(0);
  }

  /** One event loop's share of sockets. */
  private static final class Web extends AbstractVerticle {

    /** A negative port is chosen by the system and shared by the instances. */
    private static final int SHARED_FREE_PORT = -1;

    private final AtomicInteger port;

    Web(AtomicInteger port) {
      this.port = port;
    }

    @Override
    public void start(Promise<Void> started) {
      Router router = Router.router(vertx);
      SockJSBridgeOptions options =
          new SockJSBridgeOptions()
              .addInboundPermitted(new PermittedOptions().setAddressRegex("hello|ask|announce"))
              .addOutboundPermitted(new PermittedOptions().setAddressRegex("all|user\\..*"))
              .setPingTimeout(600_000);
      router.route("/eventbus*").subRouter(SockJSHandler.create(vertx).bridge(options));
      vertx
          .createHttpServer()
          .requestHandler(router)
          .listen(SHARED_FREE_PORT, "127.0.0.1")
          .onSuccess(server -> listening(server, started))
          .onFailure(started::fail);
    }

    private void listening(HttpServer server, Promise<Void> started) {
      port.set(server.actualPort());
      started.complete();
    }
  }

  /** The handlers, on one event loop: with more, one user's messages would overtake each other. */
  private static final class Work extends AbstractVerticle {

    @Override
    public void start() {
      vertx.eventBus().<JsonObject>localConsumer("hello", message -> message.reply(null));
      vertx
          .eventBus()
          .<JsonObject>localConsumer(
              "ask",
              message -> {
                JsonObject body = message.body();
                for (int index = 0; index < body.getInteger("k"); index++) {
                  vertx.eventBus().send("user." + body.getInteger("u"), event(body, index));
                }
                message.reply(null);
              });
      vertx
          .eventBus()
          .<JsonObject>localConsumer(
              "announce",
              message -> {
                vertx.eventBus().publish("all", event(message.body(), 0));
                // The bridge counts replies that are still to come, and takes no more than 1,000.
                message.reply(null);
              });
    }

    private static JsonObject event(JsonObject body, int index) {
      return new JsonObject()
          .put("i", index)
          .put("n", body.getLong("n"))
          .put("text", body.getString("text"));
    }
  }
}
