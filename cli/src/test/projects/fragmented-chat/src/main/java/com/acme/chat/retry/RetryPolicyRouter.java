package com.acme.chat.retry;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeoutException;

/** Chooses how often a failed call of a language model is tried again. */
public final class RetryPolicyRouter {

  /** How often, and how long to wait before the first retry. */
  public record RetryPolicy(int attempts, Duration firstDelay) {

    /** The delay before a retry, doubled each time. */
    public Duration delayBefore(int retry) {
      return firstDelay.multipliedBy(1L << Math.min(retry, 10));
    }
  }

  private static final RetryPolicy NEVER = new RetryPolicy(1, Duration.ZERO);

  private final Map<Class<? extends Exception>, RetryPolicy> policies = new LinkedHashMap<>();

  public RetryPolicyRouter() {
    policies.put(TimeoutException.class, new RetryPolicy(2, Duration.ofSeconds(5)));
    policies.put(IOException.class, new RetryPolicy(5, Duration.ofMillis(200)));
  }

  public RetryPolicy policyFor(Exception failure) {
    return policies.entrySet().stream()
        .filter(entry -> entry.getKey().isInstance(failure))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(NEVER);
  }
}
