package com.acme.tidy.routing;

/** Every limit of the router. */
public record RouterLimits(int messageSize, int connectionsPerUser) {

  /** The limits of production. */
  public static final RouterLimits STANDARD = new RouterLimits(32 * 1024, 10);

  /** No limits; for load tests only. */
  public static final RouterLimits UNLIMITED =
      new RouterLimits(Integer.MAX_VALUE, Integer.MAX_VALUE);
}
