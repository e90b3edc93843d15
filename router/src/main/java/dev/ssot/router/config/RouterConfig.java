package dev.ssot.router.config;

import dev.ssot.router.auth.TokenRules;
import dev.ssot.router.limits.OperationsLimits;
import dev.ssot.router.limits.RouterLimits;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a standalone server is told.
 *
 * @param applications jars with the application, absolute
 * @param logLevel of the program's own log
 */
public record RouterConfig(
    Listening listening,
    TokenRules tokens,
    String cookie,
    List<Path> applications,
    Operations operations,
    LogLevel logLevel,
    RouterLimits limits) {

  public RouterConfig {
    applications = List.copyOf(applications);
  }

  /** This configuration with other jars, unless there are none. */
  public RouterConfig with(List<Path> jars) {
    return jars.isEmpty()
        ? this
        : new RouterConfig(listening, tokens, cookie, jars, operations, logLevel, limits);
  }

  /**
   * Where clients find the router.
   *
   * @param origins of pages that may connect
   * @param tickets path at which tickets are given for tokens, if anywhere
   */
  public record Listening(
      InetSocketAddress address,
      String path,
      SortedSet<String> origins,
      Optional<String> tickets,
      Optional<Tls> tls) {

    public Listening {
      origins = Collections.unmodifiableSortedSet(new TreeSet<>(origins));
    }
  }

  /** Files in PEM. */
  public record Tls(Path certificates, Path key) {}

  /**
   * Where operators find it.
   *
   * @param hosts names that a request may be addressed to, besides numbers and {@code localhost}
   */
  public record Operations(
      InetSocketAddress address, SortedSet<String> hosts, OperationsLimits limits) {

    public Operations {
      hosts = Collections.unmodifiableSortedSet(new TreeSet<>(hosts));
    }
  }
}
