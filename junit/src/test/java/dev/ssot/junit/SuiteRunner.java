package dev.ssot.junit;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/** Runs test classes as a build tool does, and shows what came of them. */
final class SuiteRunner {

  private SuiteRunner() {}

  public static void main(String[] classes) {
    SummaryGeneratingListener summary = new SummaryGeneratingListener();
    LauncherDiscoveryRequestBuilder request = LauncherDiscoveryRequestBuilder.request();
    for (String name : classes) {
      request.selectors(selectClass(name));
    }
    LauncherFactory.create().execute(request.build(), summary);
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    summary.getSummary().printTo(out);
    summary
        .getSummary()
        .getFailures()
        .forEach(
            failure ->
                out.printf(
                    "FAILED %s: %s%n",
                    failure.getTestIdentifier().getDisplayName(), failure.getException()));
  }
}
