import java.io.File;
import java.util.logging.Level;
import java.util.regex.Pattern;
import se.bjurr.violations.lib.ViolationsApi;
import se.bjurr.violations.lib.reports.Parser;

/** Counts what a reader of build servers' reports finds in files; arguments are pairs of parser and file. */
final class Violations {

  private Violations() {}

  public static void main(String[] arguments) {
    for (int i = 0; i + 1 < arguments.length; i += 2) {
      File file = new File(arguments[i + 1]).getAbsoluteFile();
      int found =
          ViolationsApi.violationsApi()
              .withViolationsLogger((Level level, String text) -> {})
              .withPattern(".*/" + Pattern.quote(file.getName()) + "$")
              .inFolder(file.getParent())
              .findAll(Parser.valueOf(arguments[i]))
              .violations()
              .size();
      System.out.println(file.getName() + " " + found);
    }
  }
}
