package com.acme.chat.app;

import com.acme.chat.spi.InboundGateway;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;

/** Finds the front ends on the class path. */
public final class PluginLoader {

  /** All front ends, and the first one of all where nothing else is installed. */
  public List<InboundGateway> gateways() {
    List<InboundGateway> found = new ArrayList<>();
    ServiceLoader.load(InboundGateway.class).forEach(found::add);
    if (found.isEmpty()) {
      found.add(fallback());
    }
    return found;
  }

  private static InboundGateway fallback() {
    try {
      Class<?> type =
          Class.forName("com.acme.chat.legacy.MessageRouter"); // finds: forbidden-import
      return (InboundGateway) type.getDeclaredConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("There is no front end", e);
    }
  }
}
