package dev.ssot.rules.scan;

import dev.ssot.rules.catalog.Case;
import dev.ssot.rules.catalog.ImportQuestion;
import dev.ssot.rules.codebase.Codebase;
import dev.ssot.rules.codebase.Codebase.TypeEntry;
import dev.ssot.rules.codebase.FileFacts;
import dev.ssot.rules.codebase.ImportFact;
import dev.ssot.rules.codebase.SourceUnit;
import dev.ssot.rules.codebase.source.RewriteReading;
import dev.ssot.rules.codebase.source.SourceLines;
import dev.ssot.rules.codebase.source.SourceReader;
import dev.ssot.rules.fix.Fixes;
import dev.ssot.rules.model.AccessPath;
import dev.ssot.rules.model.CanonicalAnswer;
import dev.ssot.rules.model.DottedNames;
import dev.ssot.rules.model.Finding;
import dev.ssot.rules.model.FixPlan;
import dev.ssot.rules.model.ImportVerdict;
import dev.ssot.rules.model.Neighbourhood;
import dev.ssot.rules.model.Problem;
import dev.ssot.rules.model.Region;
import dev.ssot.rules.model.ScanResult;
import dev.ssot.rules.model.SlashedPaths;
import dev.ssot.rules.model.StoredFile;
import dev.ssot.rules.rivals.Rivalry;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A codebase as one scan saw it, and what can be asked of it without another.
 *
 * <p>Not safe for concurrent use: what an answer needs is computed when it is first asked for.
 */
public final class ScannedCode {

  private final ScanRequest request;
  private final Scan.Judged judged;
  private @Nullable RewriteReading rewriting;

  private ScannedCode(ScanRequest request, Scan.Judged judged) {
    this.request = request;
    this.judged = judged;
  }

  /**
   * Scans, or takes what the scan before this one of the same run came to, where nothing has
   * changed since and its facts stay in memory.
   *
   * @throws ScanRefusal if the request cannot give an honest answer
   */
  public static ScannedCode of(ScanRequest request, ScanListener listener) {
    return new ScannedCode(request, Scan.kept(request, listener));
  }

  /** Whether both are what one and the same scan saw. */
  public boolean isSameScanAs(ScannedCode other) {
    return judged.facts() == other.judged.facts();
  }

  /** What was scanned. */
  public ScanRequest request() {
    return request;
  }

  /** What the scan came to. */
  public ScanResult result() {
    return judged.result();
  }

  /** The lines of a file of the scan, as it is now; none if it is gone or is no text. */
  public List<String> lines(String path) {
    FileTime whenever = FileTime.fromMillis(Long.MAX_VALUE);
    return new SourceLines(request.base(), request.overlay(), whenever).of(path).orElse(List.of());
  }

  /** How some of its findings can be fixed, as far as that is safe. */
  public FixPlan fixes(List<Finding> findings) {
    Set<String> rules = findings.stream().map(Finding::rule).collect(Collectors.toSet());
    Case facts = judged.facts();
    if (rewriting == null) {
      rewriting = Reading.rewriting(request, facts.codebase());
    }
    return new Fixes(facts, rewriting).plan(findings, rules, result().coverage().problems());
  }

  /** The canonicals of the roles that a person describes, the likeliest first. */
  public List<CanonicalAnswer> canonicals(String question) {
    Case facts = judged.facts();
    return new CanonicalSearch(facts.casts(), result(), facts.codebase()).run(question);
  }

  /**
   * The types that are most like one of the codebase.
   *
   * @param type qualified name, or a simple name that only one type has
   * @param limit how many types are wanted at most
   * @throws ScanRefusal if there is no such type, or more than one
   */
  public Neighbourhood similarTo(String type, int limit) {
    Case facts = judged.facts();
    return neighbourhood(
        Similarity.find(type, facts.codebase()), facts.rivalry(), facts.codebase(), limit);
  }

