package dev.ssot.cli;

import dev.ssot.cli.message.Diagnostic;
import dev.ssot.cli.message.Rejection;
import dev.ssot.reports.FindingReport;
import dev.ssot.reports.NeighbourhoodReport;
import dev.ssot.rules.model.Baseline;
import dev.ssot.rules.model.Dismissal;
import dev.ssot.rules.model.Finding;
import dev.ssot.rules.model.Grounds;
import dev.ssot.rules.model.Policy;
import dev.ssot.rules.model.ScanResult;
import dev.ssot.rules.scan.Scan;
import dev.ssot.rules.scan.ScanRequest;
import dev.ssot.rules.scan.Similarity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows the page of a rule, one finding in full, or why a type is no finding. */
@Command(
    name = "explain",
    description = "Explain a rule, one finding in full, or why a type is no finding.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  ssot explain duplicate-implementation",
      "  ssot explain v1:5e0f src/main/java",
      "  ssot explain --why-not com.acme.chat.billing.InvoiceRouter"
    })
final class ExplainCommand implements Callable<Integer> {

  private static final String FINGERPRINT = "v1:";

  private final Surroundings surroundings;
  private final Streams streams;

  @Parameters(
      paramLabel = "RULE|FINGERPRINT|PATH",
      arity = "0..*",
      completionCandidates = RuleNames.class,
      description = {
        "Id of a rule, as `ssot rules` lists it; or the fingerprint of a finding or its beginning;",
        "after it the files and folders to scan, the folder here where none is named."
      })
  private List<String> arguments = new ArrayList<>();

  @Option(
      names = "--why-not",
      paramLabel = "TYPE",
      description = "A type of which to tell why it is no finding, or is one.")
  private String whyNot = "";

  @Mixin private final ScanOptions options = new ScanOptions();

  @Mixin private final ClassOptions classes = new ClassOptions();

  ExplainCommand(Surroundings surroundings, Streams streams) {
    this.surroundings = surroundings;
    this.streams = streams;
  }

  @Override
  public Integer call() {
    try {
      if (!whyNot.isEmpty()) {
        return dismissal(request(arguments));
      }
      if (arguments.isEmpty()) {
        throw new Rejection(
            Diagnostic.of(
                "nothing to explain", "name a rule, a fingerprint, or a type with --why-not"));
      }
      String subject = arguments.get(0);
      List<String> paths = arguments.subList(1, arguments.size());
      return subject.startsWith(FINGERPRINT) ? finding(subject, request(paths)) : page(subject);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private int page(String subject) {
    String id = Choice.of("rule", subject, RuleNames.all());
    String page = Scan.page(id);
    streams.out().print(page.endsWith("\n") ? page : page + "\n");
    return ExitStatus.FINE;
  }

  private ScanRequest request(List<String> paths) {
    ScanScope scope = options.scope(paths.stream().map(Path::of).toList(), surroundings.folder());
    Policy policy = ScanOptions.policy(scope);
    Baseline baseline = BaselineLocation.read(null, scope, policy, surroundings.folder());
    return options
        .request(scope, policy, new Grounds(surroundings.today(), baseline), surroundings)
        .with(classes.selection(surroundings.folder()));
  }

  private int dismissal(ScanRequest request) throws IOException {
    boolean coloured = options.coloured(surroundings);
    Dismissal dismissal =
        options.scanning(
            surroundings, streams, listener -> Similarity.dismissal(request, whyNot, listener));
    NeighbourhoodReport.write(dismissal, coloured, streams.out());
    return new Incompleteness(dismissal.nearest().problems()).exitStatus(streams);
  }

  private int finding(String fingerprint, ScanRequest request) throws IOException {
    boolean coloured = options.coloured(surroundings);
    ScanResult result =
        options.scanning(surroundings, streams, listener -> Scan.run(request, listener));
    List<Finding> meant =
        result.findings().stream()
            .filter(finding -> finding.fingerprint().value().startsWith(fingerprint))
            .toList();
    if (meant.isEmpty()) {
      throw new Rejection(
          Diagnostic.of(
              "no finding has the fingerprint `%s`".formatted(fingerprint),
              "take it from `ssot check --format json` of the same paths and policy"));
    }
    for (Finding finding : meant) {
      FindingReport.write(
          finding, path -> lines(request.base().resolve(path)), coloured, streams.out());
    }
    return new Incompleteness(result.coverage().problems()).exitStatus(streams);
  }

  /** The lines of a file that was just scanned; none if it is gone or is no text by now. */
  private static List<String> lines(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      return List.of();
    }
  }
}
