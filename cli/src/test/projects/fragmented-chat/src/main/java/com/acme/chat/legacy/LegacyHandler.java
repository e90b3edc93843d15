package com.acme.chat.legacy;

import java.util.Map;

/** A link in the chain of the first router. */
public interface LegacyHandler {

  boolean canHandle(String type);

  /** Returns the frame to answer with, or the empty string. */
  String process(String userId, Map<String, String> fields);
}
