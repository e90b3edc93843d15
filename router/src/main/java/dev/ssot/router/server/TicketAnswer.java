package dev.ssot.router.server;

import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.util.Map;

/**
 * An answer to a request for a ticket. Its ticket appears in no text that is made of it.
 *
 * @param json the body
 */
record TicketAnswer(HttpResponseStatus status, String json, Map<String, String> headers)
    implements HttpAnswer {

  TicketAnswer {
    headers = Map.copyOf(headers);
  }

  static TicketAnswer refusal(HttpResponseStatus status, String why, Map<String, String> headers) {
    return new TicketAnswer(status, "{\"error\":\"%s\"}\n".formatted(why), headers);
  }

  @Override
  public FullHttpResponse response() {
    return HttpAnswer.response(status, "application/json", json, headers);
  }

  @Override
  public void tell(ServerObserver observer) {
    observer.ticketAnswered(status.code());
  }

  @Override
  public String toString() {
    return "TicketAnswer[" + status + "]";
  }
}
