package dev.ssot.maven;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** Keeps the baseline of all modules of the build together; nothing else writes it. */
@Mojo(name = "baseline", threadSafe = true)
public final class BaselineMojo extends ReactorMojo {

  private static final List<String> ACTIONS = List.of("write", "update", "prune", "diff");

  /** What to do: write, update, prune or diff. */
  @Parameter(property = "ssot.action")
  private @Nullable String action;

  @Override
  List<String> settings() {
    return List.of("action=" + Optional.ofNullable(action).orElse(""));
  }

  @Override
  void execute(Reactor reactor) throws MojoExecutionException, MojoFailureException {
    if (action == null || !ACTIONS.contains(action)) {
      throw new MojoExecutionException(
          "The goal `ssot:baseline` is told %s\n  help: say what to do with -Dssot.action=, one of `%s`"
              .formatted(
                  action == null ? "nothing" : "`" + action + "`", String.join("`, `", ACTIONS)));
    }
    List<String> arguments = new ArrayList<>(List.of("baseline", action));
    arguments.addAll(measure(reactor));
    arguments.addAll(reactor.arguments());
    Run run = Run.of(reactor.root(), arguments);
    showRemarks(run);
    run.out().lines().forEach(getLog()::info);
    if (run.status() == Run.VIOLATIONS) {
      throw new MojoFailureException(
          "ssot: %s; the differences are shown above".formatted(run.lastLine()));
    }
    if (run.status() != Run.CLEAN) {
      throw rejection(run, reactor);
    }
  }
}
