package dev.ssot.router.server;

import dev.ssot.router.Connection;
import dev.ssot.router.protocol.ClientMessage;
import dev.ssot.router.wire.ClientMessageCodec;
import dev.ssot.router.wire.Decoded;
import java.util.Optional;

/** Hands what a client says on one socket to the router. */
final class Session implements Receiver {

  private final Connection connection;
  private final Socket socket;
  private final ClientMessageCodec codec;

  Session(Connection connection, Socket socket, ClientMessageCodec codec) {
    this.connection = connection;
    this.socket = socket;
    this.codec = codec;
  }

  @Override
  public boolean plain(byte[] utf8) {
    Optional<ClientMessage> message = codec.readPlain(utf8);
    message.ifPresent(connection::receive);
    return message.isPresent();
  }

  @Override
  public void text(String text) {
    Decoded<ClientMessage> decoded = codec.read(text);
    if (decoded instanceof Decoded.Message<ClientMessage> good) {
      connection.receive(good.message());
    } else if (decoded instanceof Decoded.Refused<ClientMessage> refused) {
      connection.receive(refused.failure());
    }
  }

  @Override
  public void writable() {
    socket.resume();
  }

  @Override
  public void closed() {
    connection.detach();
  }
}
