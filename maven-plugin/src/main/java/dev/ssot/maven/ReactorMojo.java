package dev.ssot.maven;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * A goal on all modules of a build together.
 *
 * <p>A rival of one module's type can stand in any other, so there is one scan: the goal is
 * executed in each module, and the one that comes to it last has everything scanned. An aggregator
 * would be executed with the root, before the other modules are built.
 */
abstract class ReactorMojo extends AbstractMojo {

  @Parameter(defaultValue = "${session}", readonly = true, required = true)
  private @Nullable MavenSession session;

  @Parameter(defaultValue = "${project}", readonly = true, required = true)
  private @Nullable MavenProject project;

  @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
  private @Nullable MojoExecution execution;

  /** Leaves this module out of the scan; with all of them left out, there is none. */
  @Parameter(property = "ssot.skip", defaultValue = "false")
  private boolean skip;

  /**
   * The policy, relative to the folder of the root. Otherwise {@code ssot.yaml} in that folder or
   * above it.
   */
  @Parameter(property = "ssot.policy")
  private @Nullable String policy;

  /** The baseline, relative to the folder of the root. Otherwise the one that the policy names. */
  @Parameter(property = "ssot.baseline")
  private @Nullable String baseline;

  /** What the module has set, besides policy and baseline. */
  abstract List<String> settings();

  /** Does the work, for all modules. */
  abstract void execute(Reactor reactor) throws MojoExecutionException, MojoFailureException;

  @Override
  public final void execute() throws MojoExecutionException, MojoFailureException {
    MavenSession build = Objects.requireNonNull(session);
    MojoExecution goal = Objects.requireNonNull(execution);
    String name = Module.name(Objects.requireNonNull(project));
    Set<String> expected = expected(build, goal);
    Optional<Arrivals> all =
        Arrivals.last(shared(build, goal), key(goal), expected, Map.entry(name, allSettings()));
    if (all.isEmpty()) {
      getLog().debug("ssot waits for the modules after this one");
      return;
    }
    Arrivals arrivals = all.get();
    Set<String> skipped = arrivals.skipped();
    if (arrivals.differentSettings().isEmpty()) {
      getLog().info("ssot is skipped in all modules: nothing was checked");
      return;
    }
    refuseDifferent(arrivals);
    Reactor reactor = Reactor.of(build, arrivals.settings().keySet(), skipped);
    tell(reactor, skipped, isBound(goal));
    refuseNothing(reactor);
    execute(reactor);
  }

  private String allSettings() {
    return skip ? "" : "policy=%s baseline=%s %s".formatted(policy, baseline, settings());
  }

  private void refuseDifferent(Arrivals arrivals) throws MojoExecutionException {
    Map<String, String> different = arrivals.differentSettings();
    if (different.size() > 1) {
      List<String> settings = new ArrayList<>();
      different.forEach((some, module) -> settings.add("  %s: %s".formatted(module, some)));
      throw new MojoExecutionException(
          "The modules configure ssot differently, and there is one scan of all of them:\n%s\n  help: configure it in the root only; <skip>true</skip> may stand in a module"
              .formatted(String.join("\n", settings)));
    }
  }

  private void tell(Reactor reactor, Set<String> skipped, boolean bound) {
    if (!skipped.isEmpty()) {
      getLog().warn("ssot does not see the skipped " + words(skipped));
    }
    if (!reactor.unbuilt().isEmpty()) {
      getLog()
          .warn(
              "ssot reads the sources and class files of %s as they lie, and not what their build generates: this build has not built them"
                  .formatted(words(reactor.unbuilt())));
    }
    if (!bound) {
      getLog()
          .info(
              "ssot was not called by a phase of the build: it sees generated sources if the same command has generated them, and class files as they lie");
    }
  }

  private static String words(Set<String> modules) {
    return (modules.size() == 1 ? "module " : "modules ") + String.join(", ", modules);
  }

  private static void refuseNothing(Reactor reactor) throws MojoExecutionException {
    if (!reactor.hasSources()) {
      throw new MojoExecutionException(
          "There are no sources in %s: nothing can be checked\n  help: bind ssot where there is code, or say <skip>true</skip> (-Dssot.skip) where there is none"
              .formatted(
                  words(new TreeSet<>(reactor.modules().stream().map(Module::name).toList()))));
    }
  }

  /** Options that say which policy and which baseline. */
  final List<String> measure(Reactor reactor) {
    List<String> options = new ArrayList<>();
    Path standard = reactor.root().resolve("ssot.yaml");
    if (policy != null) {
      options.addAll(List.of("--policy", policy));
    } else if (Files.exists(standard)) {
      options.addAll(List.of("--policy", standard.toString()));
    }
    if (baseline != null) {
      options.addAll(List.of("--baseline", baseline));
    }
    return options;
  }

  /** Shows remarks of a run. */
  final void showRemarks(Run run) {
    run.err().lines().filter(line -> line.startsWith("note: ")).forEach(getLog()::warn);
  }

  /** Why a run has no result. */
  final MojoExecutionException rejection(Run run, Reactor reactor) {
    StringBuilder message = new StringBuilder();
    run.err()
        .lines()
        .filter(line -> !line.startsWith("note: "))
        .forEach(line -> message.append(line).append('\n'));
    Set<String> elsewhere = reactor.unbuilt();
    if (run.status() == Run.REJECTED && !elsewhere.isEmpty()) {
      message.append("  seen only as it lies: ").append(words(elsewhere)).append('\n');
    }
    return new MojoExecutionException(
        "ssot cannot judge %s:\n%s".formatted(reactor.root(), message));
  }

  private static boolean isBound(MojoExecution goal) {
    return goal.getSource() != MojoExecution.Source.CLI;
  }

  private static Map<String, Object> shared(MavenSession session, MojoExecution goal) {
    return session.getPluginContext(
        goal.getMojoDescriptor().getPluginDescriptor(), session.getTopLevelProject());
  }

  private static String key(MojoExecution goal) {
    return "%s@%s:%s".formatted(goal.getGoal(), goal.getExecutionId(), goal.getLifecyclePhase());
  }

  /** The modules that will come to a goal: those that have bound it to the same phase. */
  private static Set<String> expected(MavenSession session, MojoExecution goal) {
    Set<String> expected = new TreeSet<>();
    for (MavenProject candidate : session.getProjects()) {
      if (!isBound(goal) || isBound(goal, candidate)) {
        expected.add(Module.name(candidate));
      }
    }
    return expected;
  }

  private static boolean isBound(MojoExecution goal, MavenProject candidate) {
    Plugin plugin = candidate.getPlugin(goal.getPlugin().getKey());
    return plugin != null && plugin.getExecutions().stream().anyMatch(one -> isSame(one, goal));
  }

  private static boolean isSame(PluginExecution one, MojoExecution goal) {
    String phase = Optional.ofNullable(one.getPhase()).orElse(goal.getMojoDescriptor().getPhase());
    return one.getId().equals(goal.getExecutionId())
        && one.getGoals().contains(goal.getGoal())
        && Objects.equals(phase, goal.getLifecyclePhase());
  }
}
