package dev.ssot.cli;

import dev.ssot.cli.message.Diagnostic;
import dev.ssot.cli.message.Rejection;
import dev.ssot.reports.SuppressionReport;
import dev.ssot.rules.model.SuppressionList;
import dev.ssot.rules.scan.SuppressionSurvey;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists the suppressions in source and policy. */
@Command(
    name = "suppressions",
    description = "List the suppressions in source and policy, those that end first in front.",
    footerHeading = "%nExamples:%n",
    footer = {"  ssot suppressions", "  ssot suppressions --expiring 30d --format json"})
final class SuppressionsCommand implements Callable<Integer> {

  private static final Pattern DAYS = Pattern.compile("(\\d{1,5})d");

  private final Surroundings surroundings;
  private final Streams streams;

  @Parameters(
      paramLabel = "PATH",
      arity = "0..*",
      description = "Files and folders to scan; the folder here where none is named.")
  private List<Path> paths = new ArrayList<>();

  @Option(
      names = "--expiring",
      paramLabel = "DAYS",
      description = "Only those that have expired or will within so many days, such as 30d.")
  private String expiring = "";

  @Mixin private final Question question = new Question();

  SuppressionsCommand(Surroundings surroundings, Streams streams) {
    this.surroundings = surroundings;
    this.streams = streams;
  }

  @Override
  public Integer call() {
    OptionalInt days = days();
    return question.answer(
        new Question.Desk(paths, surroundings, streams),
        (request, listener) -> {
          SuppressionList all = SuppressionSurvey.run(request, listener);
          return days.isPresent() ? all.endingWithin(days.getAsInt()) : all;
        },
        new SuppressionReport(),
        SuppressionList::problems);
  }

  private OptionalInt days() {
    if (expiring.isEmpty()) {
      return OptionalInt.empty();
    }
    Matcher matcher = DAYS.matcher(expiring);
    if (!matcher.matches()) {
      throw new Rejection(
          Diagnostic.of(
              "--expiring %s is no number of days".formatted(expiring), "write it as in `30d`"));
    }
    return OptionalInt.of(Integer.parseInt(matcher.group(1)));
  }
}
