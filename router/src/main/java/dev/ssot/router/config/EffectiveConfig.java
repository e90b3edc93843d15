package dev.ssot.router.config;

import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.Collection;
import java.util.stream.Collectors;

/**
 * A configuration with everything that it did not say, as a configuration that says it. There is no
 * secret in it: keys and certificates are named by their files.
 */
public final class EffectiveConfig {

  private static final String INDENT = "  ";

  private final StringBuilder yaml = new StringBuilder();

  private EffectiveConfig() {}

  /** The text of a file that says the same. */
  public static String text(RouterConfig config) {
    return new EffectiveConfig().all(config);
  }

  private String all(RouterConfig config) {
    RouterConfig.Listening listening = config.listening();
    line("", "version", "1");
    line("", "listen", Addresses.text(listening.address()));
    line("", "path", quoted(listening.path()));
    line("", "origins", list(listening.origins()));
    listening.tls().ifPresent(this::tls);
    tokens(config);
    line("", "cookie", quoted(config.cookie()));
    listening.tickets().ifPresent(this::tickets);
    line("", "application", list(config.applications().stream().map(Path::toString).toList()));
    operations(config.operations());
    yaml.append("log:\n");
    line(INDENT, "level", config.logLevel().label());
    limits("", "limits", config.limits());
    return yaml.toString();
  }

  private void tls(RouterConfig.Tls tls) {
    yaml.append("tls:\n");
    line(INDENT, "certificates", quoted(tls.certificates().toString()));
    line(INDENT, "key", quoted(tls.key().toString()));
  }

  private void tickets(String path) {
    yaml.append("tickets:\n");
    line(INDENT, "path", quoted(path));
  }

  private void tokens(RouterConfig config) {
    yaml.append("tokens:\n");
    line(INDENT, "keys", quoted(config.tokens().keys().toString()));
    line(INDENT, "issuer", quoted(config.tokens().issuer()));
    line(INDENT, "audience", quoted(config.tokens().audience()));
    line(INDENT, "tenant-claim", quoted(config.tokens().tenantClaim()));
    line(INDENT, "user-claim", quoted(config.tokens().userClaim()));
  }

  private void operations(RouterConfig.Operations operations) {
    boolean beyond = !operations.address().getAddress().isLoopbackAddress();
    yaml.append("operations:\n");
    line(INDENT, "listen", Addresses.text(operations.address()));
    line(INDENT, "beyond-this-machine", String.valueOf(beyond));
    line(INDENT, "hosts", list(operations.hosts()));
    limits(INDENT, "limits", operations.limits());
  }

  private void limits(String indent, String key, Record limits) {
    yaml.append(indent).append(key).append(":\n");
    for (RecordComponent component : limits.getClass().getRecordComponents()) {
      Object value = LimitKeys.value(limits, component);
      String name = LimitKeys.of(component);
      if (value instanceof Record nested) {
        limits(indent + INDENT, name, nested);
      } else {
        line(indent + INDENT, name, LimitKeys.text(component, value));
      }
    }
  }

  private void line(String indent, String key, String value) {
    yaml.append(indent).append(key).append(": ").append(value).append('\n');
  }

  private static String list(Collection<String> values) {
    return values.stream().map(EffectiveConfig::quoted).collect(Collectors.joining(", ", "[", "]"));
  }

  private static String quoted(String value) {
    return "'" + value.replace("'", "''") + "'";
  }
}
