package dev.ssot.cli.policy;

import java.util.Optional;

/** The text of a policy that stands by itself. */
record TextSource(String text, String name) implements PolicySource {

  @Override
  public Object identity() {
    return name;
  }

  @Override
  public Optional<PolicySource> beside(String path) {
    return Optional.empty();
  }
}
