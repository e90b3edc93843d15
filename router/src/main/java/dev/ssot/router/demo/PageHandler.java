package dev.ssot.router.demo;

import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Answers the one request that a socket may make: for a file of the page, or of a button. */
@SuppressWarnings("FutureReturnValueIgnored") // What fails closes its channel, which is seen.
final class PageHandler extends SimpleChannelInboundHandler<FullHttpRequest> {

  private final Gate gate;
  private final Pages pages;
  private final Controls controls;

  PageHandler(Gate gate, Pages pages, Controls controls) {
    this.gate = gate;
    this.pages = pages;
    this.controls = controls;
  }

  @Override
  protected void channelRead0(ChannelHandlerContext ctx, FullHttpRequest request) {
    int port = ((InetSocketAddress) ctx.channel().localAddress()).getPort();
    Optional<String> host = Gate.host(request.headers(), port);
    Answer answer =
        request.decoderResult().isFailure() || host.isEmpty()
            ? Answer.of(HttpResponseStatus.MISDIRECTED_REQUEST, "Nothing is here by that name")
            : answer(request, host.get());
    boolean withBody = !request.method().equals(HttpMethod.HEAD);
    ctx.writeAndFlush(answer.response(host.orElse("127.0.0.1"), withBody))
        .addListener(ChannelFutureListener.CLOSE);
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    ctx.close();
  }

  private Answer answer(FullHttpRequest request, String host) {
    HttpMethod method = request.method();
    if (method.equals(HttpMethod.POST)) {
      return gate.refusal(request.headers(), host)
          .orElseGet(
              () ->
                  controls.press(
                      request.uri(), request.content().toString(StandardCharsets.UTF_8)));
    }
    if (!method.equals(HttpMethod.GET) && !method.equals(HttpMethod.HEAD)) {
      return Answer.of(HttpResponseStatus.METHOD_NOT_ALLOWED, "Only GET, HEAD and POST are known");
    }
    return pages
        .find(request.uri())
        .orElseGet(() -> Answer.of(HttpResponseStatus.NOT_FOUND, "Nothing is here"));
  }
}
