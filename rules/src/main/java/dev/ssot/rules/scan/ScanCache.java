package dev.ssot.rules.scan;

import dev.ssot.rules.catalog.CaseMemory;
import dev.ssot.rules.codebase.cache.ClassCache;
import dev.ssot.rules.codebase.cache.FactsCache;
import dev.ssot.rules.codebase.cache.KeptScan;
import dev.ssot.rules.codebase.cache.SeenSources;
import dev.ssot.rules.codebase.source.Build;
import dev.ssot.rules.codebase.source.Listing;
import dev.ssot.rules.codebase.source.Wanted;
import dev.ssot.rules.model.ScanResult;
import dev.ssot.rules.rivals.RivalMemory;
import dev.ssot.rules.scan.Scan.Judged;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where the scans of one run find the facts that earlier runs read, and what these came to, and
 * where they leave their own.
 *
 * <p>A scan has the same result with and without it. Not safe for concurrent use.
 */
public final class ScanCache implements AutoCloseable {

  private final Optional<Path> folder;
  private final Optional<KeptResults> results;
  private final boolean verify;
  private final boolean stays;
  private final Optional<LocalDate> day;
  private final LongSupplier millis;
  private Optional<String> build = Optional.empty();
  private FactsCache facts = FactsCache.none();
  private ClassCache classes = ClassCache.none();
  private String factsKey = "";
  private Optional<SeenSources> seen = Optional.empty();
  private @Nullable Listing listed;
  private @Nullable ScanRequest asked;
  private final Set<Path> changed = new HashSet<>();
  private boolean told;
  private boolean anything;
  private final CaseMemory memory = new CaseMemory();

  /** What a scan that is under way has of earlier runs. */
  private Optional<CaseMemory> single = Optional.empty();

  private @Nullable Answer last;
  private boolean resultDiffers;
  private Optional<ClassesSeen> classesSeen = Optional.empty();

  /** The paths of the files that a scan whose result may be kept has read more than once. */
  private final Set<String> again = ConcurrentHashMap.newKeySet();

  private ScanCache(
      Optional<Path> folder,
      boolean verify,
      boolean stays,
      Optional<LocalDate> day,
      LongSupplier millis) {
    this.folder = folder;
    this.results = folder.filter(some -> !stays).map(KeptResults::new);
    this.verify = verify;
    this.stays = stays;
    this.day = day;
    this.millis = millis;
  }

  /** Every file is read. */
  public static ScanCache none() {
    return new ScanCache(Optional.empty(), false, false, Optional.empty(), () -> 0);
  }

  /**
   * Facts and results are kept.
   *
   * @param folder absolute; it is made if need be
   * @param verify whether every file is read all the same, and facts and result are compared
   * @param millis the time in milliseconds since 1970, which tells what files have been at rest for
   *     long enough to be known by their size and times
   */
  public static ScanCache in(Path folder, boolean verify, LongSupplier millis) {
    return new ScanCache(Optional.of(folder), verify, false, Optional.empty(), millis);
  }

  /**
   * Facts stay in memory from one scan of the run to the next.
   *
   * @param folder where they are kept for other runs as well, if anywhere
   * @param millis the time, as in {@link #in}
   */
  public static ScanCache staying(Optional<Path> folder, LongSupplier millis) {
    return new ScanCache(folder, false, true, Optional.empty(), millis);
  }

  /**
   * Facts of several states of the code are kept together, apart from those of other scans.
   *
   * @param folder absolute; it is made if need be
   * @param verify whether every file is read all the same, and facts are compared
   * @param today the day that the cache is used on, whatever the day of a state is
   */
  public static ScanCache ofStates(Path folder, boolean verify, LocalDate today) {
    return new ScanCache(Optional.of(folder), verify, false, Optional.of(today), () -> 0);
  }

  /** Scans what was listed. */
  @FunctionalInterface
  interface Computation extends Function<Listing, ScanResult> {}

