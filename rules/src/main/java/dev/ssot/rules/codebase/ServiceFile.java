package dev.ssot.rules.codebase;

import dev.ssot.rules.model.Region;
import java.util.List;

/**
 * A provider configuration file of {@link java.util.ServiceLoader}.
 *
 * @param service qualified name of the service, which is the file's name
 * @param suppressions in the order of lines
 */
public record ServiceFile(
    String path,
    SourceKind kind,
    String service,
    List<Provider> providers,
    List<SuppressionFact> suppressions,
    int lines) {

  /** One line that names an implementation. */
  public record Provider(String name, Region region) {}

  public ServiceFile {
    providers = List.copyOf(providers);
    suppressions = List.copyOf(suppressions);
  }
}
