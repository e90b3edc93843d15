package dev.ssot.rules.scan;

import dev.ssot.rules.codebase.source.SourceLines;
import dev.ssot.rules.model.Excerpt;
import dev.ssot.rules.model.Finding;
import dev.ssot.rules.model.Location;
import dev.ssot.rules.model.Related;
import dev.ssot.rules.model.ScanResult;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Chooses the code that a report may show of a scan: the places that findings point at and the
 * members that they compare.
 *
 * <p>Bounded in every direction, so that a report stays a report: the lines of a place, the length
 * of a line, and the lines in all, of which the most severe findings have the first choice.
 */
public final class Excerpts {

  private static final int MOST_LINES = 30_000;
  private static final int LINES_OF_A_PLACE = 80;
  private static final int LONGEST_LINE = 240;
  private static final int LINES_AROUND = 1;

  private final Map<String, BitSet> wanted = new TreeMap<>();
  private int room = MOST_LINES;

  private Excerpts() {}

  /**
   * Reads the code that the findings of a scan point at.
   *
   * @param request what was scanned
   * @param started when; of a file on disk that has changed since then there is no excerpt
   */
  public static List<Excerpt> of(ScanRequest request, ScanResult result, FileTime started) {
    Excerpts excerpts = new Excerpts();
    result.findings().forEach(excerpts::want);
    SourceLines source = new SourceLines(request.base(), request.overlay(), started);
    List<Excerpt> read = new ArrayList<>();
    excerpts.wanted.forEach(
        (path, lines) -> source.of(path).ifPresent(text -> cut(path, lines, text, read)));
    return read;
  }

  private void want(Finding finding) {
    String path = finding.location().path();
    want(finding.location(), LINES_AROUND);
    for (Related related : finding.statement().related()) {
      want(related.location(), LINES_AROUND);
    }
    for (Location place : finding.evidence().places(path)) {
      want(place, 0);
    }
  }

  private void want(Location place, int around) {
    BitSet lines = wanted.computeIfAbsent(place.path(), path -> new BitSet());
    int first = Math.max(1, place.region().line() - around);
    int last =
        Math.min(place.region().endLine() + around, place.region().line() + LINES_OF_A_PLACE - 1);
    int more = last + 1 - first - lines.get(first, last + 1).cardinality();
    if (more <= room) {
      lines.set(first, last + 1);
      room -= more;
    }
  }

  private static void cut(String path, BitSet lines, List<String> text, List<Excerpt> read) {
    for (int first = lines.nextSetBit(0);
        first >= 1 && first <= text.size();
        first = lines.nextSetBit(lines.nextClearBit(first))) {
      int last = Math.min(lines.nextClearBit(first) - 1, text.size());
      read.add(
          new Excerpt(
              path, first, text.subList(first - 1, last).stream().map(Excerpts::shown).toList()));
    }
  }

  private static String shown(String line) {
    return line.length() <= LONGEST_LINE
        ? line
        : line.substring(0, line.offsetByCodePoints(0, line.codePointCount(0, LONGEST_LINE - 1)))
            + "…";
  }
}
