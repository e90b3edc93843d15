package dev.ssot.cli;

import dev.ssot.cli.message.Diagnostic;
import dev.ssot.cli.message.Rejection;
import dev.ssot.reports.PlanDocument;
import dev.ssot.rules.model.Baseline;
import dev.ssot.rules.model.Grounds;
import dev.ssot.rules.model.Policy;
import dev.ssot.rules.model.Role;
import dev.ssot.rules.model.RolePlan;
import dev.ssot.rules.scan.Planning;
import dev.ssot.rules.scan.ScanRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes the consolidation of a role as a tracking document, or brings one up to date. */
@Command(
    name = "plan",
    description = {
      "Write the consolidation of a declared role as a Markdown document with boxes to tick.",
      "A document that is there already keeps its text; done steps are ticked, new ones added."
    },
    footerHeading = "%nExamples:%n",
    footer = {"  ssot plan session-store", "  ssot plan session-store --output sessions.md src"})
final class PlanCommand implements Callable<Integer> {

  private final Surroundings surroundings;
  private final Streams streams;

  @Parameters(
      index = "0",
      paramLabel = "ROLE",
      description = "Id of a role that the policy declares.")
  private String role = "";

  @Parameters(
      index = "1..*",
      paramLabel = "PATH",
      description = "Files and folders to scan; the folder here where none is named.")
  private List<Path> paths = new ArrayList<>();

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description = "Write the document here, or update it; otherwise it is printed.")
  private @Nullable Path output;

  @Mixin private final ScanOptions options = new ScanOptions();

  PlanCommand(Surroundings surroundings, Streams streams) {
    this.surroundings = surroundings;
    this.streams = streams;
  }

  @Override
  public Integer call() {
    ScanScope scope = options.scope(paths, surroundings.folder());
    Policy policy = ScanOptions.policy(scope);
    List<String> roles = policy.roles().stream().map(Role::id).toList();
    if (roles.isEmpty()) {
      throw new Rejection(
          Diagnostic.of(
              "there is no role `%s`, because no policy declares one".formatted(role),
              "declare the role with its canonical in ssot.yaml"));
    }
    String wanted = Choice.of("role", role, roles);
    Path file = output == null ? null : ReportFile.check(output, surroundings.folder());
    String document = file != null && Files.exists(file) ? read(file) : "";
    Grounds grounds = new Grounds(surroundings.today(), Baseline.none());
    ScanRequest request =
        options.request(scope, policy, grounds, Set.of("incompatible-contract"), surroundings);
    RolePlan plan =
        options.scanning(
            surroundings,
            streams,
            listener -> Planning.run(request, wanted, PlanDocument.types(document), listener));
    if (file == null) {
      streams.out().print(PlanDocument.write(plan));
      return new Incompleteness(plan.problems()).exitStatus(streams);
    }
    return write(plan, document, file);
  }

  /** An incomplete scan must not tick what it has not seen. */
  private int write(RolePlan plan, String document, Path file) {
    int gaps = new Incompleteness(plan.problems()).exitStatus(streams);
    if (gaps != ExitStatus.FINE) {
      return gaps;
    }
    String text =
        document.isBlank() ? PlanDocument.write(plan) : PlanDocument.update(document, plan);
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    ReportFile.write(file, out -> out.write(bytes));
    return ExitStatus.FINE;
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new Rejection(
          Diagnostic.of(
              "the document `%s` cannot be read as UTF-8: %s".formatted(file, e),
              "mend the file, or name another one"));
    }
  }
}
