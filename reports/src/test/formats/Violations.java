import java.io.File;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import se.bjurr.violations.lib.ViolationsApi;
import se.bjurr.violations.lib.reports.Parser;

/** Counts what a reader of build servers' reports finds in files; arguments are pairs of parser and file. */
final class Violations {

  private Violations() {}

  public static void main(String[] arguments) {
    // It tells which file it reads.
    Logger.getLogger("").setLevel(Level.WARNING);
    for (int i = 0; i + 1 < arguments.length; i += 2) {
      File file = new File(arguments[i + 1]).getAbsoluteFile();
      int found =
          ViolationsApi.violationsApi()
              .withPattern(".*/" + Pattern.quote(file.getName()) + "$")
              .inFolder(file.getParent())
              .findAll(Parser.valueOf(arguments[i]))
              .violations()
              .size();
      System.out.println(file.getName() + " " + found);
    }
  }
}
