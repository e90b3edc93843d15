package dev.ssot.reports;

import dev.ssot.rules.model.RuleDescription;
import dev.ssot.rules.model.Severity;
import java.util.List;

/** Descriptions of rules with pages of every shape. */
final class SampleRules {

  private SampleRules() {}

  static List<RuleDescription> all() {
    return List.of(
        new RuleDescription(
            "bypass", Severity.ERROR, "A call that only the canonical may make", "", List.of()),
        new RuleDescription(
            "duplicate-implementation",
            Severity.ERROR,
            "A type plays the role of a canonical",
            """
            # duplicate-implementation

            ## What it finds

            A rival of a declared role: a copy, a renamed copy,
            a partial copy or a re-implementation.

            ## Wrong

            ```java
            class ChatRouter {}
            ```
            """,
            List.of("duplication", "roles")),
        new RuleDescription(
            "fake-success",
            Severity.ERROR,
            "A type that plays a role reports success without doing the work",
            "",
            List.of("roles")),
        new RuleDescription(
            "forbidden-import",
            Severity.ERROR,
            "An access path that the policy forbids.",
            "## What it finds\n\n" + "Long words. ".repeat(200) + "\n",
            List.of("1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12")),
        new RuleDescription(
            "fragmented-role",
            Severity.NOTE,
            "Types look like rivals of each other and no canonical is declared",
            "Only a paragraph.\n",
            List.of("roles")),
        new RuleDescription(
            "incompatible-contract",
            Severity.ERROR,
            "Callers of a type would not bind to the canonical",
            "",
            List.of("roles")),
        new RuleDescription(
            "mocked-canonical",
            Severity.ERROR,
            "A test mocks what must be real",
            "",
            List.of("roles")),
        new RuleDescription(
            "overdue-shim", Severity.ERROR, "A shim that is past its end date", "", List.of()),
        new RuleDescription(
            "package-cycle", Severity.WARNING, "Packages depend on each other", "", List.of()),
        new RuleDescription(
            "test-double-in-production",
            Severity.ERROR,
            "A test double stands in production code",
            "",
            List.of("roles")),
        new RuleDescription(
            "unresolved-import",
            Severity.WARNING,
            "An import of a project type that does not exist",
            "# unresolved-import\n\n## What it finds\n\nAn import.\n",
            List.of("imports")),
        new RuleDescription(
            "unused-shim", Severity.WARNING, "A shim that nothing uses", "", List.of()));
  }
}
