package dev.ssot.cli.warm;

import dev.ssot.rules.model.Overlay;
import dev.ssot.rules.scan.ScanRequest;
import java.nio.file.Path;
import java.util.function.Function;

/** Code that belongs together, and how it is to be judged. Used at the {@link Bench} alone. */
public interface Project extends AutoCloseable {

  /**
   * What to scan now, by the policy and the baseline that there are now.
   *
   * @param unsaved what an editor holds in place of the files below a base
   * @throws dev.ssot.cli.message.Rejection if a person has to mend something before
   */
  ScanRequest request(Function<Path, Overlay> unsaved);

  /** Ends: what is kept for other runs has been written. */
  @Override
  void close();
}
