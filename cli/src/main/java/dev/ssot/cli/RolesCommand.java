package dev.ssot.cli;

import dev.ssot.reports.InventoryReport;
import dev.ssot.rules.model.Inventory;
import dev.ssot.rules.scan.RoleSurvey;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Lists the roles of a codebase. */
@Command(
    name = "roles",
    description = "List the roles, declared and discovered, with all types near them.",
    footerHeading = "%nExamples:%n",
    footer = {"  ssot roles", "  ssot roles src/main/java --format json"})
final class RolesCommand implements Callable<Integer> {

  private final Surroundings surroundings;
  private final Streams streams;

  @Parameters(
      paramLabel = "PATH",
      arity = "0..*",
      description = "Files and folders to scan; the folder here where none is named.")
  private List<Path> paths = new ArrayList<>();

  @Mixin private final Question question = new Question();

  RolesCommand(Surroundings surroundings, Streams streams) {
    this.surroundings = surroundings;
    this.streams = streams;
  }

  @Override
  public Integer call() {
    return question.answer(
        new Question.Desk(paths, surroundings, streams),
        RoleSurvey::run,
        new InventoryReport(),
        Inventory::problems);
  }
}
