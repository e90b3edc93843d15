package dev.ssot.cli;

import dev.ssot.cli.warm.Project;
import dev.ssot.rules.model.Overlay;
import dev.ssot.rules.scan.ScanCache;
import dev.ssot.rules.scan.ScanRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a server judges, by the arguments of its command line; facts stay in memory. */
final class OpenProject implements Project {

  private final JudgingOptions options;
  private final List<Path> paths;
  private final Surroundings surroundings;
  private @Nullable ScanCache facts;

  /**
   * A project.
   *
   * @param folder that the paths on the command line are relative to
   */
  OpenProject(JudgingOptions options, Path folder, Surroundings surroundings) {
    this.options = options;
    this.paths =
        options.paths.isEmpty()
            ? List.of(folder)
            : options.paths.stream().map(folder::resolve).toList();
    this.surroundings = surroundings;
  }

  @Override
  public ScanRequest request(Function<Path, Overlay> unsaved) {
    Judging judging = Judging.of(options, paths, surroundings);
    Path base = judging.scope().base();
    ScanCache known = facts;
    if (known == null) {
      known = options.scan.cache.of(base, surroundings, true);
      facts = known;
    }
    return judging.uncached(unsaved.apply(base)).with(known);
  }

  @Override
  public void close() {
    if (facts != null) {
      facts.close();
    }
  }
}