  /**
   * The result that an earlier scan of the same left, or the one that is computed.
   *
   * <p>What depends on more than sources, class files, policy and baseline is always computed: what
   * ArchUnit rules of the user say, and what reads other files than those on disk.
   */
  ScanResult result(ScanRequest request, Wanted wanted, Computation computation) {
    if (folder.isEmpty() && !stays) {
      return computation.apply(Reading.list(request));
    }
    if (stays) {
      return stayed(request, computation);
    }
    // A walk is for one processor, so what does not need it is for another.
    CompletableFuture<Optional<String>> naming =
        CompletableFuture.supplyAsync(() -> resultName(request, wanted));
    CompletableFuture<Optional<KeptScan>> reading =
        naming.thenApply(name -> name.flatMap(known -> results.orElseThrow().scan(known)));
    Listing listing = Reading.list(request, millis.getAsLong());
    Optional<String> name = naming.join();
    Optional<KeptScan> scan = reading.join();
    Optional<ScanResult> kept =
        scan.flatMap(one -> results.get().result(one, name.get(), request, listing));
    if (kept.isPresent() && !verify) {
      return kept.get();
    }
    seen = scan.map(KeptScan::sources).or(() -> seen);
    ScanResult result = computed(listing, computation);
    resultDiffers |= kept.isPresent() && !kept.get().equals(result);
    if (name.isPresent() && classesSeen.isPresent()) {
      KeptResults.Answer answer = new KeptResults.Answer(result, classesSeen.get());
      results.get().keep(name.get(), listing, facts, again, request, answer);
    }
    return result;
  }

  /** The scan that is under way depends on class files, if on such that can be known again. */
  void sees(Optional<ClassesSeen> classes) {
    classesSeen = classes;
  }

  /** Under which name a result is kept, if it is. */
  private Optional<String> resultName(ScanRequest request, Wanted wanted) {
    return results.isPresent() && isSettledByFiles(request)
        ? key(request, wanted).map(key -> KeptResults.name(request, key))
        : Optional.empty();
  }

  /** Computes a result, beginning at what earlier runs left, and leaves as much for later ones. */
  private ScanResult computed(Listing listing, Computation computation) {
    RivalMemory rivals = new RivalMemory(() -> facts, verify);
    single = Optional.of(new CaseMemory(rivals));
    again.clear();
    classesSeen = Optional.empty();
    try {
      ScanResult result = computation.apply(listing);
      rivals.keep();
      return result;
    } finally {
      single = Optional.empty();
      resultDiffers |= rivals.differs();
    }
  }

  private ScanResult stayed(ScanRequest request, Computation computation) {
    Listing listing = next(request);
    Answer before = last;
    if (before != null && before.answers(request, listing)) {
      return before.result();
    }
    last = null;
    ScanResult result = computation.apply(listing);
    note(request, listing, result, Optional.empty());
    return result;
  }

  /**
   * Lists what is to be scanned, beginning at what was listed before if that was of the same.
   *
   * <p>What has changed since is asked about once, before anything is looked at: what changes from
   * then on is told of later.
   */
  private Listing next(ScanRequest request) {
    Listing earlier = listed;
    Optional<Set<Path>> since =
        told && !anything && asked != null && isOfSameFiles(asked, request)
            ? Optional.of(Set.copyOf(changed))
            : Optional.empty();
    told = false;
    anything = false;
    changed.clear();
    Listing next =
        earlier == null
            ? Reading.list(request, millis.getAsLong())
            : Reading.list(request, millis.getAsLong(), earlier, since);
    listed = next;
    asked = request;
    return next;
  }

  private static boolean isOfSameFiles(ScanRequest one, ScanRequest other) {
    return one.base().equals(other.base())
        && one.paths().equals(other.paths())
        && one.policy().sources().equals(other.policy().sources())
        && one.overlay().equals(other.overlay());
  }

  /**
   * Tells what has changed on disk since the last scan of the run, or since this was last called; a
   * scan of which nobody has told anything looks everywhere.
   *
   * @param where the real folders whose files and folders may be others now, and no others of those
   *     in which sources were looked for; nothing if it may be any
   */
  public void changed(Optional<Set<Path>> where) {
    told = true;
    anything |= where.isEmpty();
    where.ifPresent(changed::addAll);
  }

  /**
   * The case that the scan before this one of the same run judged, if it was asked the same of the
   * same files, or the one that is computed.
   */
  Judged judged(ScanRequest request, Function<Listing, Judged> computation) {
    if (!stays) {
      return computation.apply(Reading.list(request));
    }
    Listing listing = next(request);
    Optional<Judged> known =
        Optional.ofNullable(last)
            .filter(answer -> answer.judged().isPresent() && answer.answers(request, listing))
            .flatMap(Answer::judged);
    if (known.isPresent()) {
      return known.get();
    }
    last = null;
    Judged judged = computation.apply(listing);
    note(request, listing, judged.result(), Optional.of(judged));
    return judged;
  }

