package dev.ssot.cli;

import dev.ssot.cli.message.Diagnostic;
import dev.ssot.cli.message.Rejection;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

/**
 * Names the router, which is in a jar of its own: whoever only checks code need not carry a server.
 * The launcher starts that jar and never asks this command.
 */
@Command(
    name = "router",
    description = "Run the WebSocket router, a program of its own that the launcher starts.",
    footerHeading = "%nThis jar does not hold it:%n",
    footer = {
      "  ./ssot router --help                              in a checkout",
      "  java -jar router/target/ssot-router.jar --help    the router's own jar"
    })
final class RouterCommand implements Runnable {

  @SuppressWarnings("unused") // Whatever is asked of the router, the answer is the same.
  @Unmatched
  private List<String> arguments = new ArrayList<>();

  @Override
  public void run() {
    throw new Rejection(
        Diagnostic.of(
            "this jar checks code and does not hold the router",
            "start it by `./ssot router` or `java -jar router/target/ssot-router.jar`"));
  }
}
