package dev.ssot.rules.scan;

import dev.ssot.rules.catalog.Case;
import dev.ssot.rules.codebase.Codebase;
import dev.ssot.rules.codebase.source.KnownFacts;
import dev.ssot.rules.codebase.source.Listing;
import dev.ssot.rules.codebase.source.RewriteReading;
import dev.ssot.rules.codebase.source.SecondReading;
import dev.ssot.rules.codebase.source.SourceReader;
import dev.ssot.rules.codebase.source.SourceReader.Sources;
import dev.ssot.rules.codebase.source.Wanted;
import dev.ssot.rules.model.Policy;
import dev.ssot.rules.model.SourceSelection;
import dev.ssot.rules.model.StoredFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The first step of whatever is asked of a codebase. */
final class Reading {

  private Reading() {}

  /**
   * Reads the sources that a request names.
   *
   * @throws ScanRefusal if they cannot give an honest answer
   */
  static Sources of(ScanRequest request, Wanted wanted, ScanListener listener) {
    return of(request, wanted, known(request, wanted), listener);
  }

  /** What earlier scans left for a request, and for others that want the same. */
  static KnownFacts known(ScanRequest request, Wanted wanted) {
    return new KnownFacts(request.cache().facts(request, wanted));
  }

  /**
   * Reads the sources that a request names, as far as they are not known yet.
   *
   * @throws ScanRefusal if they cannot give an honest answer
   */
  static Sources of(ScanRequest request, Wanted wanted, KnownFacts known, ScanListener listener) {
    return checked(request, unchecked(request, wanted, known, listener));
  }

  /** Reads the sources that a request names, whatever can be said of them. */
  static Sources unchecked(
      ScanRequest request, Wanted wanted, KnownFacts known, ScanListener listener) {
    return reader(request, wanted, known).read(request.paths(), listener::filesRead);
  }

  /**
   * Reads sources that were listed.
   *
   * @throws ScanRefusal if they cannot give an honest answer
   */
  static Sources of(ScanRequest request, Listing listing, Wanted wanted, ScanListener listener) {
    SourceReader reader = reader(request, wanted, known(request, wanted));
    return checked(request, reader.read(listing, listener::filesRead));
  }

  /**
   * Lists the sources that a request names.
   *
   * @param now the time in milliseconds since 1970
   */
  static Listing list(ScanRequest request, long now) {
    return lister(request).list(request.paths(), now);
  }

  /**
   * Lists again the sources that a request names, of which an earlier scan of the run listed most.
   *
   * @param now the time in milliseconds since 1970
   * @param changed the real folders in which something has changed since, if that is known
   */
  static Listing list(ScanRequest request, long now, Listing earlier, Optional<Set<Path>> changed) {
    return lister(request).list(request.paths(), now, earlier, changed);
  }

  /** Lists the sources that a request names, to be read whatever became of them. */
  static Listing list(ScanRequest request) {
    return lister(request).list(request.paths());
  }

  private static SourceReader lister(ScanRequest request) {
    return reader(request, Wanted.nothing(), new KnownFacts());
  }

  private static SourceReader reader(ScanRequest request, Wanted wanted, KnownFacts known) {
    return new SourceReader(request.base(), request.policy().sources(), wanted, request.threads())
        .with(request.overlay(), known);
  }

  private static Sources checked(ScanRequest request, Sources sources) {
    Refusals.check(request, sources);
    return sources;
  }

  /** The facts of one file, wherever it is kept. */
  static Codebase single(String path, StoredFile content) {
    SourceReader reader =
        new SourceReader(Path.of(""), SourceSelection.standard(), Wanted.nothing(), 1);
    return new Codebase(reader.read(path, content).units(), List.of());
  }

  /** What reads the code of a scan again to change it. */
  static RewriteReading rewriting(ScanRequest request, Codebase codebase) {
    return new RewriteReading(request.base(), codebase, request.overlay());
  }

  /** What rules are given of sources, to be judged by a policy. */
  static Case facts(ScanRequest request, Sources sources, Policy policy) {
    return new Case(
        sources.codebase(),
        policy,
        sources.matched(),
        sources.unseen(),
        new SecondReading(
            request.base(),
            sources.codebase(),
            request.threads(),
            request.overlay(),
            request.cache()::readAgain),
        request.grounds().today());
  }
}
