package dev.ssot.rules.model;

import java.util.List;
import java.util.Optional;

/**
 * Everything that a policy comes to, each value with the place that says so.
 *
 * @param policy the file, relative to the base of a scan
 * @param layers the policies that it lies over, the lowest first
 * @param settings in the order in which the keys of a policy are explained
 */
public record PolicySettings(String policy, List<Layer> layers, List<Setting> settings) {

  /** What a policy can come from. */
  public enum Kind {
    FILE("file"),
    BUILT_IN("built-in"),
    DEFAULT("default");

    private final String label;

    Kind(String label) {
      this.label = label;
    }

    /** The name as reports write it. */
    public String label() {
      return label;
    }
  }

  /**
   * A policy that another lies over.
   *
   * @param name of the file or of the built-in policy
   * @param extendedAt the line that names it
   */
  public record Layer(Kind kind, String name, PolicyLine extendedAt) {}

  /**
   * A value.
   *
   * @param key the path of keys, where roles stand by id and forbidden paths by path
   * @param place what says so; nowhere for a default
   * @param over the places of the values that it replaces, the nearest first
   */
  public record Setting(
      String key, String value, Kind kind, Optional<PolicyLine> place, List<PolicyLine> over) {

    public Setting {
      over = List.copyOf(over);
    }
  }

  public PolicySettings {
    layers = List.copyOf(layers);
    settings = List.copyOf(settings);
  }
}
