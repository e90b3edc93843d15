package com.acme.chat.spi;

/** Takes raw frames from a front end that is found at run time. */
public interface InboundGateway {

  void accept(String userId, String raw);
}