  /**
   * The types that are most like one that is not in the codebase yet.
   *
   * @param text the source of a file; its first type is meant
   * @param path where the file would be, relative to the base, with {@code /}
   * @throws ScanRefusal if it cannot be understood or holds no type
   */
  public Neighbourhood similarTo(StoredFile text, String path, int limit) {
    SourceUnit unit = understood(text, path);
    if (unit.types().isEmpty()) {
      throw new ScanRefusal("the source declares no type\n  help: give the source of a type");
    }
    Codebase before = judged.facts().codebase();
    List<SourceUnit> units = new ArrayList<>(before.units());
    units.add(unit);
    Codebase codebase = new Codebase(units, before.services());
    // It is the last file, so that its types are the last ones.
    TypeEntry entry = codebase.types().get(before.types().size());
    return neighbourhood(entry, judged.facts().rivalry().over(codebase), codebase, limit);
  }

  private Neighbourhood neighbourhood(
      TypeEntry entry, Rivalry rivalry, Codebase codebase, int limit) {
    return new Neighbourhood(
        entry.ref(),
        rivalry.similar(entry, limit),
        codebase.types().size() - 1,
        result().coverage().files(),
        result().coverage().problems());
  }

  /**
   * Whether a file may import something.
   *
   * @param path the file, relative to the base, with {@code /}; it need not be there yet
   * @param text what stands for its content if it is not
   * @param written the import as it is written, without keyword and semicolon
   * @throws ScanRefusal if the import or the file cannot be understood
   */
  public ImportVerdict mayImport(String path, StoredFile text, String written) {
    ImportFact asked = imported(written);
    SourceUnit unit =
        judged.facts().codebase().units().stream()
            .filter(one -> one.path().equals(path))
            .findFirst()
            .orElseGet(() -> understood(text, path));
    return ImportQuestion.of(judged.facts(), unit, asked, written);
  }

  /** The package of files in a folder, if there is one there or above from which it follows. */
  public String packageOf(String path) {
    String folder = SlashedPaths.folder(path);
    return judged.facts().codebase().units().stream()
        .map(unit -> inFolder(unit, folder))
        .flatMap(Optional::stream)
        .findFirst()
        .orElse("");
  }

  private static Optional<String> inFolder(SourceUnit unit, String folder) {
    String root = unit.root();
    if (SlashedPaths.folder(unit.path()).equals(folder)) {
      return Optional.of(unit.packageName());
    }
    boolean below = root.isEmpty() || folder.startsWith(root + "/");
    boolean regular =
        !unit.packageName().isEmpty() && !root.equals(SlashedPaths.folder(unit.path()));
    return below && regular
        ? Optional.of(folder.substring(root.isEmpty() ? 0 : root.length() + 1).replace('/', '.'))
        : Optional.empty();
  }

  private static ImportFact imported(String written) {
    boolean fixed = written.startsWith("static ");
    String name = fixed ? written.substring("static ".length()).strip() : written;
    boolean wildcard = name.endsWith(".*");
    String bare = wildcard ? name.substring(0, name.length() - 2) : name;
    if (!DottedNames.isQualified(bare)) {
      throw new ScanRefusal(
          "`%s` is no import\n  help: write it as in `com.acme.Type`, `com.acme.*` or `static com.acme.Type.member`"
              .formatted(written));
    }
    AccessPath path;
    if (fixed) {
      path = wildcard ? AccessPath.STATIC_WILDCARD_IMPORT : AccessPath.STATIC_IMPORT;
    } else {
      path = wildcard ? AccessPath.WILDCARD_IMPORT : AccessPath.IMPORT;
    }
    return new ImportFact(path, bare, Region.start());
  }

  private SourceUnit understood(StoredFile text, String path) {
    SourceReader reader =
        new SourceReader(
            request.base(),
            request.policy().sources(),
            Scan.ranking(request.policy()),
            request.threads());
    FileFacts facts = reader.read(path, text);
    Optional<Problem> problem =
        facts.problems().stream().filter(one -> one.kind().incomplete()).findFirst();
    if (problem.isPresent() || facts.units().isEmpty()) {
      throw new ScanRefusal(
          "the source is not understood: %s\n  help: give a whole Java file"
              .formatted(problem.map(one -> "line " + one.line() + ": " + one.cause()).orElse("")));
    }
    return facts.units().get(0);
  }
}
