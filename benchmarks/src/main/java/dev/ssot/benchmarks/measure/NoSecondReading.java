package dev.ssot.benchmarks.measure;

import dev.ssot.rules.codebase.CloserLook;
import dev.ssot.rules.codebase.Codebase.TypeEntry;
import dev.ssot.rules.codebase.DeclaredContract;
import dev.ssot.rules.codebase.FileCalls;
import dev.ssot.rules.codebase.SourceUnit;
import dev.ssot.rules.codebase.TestOutline;
import dev.ssot.rules.codebase.TypeOutline;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * Refuses to read files again: the rules that are measured judge by facts alone, and if one comes
 * to ask for more, a measurement without it would be wrong.
 */
final class NoSecondReading implements CloserLook {

  @Override
  public List<TypeOutline> outlines(Collection<TypeEntry> types) {
    throw refusal();
  }

  @Override
  public List<FileCalls> callsByFile(
      Collection<SourceUnit> units, Set<String> watched, Set<String> members) {
    throw refusal();
  }

  @Override
  public List<DeclaredContract> contracts(Collection<TypeEntry> types) {
    throw refusal();
  }

  @Override
  public List<TestOutline> tests(
      Collection<SourceUnit> units, Set<String> watched, Set<String> heirs) {
    throw refusal();
  }

  private static UnsupportedOperationException refusal() {
    return new UnsupportedOperationException(
        "A rule that is measured reads files again; give the measurement its sources");
  }
}
