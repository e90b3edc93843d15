package dev.ssot.router.config;

import dev.ssot.router.auth.TokenRules;
import dev.ssot.router.config.RouterConfig.Listening;
import dev.ssot.router.config.RouterConfig.Operations;
import dev.ssot.router.config.RouterConfig.Tls;
import dev.ssot.router.limits.OperationsLimits;
import dev.ssot.router.limits.RouterLimits;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Reads a configuration and names everything that is wrong with it, each with its place. */
public final class ConfigReader {

  private static final List<String> KEYS =
      List.of(
          "version",
          "listen",
          "path",
          "origins",
          "tls",
          "tokens",
          "cookie",
          "tickets",
          "application",
          "operations",
          "log",
          "limits");
  private static final List<String> TLS = List.of("certificates", "key");
  private static final List<String> TOKENS =
      List.of("keys", "issuer", "audience", "tenant-claim", "user-claim");
  private static final List<String> TICKETS = List.of("path");
  private static final List<String> OPERATIONS =
      List.of("listen", "beyond-this-machine", "hosts", "limits");
  private static final List<String> LOG = List.of("level");

  private static final Pattern PATH = Pattern.compile("/[A-Za-z0-9._~/-]*");
  private static final Pattern ORIGIN =
      Pattern.compile("https?://([A-Za-z0-9.-]+|\\[[0-9A-Fa-f:]+])(:[0-9]{1,5})?");
  private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.-]+");
  private static final Pattern COOKIE = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

  private final Path folder;
  private final Faults faults;

  private ConfigReader(Path folder, Faults faults) {
    this.folder = folder;
    this.faults = faults;
  }

  /**
   * Reads a file; files that it names are sought from its folder on.
   *
   * @throws ConfigRejected with everything that is wrong
   */
  public static RouterConfig read(Path file) {
    Faults faults = new Faults(file.toString());
    ConfigMap root = new ConfigMap("", ConfigFile.read(file, faults), KEYS, faults);
    RouterConfig config =
        new ConfigReader(file.toAbsolutePath().normalize().resolveSibling(""), faults).config(root);
    faults.throwIfAny();
    return config;
  }

  private RouterConfig config(ConfigMap root) {
    version(root);
    LimitsReader limits = new LimitsReader(faults);
    return new RouterConfig(
        listening(root),
        tokens(root),
        matching(root, "cookie", COOKIE, "ssot_token", "must be the name of a cookie"),
        root.texts("application").stream()
            .map(name -> file(root, "application", name).orElse(folder))
            .toList(),
        operations(root, limits),
        level(root),
        limits.read(root, "limits", RouterLimits.standard()));
  }

  private static void version(ConfigMap root) {
    root.require("version", "begin with `version: 1`");
    root.find("version")
        .filter(value -> !(value instanceof ScalarNode scalar && scalar.getValue().equals("1")))
        .ifPresent(other -> root.wrong("version", "must be 1", "write `version: 1`"));
  }

  private Listening listening(ConfigMap root) {
    root.require("listen", "write the address for clients, such as `listen: 127.0.0.1:8080`");
    InetSocketAddress none = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    String path = matching(root, "path", PATH, "/ws", "must be a path such as /ws");
    return new Listening(
        Addresses.read(root, "listen", none),
        path,
        allMatching(root, "origins", ORIGIN, "must be origins such as https://chat.example"),
        root.map("tickets", TICKETS).map(map -> tickets(map, path)),
        root.map("tls", TLS).flatMap(this::tls));
  }

  private static String tickets(ConfigMap map, String router) {
    String path = matching(map, "path", PATH, "/tickets", "must be a path such as /tickets");
    if (path.equals(router)) {
      map.wrong("path", "is the path of the router itself", "choose another, such as /tickets");
    }
    return path;
  }

  private Optional<Tls> tls(ConfigMap map) {
    TLS.forEach(key -> map.require(key, "name a file in PEM, or leave `tls` out"));
    Optional<Path> certificates = requiredFile(map, "certificates");
    Optional<Path> key = requiredFile(map, "key");
    return certificates.isPresent() && key.isPresent()
        ? Optional.of(new Tls(certificates.get(), key.get()))
        : Optional.empty();
  }

  private TokenRules tokens(ConfigMap root) {
    root.require("tokens", "say whose tokens open a connection: keys, issuer and audience");
    Optional<ConfigMap> given = root.map("tokens", TOKENS);
    if (given.isEmpty()) {
      return new TokenRules(folder, "none", "none", "tenant", "sub");
    }
    ConfigMap map = given.get();
    map.require("keys", "name a file with the public keys of whoever issues tokens (a JWK set)");
    map.require("issuer", "write the `iss` that tokens must have");
    map.require("audience", "write what must be among the `aud` of tokens");
    return new TokenRules(
        requiredFile(map, "keys").orElse(folder),
        map.text("issuer").orElse("none"),
        map.text("audience").orElse("none"),
        map.text("tenant-claim").orElse("tenant"),
        map.text("user-claim").orElse("sub"));
  }

  private Operations operations(ConfigMap root, LimitsReader limits) {
    InetSocketAddress standard = new InetSocketAddress(InetAddress.getLoopbackAddress(), 9090);
    Optional<ConfigMap> given = root.map("operations", OPERATIONS);
    if (given.isEmpty()) {
      return new Operations(standard, new TreeSet<>(), OperationsLimits.standard());
    }
    ConfigMap map = given.get();
    InetSocketAddress address = Addresses.read(map, "listen", standard);
    boolean beyond = map.truth("beyond-this-machine");
    if (!beyond && !address.isUnresolved() && !address.getAddress().isLoopbackAddress()) {
      map.wrong(
          "listen",
          "can be reached from other machines, and nobody is asked who he is there",
          "listen at 127.0.0.1, or say `beyond-this-machine: true` if a firewall guards it");
    }
    return new Operations(
        address,
        allMatching(map, "hosts", HOST, "must be names of hosts"),
        limits.read(map, "limits", OperationsLimits.standard()));
  }

  private static LogLevel level(ConfigMap root) {
    Optional<ConfigMap> map = root.map("log", LOG);
    Optional<String> label = map.flatMap(log -> log.text("level"));
    if (label.isEmpty()) {
      return LogLevel.INFO;
    }
    if (!LogLevel.labels().contains(label.get())) {
      map.get().wrong("level", "is no level", "choose of " + String.join(", ", LogLevel.labels()));
      return LogLevel.INFO;
    }
    return LogLevel.valueOf(label.get().toUpperCase(Locale.ROOT));
  }

  private static String matching(
      ConfigMap map, String key, Pattern pattern, String standard, String must) {
    Optional<String> text = map.text(key);
    if (text.isPresent() && !pattern.matcher(text.get()).matches()) {
      map.wrong(key, must, "without it, it is `%s`".formatted(standard));
    }
    return text.orElse(standard);
  }

  private static SortedSet<String> allMatching(
      ConfigMap map, String key, Pattern pattern, String must) {
    List<String> texts = map.texts(key);
    if (!texts.stream().allMatch(text -> pattern.matcher(text).matches())) {
      map.wrong(key, must, "write each without a path and without anything else");
    }
    return new TreeSet<>(texts);
  }

  private Optional<Path> requiredFile(ConfigMap map, String key) {
    return map.text(key).flatMap(name -> file(map, key, name));
  }

  private Optional<Path> file(ConfigMap map, String key, String name) {
    Optional<Path> file = path(name).filter(Files::isReadable).filter(Files::isRegularFile);
    if (file.isEmpty()) {
      map.wrong(
          key,
          "names no file that can be read",
          "name one, absolute or from the folder of this configuration on");
    }
    return file;
  }

  private Optional<Path> path(String name) {
    try {
      return Optional.of(folder.resolve(name).normalize());
    } catch (InvalidPathException impossible) {
      return Optional.empty();
    }
  }
}
