package dev.ssot.cli.policy;

import java.util.List;

/** The keys that each part of a policy may have, in the order in which they are explained. */
final class PolicyKeys {

  static final List<String> POLICY =
      List.of(
          "version",
          "extends",
          "sources",
          "roles",
          "forbid",
          "prefer",
          "isolated",
          "layers",
          "acyclic",
          "gate",
          "rules",
          "suppressions",
          "baseline");
  static final List<String> SOURCES = List.of("roots", "test-roots", "generated-roots", "exclude");
  static final List<String> ROLE =
      List.of(
          "id",
          "title",
          "canonical",
          "rivals",
          "messages",
          "constants",
          "unrelated",
          "shims",
          "forbid",
          "prefer",
          "bypass",
          "real");
  static final List<String> RIVALS = List.of("names", "members", "threshold");
  static final List<String> FORBID = List.of("path", "reason", "use", "except");
  static final List<String> PREFER = List.of("use", "over", "reason", "except");
  static final List<String> SHIM = List.of("type", "owner", "until");
  static final List<String> BYPASS = List.of("reason", "calls", "except");
  static final List<String> REAL = List.of("reason", "types", "except");
  static final List<String> CALL = List.of("types", "methods", "arguments");
  static final List<String> ISOLATED = List.of("types", "reason", "except");

  static final List<String> LAYER = List.of("id", "types", "reason");

  static final List<String> ACYCLIC = List.of("packages", "reason");

  static final List<String> SUPPRESSION = List.of("rule", "subject", "until", "owner", "reason");
  static final List<String> GATE = List.of("fail-on", "minimum-score");

  private PolicyKeys() {}
}
