package dev.ssot.router.server;

import dev.ssot.router.Attachment;
import dev.ssot.router.Connection;
import dev.ssot.router.Handshake;
import dev.ssot.router.MessageRouter;
import dev.ssot.router.auth.Authentication;
import dev.ssot.router.limits.HandshakeLimits;
import dev.ssot.router.limits.TransportLimits;
import dev.ssot.router.protocol.ConnectionId;
import dev.ssot.router.wire.ClientMessageCodec;
import dev.ssot.router.wire.ServerFrameCodec;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;

/** Takes each new socket to the router: a place, a decided handshake, a connection. */
@SuppressWarnings(
    "FutureReturnValueIgnored") // A write that fails closes its channel, which is seen.
final class SocketInitializer extends ChannelInitializer<Channel> {

  private final TransportLimits limits;
  private final InstantSource clock;
  private final MessageRouter router;
  private final Admittance admittance;
  private final UpgradeCheck check;
  private final Optional<TlsFiles> tls;
  private final Doorman doorman;
  private final UnsentBudget budget;
  private final ClientMessageCodec messages;
  private final ServerFrameCodec frames;
  private final ServerObserver observer;

  SocketInitializer(ServerParts parts, MessageRouter router, UnsentBudget budget) {
    this.router = router;
    this.budget = budget;
    observer = parts.observer();
    limits = parts.limits().transport();
    clock = parts.clock();
    tls = parts.tls();
    admittance = parts.admittance();
    check = new UpgradeCheck(admittance, clock);
    doorman = new Doorman(limits.handshake());
    messages = new ClientMessageCodec(limits.json());
    frames = new ServerFrameCodec(parts.limits());
  }

  @Override
  protected void initChannel(Channel channel) {
    InetAddress address = ((InetSocketAddress) channel.remoteAddress()).getAddress();
    Doorman.Verdict verdict = doorman.enter(address);
    channel.closeFuture().addListener(closed -> doorman.leave(address));
    if (verdict == Doorman.Verdict.CROWDED) {
      observer.socketDropped();
      channel.close();
      return;
    }
    tls.ifPresent(files -> channel.pipeline().addLast(files.context().newHandler(channel.alloc())));
    Upgrade.expectRequest(
        channel.pipeline(),
        limits,
        new UpgradeHandler(limits.handshake().within(), refusal(verdict), this::upgrade, observer));
  }

  private Optional<HttpRefusal> refusal(Doorman.Verdict verdict) {
    HandshakeLimits handshake = limits.handshake();
    return switch (verdict) {
      case ADDRESS_FULL ->
          Optional.of(
              HttpRefusal.later(
                  HttpResponseStatus.TOO_MANY_REQUESTS,
                  "Your address has too many connections",
                  handshake.retryAfter()));
      case FULL, CROWDED -> Optional.of(unavailable("There are too many connections"));
      case ENTER -> Optional.empty();
    };
  }

  private Optional<HttpAnswer> upgrade(ChannelHandlerContext ctx, HttpRequest request) {
    Optional<HttpAnswer> ticket =
        admittance.tickets().flatMap(window -> window.answer(request, admittance, clock));
    if (ticket.isPresent()) {
      return ticket;
    }
    UpgradeCheck.Result result = check.examine(request);
    if (result instanceof UpgradeCheck.Result.Refused refused) {
      return Optional.of(refused.refusal());
    }
    return attach(ctx, (UpgradeCheck.Result.Accepted) result);
  }

  private Optional<HttpAnswer> attach(
      ChannelHandlerContext ctx, UpgradeCheck.Result.Accepted accepted) {
    Authentication.Proved proof = accepted.proof();
    Socket socket =
        new Socket(
            ctx.channel(),
            proof.user(),
            frames,
            budget,
            limits.sockets().unsentBytes(),
            accepted.compression().map(agreed -> limits.sockets().compressFrom()));
    ConnectionId id = new ConnectionId(UUID.randomUUID().toString());
    Attachment attachment = router.attach(new Handshake(proof.user(), id, proof.expires()), socket);
    if (attachment instanceof Attachment.Attached attached) {
      socket.attached(attached.connection());
      accept(ctx, accepted, socket, attached.connection());
      return Optional.empty();
    }
    return Optional.of(unavailable(((Attachment.Refused) attachment).detail()));
  }

  private void accept(
      ChannelHandlerContext ctx,
      UpgradeCheck.Result.Accepted accepted,
      Socket socket,
      Connection connection) {
    Session session = new Session(connection, socket, messages);
    Upgrade.accept(
        ctx,
        limits,
        accepted.key(),
        Optional.of(UpgradeCheck.SUBPROTOCOL),
        accepted.compression(),
        new FrameHandler(limits, accepted.compression(), clock, session));
  }

  private HttpRefusal unavailable(String text) {
    return HttpRefusal.later(
        HttpResponseStatus.SERVICE_UNAVAILABLE, text, limits.handshake().retryAfter());
  }
}
