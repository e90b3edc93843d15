package dev.ssot.rules.scan;

import dev.ssot.rules.codebase.Codebase;
import dev.ssot.rules.codebase.source.SourceReader.Sources;
import dev.ssot.rules.model.AccessPath;
import dev.ssot.rules.model.DottedNames;
import dev.ssot.rules.model.PolicyLine;
import dev.ssot.rules.model.Role;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Refuses scans that could say nothing true. */
final class Refusals {

  private Refusals() {}

  static void check(ScanRequest request, Sources sources) {
    if (sources.counts().found() == 0) {
      throw new ScanRefusal(noSources(request, sources.counts().excluded()));
    }
    for (Role role : request.policy().roles()) {
      of(role, sources)
          .ifPresent(
              refusal -> {
                throw refusal;
              });
    }
  }

  private static String noSources(ScanRequest request, int excluded) {
    String paths =
        request.paths().stream().map(path -> "`" + path + "`").collect(Collectors.joining(", "));
    return "Nothing to scan in %s: %s; name a folder with Java sources"
        .formatted(paths, nothing(excluded));
  }

  /** Why there is nothing to scan. */
  static String nothing(int excluded) {
    return excluded == 0
        ? "there is no Java file"
        : "all %s Java files lie in build folders or are excluded by the policy"
            .formatted(excluded);
  }

  /**
   * Why nothing true can be said of a role: a canonical must be a type of the codebase, or of a
   * library that the codebase imports it from; a file that could not be read may hold it, and then
   * the scan is incomplete instead.
   */
  static Optional<ScanRefusal> of(Role role, Sources sources) {
    Codebase codebase = sources.codebase();
    String canonical = role.canonical().value();
    boolean blind = sources.counts().unreadable() > 0;
    return blind || codebase.hasType(canonical) || isImported(canonical, codebase)
        ? Optional.empty()
        : Optional.of(refusal(role, codebase, "is no type of this codebase"));
  }

  /**
   * A canonical that was of the codebase before a change must be so after it: what still imports it
   * would make it look like a library's.
   */
  static void checkKept(ScanRequest request, Sources now, Codebase before) {
    for (Role role : request.policy().roles()) {
      String canonical = role.canonical().value();
      boolean gone = before.hasType(canonical) && !now.codebase().hasType(canonical);
      if (gone && now.counts().unreadable() == 0) {
        throw refusal(role, now.codebase(), "was deleted or moved by the change");
      }
    }
  }

  private static ScanRefusal refusal(Role role, Codebase codebase, String what) {
    String canonical = role.canonical().value();
    String simpleName = DottedNames.last(canonical);
    List<String> namesakes =
        codebase.withSimpleName(simpleName).stream().map(entry -> entry.name()).sorted().toList();
    PolicyLine line = role.canonical().line();
    String hint =
        namesakes.isEmpty()
            ? "write the qualified name of the type that holds the role"
            : "did you mean `" + String.join("`, `", namesakes) + "`";
    return new ScanRefusal(
        "%s:%s:%s: error: the canonical `%s` of the role `%s` %s\n  help: %s"
            .formatted(line.file(), line.line(), line.column(), canonical, role.id(), what, hint));
  }

  private static boolean isImported(String canonical, Codebase codebase) {
    return codebase.units().stream()
        .flatMap(unit -> unit.imports().stream())
        .anyMatch(
            single ->
                single.name().equals(canonical)
                    || (single.path() == AccessPath.STATIC_IMPORT
                        && single.qualifier().equals(canonical)));
  }
}
