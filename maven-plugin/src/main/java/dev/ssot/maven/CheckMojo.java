package dev.ssot.maven;

import java.util.List;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;

/** Checks all modules of the build together, and fails it where {@code ssot check} would. */
@Mojo(name = "check", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true)
public final class CheckMojo extends ScanMojo {

  @Override
  List<String> standardFormats() {
    return List.of();
  }

  @Override
  void violated(String outcome) throws MojoFailureException {
    throw new MojoFailureException("ssot: %s; the findings are shown above".formatted(outcome));
  }
}
