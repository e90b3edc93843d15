package dev.ssot.router.config;

import java.util.List;
import java.util.stream.Collectors;

/** A configuration that can't be used, with everything that is wrong with it. */
public final class ConfigRejected extends RuntimeException {

  private final transient List<Fault> faults;

  /** Rejects for one or more reasons. */
  public ConfigRejected(List<Fault> faults) {
    super(faults.stream().map(Fault::text).collect(Collectors.joining("\n")));
    this.faults = List.copyOf(faults);
  }

  /** What has to be mended, in the order of the file. */
  public List<Fault> faults() {
    return faults;
  }
}
