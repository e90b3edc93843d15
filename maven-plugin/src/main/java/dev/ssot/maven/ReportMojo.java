package dev.ssot.maven;

import java.util.List;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * Reports on all modules of the build together; findings do not fail it. HTML unless other formats
 * are asked for.
 */
@Mojo(name = "report", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true)
public final class ReportMojo extends ScanMojo {

  @Override
  List<String> standardFormats() {
    return List.of("html");
  }

  @Override
  void violated(String outcome) {
    getLog().warn("ssot: %s; a check would fail".formatted(outcome));
  }
}
