package dev.ssot.cli.lsp;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ssot.cli.message.Diagnostic;
import dev.ssot.rules.model.Finding;
import dev.ssot.rules.model.Location;
import dev.ssot.rules.model.Problem;
import dev.ssot.rules.model.Region;
import dev.ssot.rules.model.Related;
import dev.ssot.rules.model.Severity;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Findings and problems as diagnostics of the protocol. */
final class DiagnosticWriter {

  /** More places than these help nobody in a list. */
  private static final int MOST_RELATED = 10;

  private static final int ERROR = 1;
  private static final int WARNING = 2;
  private static final int INFORMATION = 3;

  private final Addresses addresses;
  private final boolean related;

  /**
   * @param related whether the client shows other places beside a diagnostic
   */
  DiagnosticWriter(Addresses addresses, boolean related) {
    this.addresses = addresses;
    this.related = related;
  }

  ObjectNode finding(Finding finding) {
    ObjectNode node =
        diagnostic(
            addresses.range(finding.location()),
            severity(finding.severity()),
            finding.rule(),
            helped(finding.statement().message(), finding.statement().help()));
    if (related) {
      ArrayNode places = node.putArray("relatedInformation");
      related(finding)
          .forEach(
              (place, words) -> {
                ObjectNode one = places.addObject().put("message", words);
                one.set("location", addresses.location(place));
              });
    }
    node.putObject("data").put("fingerprint", finding.fingerprint().value());
    return node;
  }

  private static Map<Location, String> related(Finding finding) {
    Map<Location, String> places = new LinkedHashMap<>();
    for (Related one : finding.statement().related()) {
      places.putIfAbsent(one.location(), "%s: `%s`".formatted(one.label(), one.name()));
    }
    for (Location place : finding.evidence().places(finding.location().path())) {
      if (places.size() < MOST_RELATED && !place.equals(finding.location())) {
        places.putIfAbsent(place, "evidence");
      }
    }
    return places;
  }

  private static int severity(Severity severity) {
    return switch (severity) {
      case ERROR -> ERROR;
      case WARNING -> WARNING;
      case NOTE -> INFORMATION;
    };
  }

  /** What was not read or not understood. */
  ObjectNode problem(Problem problem) {
    int line = Math.max(1, problem.line());
    String text = "ssot does not see all of this file: " + problem.cause();
    return diagnostic(
        addresses.range(new Location(problem.path(), new Region(line, 1, line, 1))),
        WARNING,
        problem.kind().label(),
        helped(text, problem.remedy()));
  }

  /** A fault of a policy or a baseline. */
  static ObjectNode fault(Diagnostic fault) {
    int line = Math.max(1, fault.line());
    int column = Math.max(1, fault.column());
    return diagnostic(
        LineIndex.range(new Region(line, column, line, column), Optional.empty()),
        ERROR,
        "policy",
        helped(fault.what(), fault.help()));
  }

  private static String helped(String what, String help) {
    return help.isEmpty() ? what : what + "\nhelp: " + help;
  }

  private static ObjectNode diagnostic(
      ObjectNode range, int severity, String code, String message) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.set("range", range);
    return node.put("severity", severity)
        .put("code", code)
        .put("source", "ssot")
        .put("message", message);
  }
}
