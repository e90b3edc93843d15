package dev.ssot.rules.scan;

import dev.ssot.rules.codebase.Codebase;
import dev.ssot.rules.codebase.Codebase.TypeEntry;
import dev.ssot.rules.codebase.source.SourceReader.Sources;
import dev.ssot.rules.model.Dismissal;
import dev.ssot.rules.model.DottedNames;
import dev.ssot.rules.model.Neighbourhood;
import dev.ssot.rules.rivals.Rivalry;
import java.util.List;

/** Finds the types that are most like a given one. */
public final class Similarity {

  private static final int NAMED = 5;

  private Similarity() {}

  /**
   * Reads the sources and ranks their types.
   *
   * @param type qualified name, or a simple name that only one type has
   * @param limit how many types are wanted at most
   * @throws ScanRefusal if there is no such type, or more than one
   */
  public static Neighbourhood run(
      ScanRequest request, String type, int limit, ScanListener listener) {
    Sources sources = Reading.of(request, Scan.ranking(request.policy()), listener);
    TypeEntry entry = find(type, sources.codebase());
    return neighbourhood(sources, entry, new Rivalry(sources.codebase()), limit);
  }

  /**
   * Reads the sources and tells what a type is, beside the declared canonicals and by itself.
   *
   * @param type qualified name, or a simple name that only one type has
   * @throws ScanRefusal if there is no such type, or more than one
   */
  public static Dismissal dismissal(ScanRequest request, String type, ScanListener listener) {
    Sources sources = Reading.of(request, Scan.ranking(request.policy()), listener);
    TypeEntry entry = find(type, sources.codebase());
    Rivalry rivalry = new Rivalry(sources.codebase());
    return new Dismissal(
        rivalry.nature(entry),
        request.policy().roles().stream().map(role -> rivalry.standing(entry, role)).toList(),
        neighbourhood(sources, entry, rivalry, NAMED));
  }

  private static Neighbourhood neighbourhood(
      Sources sources, TypeEntry entry, Rivalry rivalry, int limit) {
    return new Neighbourhood(
        entry.ref(),
        rivalry.similar(entry, limit),
        sources.codebase().types().size() - 1,
        sources.counts(),
        sources.problems());
  }

  /**
   * The type of a name.
   *
   * @param type qualified name, or a simple name that only one type has
   * @throws ScanRefusal if there is no such type, or more than one
   */
  static TypeEntry find(String type, Codebase codebase) {
    List<TypeEntry> exact = codebase.declarations(type);
    if (!exact.isEmpty()) {
      return exact.get(0);
    }
    List<TypeEntry> namesakes = codebase.withSimpleName(DottedNames.last(type));
    if (namesakes.size() == 1 && type.indexOf('.') < 0) {
      return namesakes.get(0);
    }
    String hint =
        namesakes.isEmpty()
            ? "name a type of the scanned code by its qualified name"
            : "did you mean `%s`"
                .formatted(
                    String.join(
                        "`, `",
                        namesakes.stream().map(TypeEntry::name).sorted().limit(NAMED).toList()));
    throw new ScanRefusal(
        "`%s` is %s of this codebase\n  help: %s"
            .formatted(type, namesakes.size() > 1 ? "more than one type" : "no type", hint));
  }
}
