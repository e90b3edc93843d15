package com.acme.chat.connection;

import java.net.http.WebSocket;
import java.util.concurrent.Semaphore;

/** A connection over a WebSocket, with a bound on the frames under way. */
public final class WebSocketConnection implements Connection {

  private static final int FRAMES_UNDER_WAY = 64;

  private final String id;
  private final WebSocket socket;
  private final Semaphore free = new Semaphore(FRAMES_UNDER_WAY);

  public WebSocketConnection(String id, WebSocket socket) {
    this.id = id;
    this.socket = socket;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public boolean send(String frame) {
    if (socket.isOutputClosed() || !free.tryAcquire()) {
      return false;
    }
    socket.sendText(frame, true).whenComplete((sent, failure) -> free.release());
    return true;
  }

  @Override
  public void close(int code, String reason) {
    socket.sendClose(code, reason);
  }
}