  private void note(
      ScanRequest request, Listing listing, ScanResult result, Optional<Judged> judged) {
    boolean whole = !Scan.needsClassFiles(request) && listing.isKept();
    last = whole ? new Answer(request, listing, result, judged) : null;
  }

  /**
   * What the scan before this one of the same run was asked, and what it came to.
   *
   * @param judged the case, if it was kept
   */
  private record Answer(
      ScanRequest request, Listing listing, ScanResult result, Optional<Judged> judged) {

    boolean answers(ScanRequest other, Listing now) {
      return other.equals(request) && now.isAs(listing);
    }
  }

  /** What the scan before this one of the same run found out of the code. */
  CaseMemory memory() {
    return stays ? memory : single.orElseGet(CaseMemory::new);
  }

  /** The real folders in which the last scan looked for sources. */
  public Set<Path> folders() {
    return listed == null ? Set.of() : listed.folders();
  }

  /** A scan is about to read a file once more. Safe for concurrent use. */
  void readAgain(String path) {
    results.ifPresent(kept -> again.add(path));
  }

  private static boolean isSettledByFiles(ScanRequest request) {
    return request.overlay().isNone() && request.classes().ruleClasses().isEmpty();
  }

  /** The facts that scans like this one left. */
  FactsCache facts(ScanRequest request, Wanted wanted) {
    Optional<String> key = folder.isEmpty() && !stays ? Optional.empty() : key(request, wanted);
    if (stays && key.isPresent() && key.get().equals(factsKey)) {
      facts.again(listed == null ? List.of() : listed.paths());
    } else {
      close();
      facts = key.map(known -> opened(known, request)).orElseGet(FactsCache::none);
      factsKey = key.orElse("");
    }
    seen.ifPresent(facts::trust);
    return facts;
  }

  private FactsCache opened(String key, ScanRequest request) {
    return folder
        .map(
            place ->
                day.isPresent()
                    ? FactsCache.ofStates(place, key, day.get(), verify)
                    : FactsCache.in(place, key, request.grounds().today(), verify))
        .orElseGet(FactsCache::inMemory);
  }

  /**
   * What all facts of a scan depend on, and what tells its files from those of other scans. Where
   * the base lies is no part of it, so that another checkout of the same name can use the facts.
   */
  Optional<String> key(ScanRequest request, Wanted wanted) {
    String name = Objects.toString(request.base().getFileName(), "");
    List<String> paths =
        request.paths().stream().map(path -> request.base().relativize(path).toString()).toList();
    build = build.or(Build::id);
    return build.map(
        id ->
            String.join(
                "\n",
                id,
                name,
                String.join("\t", paths),
                String.join("\t", new TreeSet<>(wanted.members())),
                String.valueOf(wanted.values()),
                String.valueOf(wanted.comments()),
                day.isPresent() ? "states" : ""));
  }

  /** What scans like this one have read of class files. */
  ClassCache classes() {
    boolean states = day.isPresent();
    if (!classes.keeps() && !states && (stays || folder.isPresent())) {
      build = build.or(Build::id);
      build.ifPresent(id -> classes = ClassCache.in(folder, id, verify));
    }
    classes.begin(millis.getAsLong());
    return classes;
  }

  /** Paths of files whose facts differed from those that were kept. */
  public Set<String> differences() {
    Set<String> all = new TreeSet<>(facts.differences());
    all.addAll(classes.differences());
    return all;
  }

  /** Whether a result differed from the one that was kept. */
  public boolean resultDiffers() {
    return resultDiffers;
  }

  /** Why what was kept could not be used and was written anew. */
  public List<String> damages() {
    return all(
        Stream.of(
            facts.damages(),
            results.map(KeptResults::damages).orElse(List.of()),
            classes.damages()));
  }

  /** What kept facts and results from being read or written. */
  public List<String> failures() {
    return all(
        Stream.of(
            facts.failures(),
            results.map(KeptResults::failures).orElse(List.of()),
            classes.failures()));
  }

  private static List<String> all(Stream<List<String>> parts) {
    return parts.flatMap(List::stream).distinct().toList();
  }

  /** Waits until all facts are written. */
  @Override
  public void close() {
    facts.close();
  }
}
