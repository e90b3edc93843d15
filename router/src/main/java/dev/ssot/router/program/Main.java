package dev.ssot.router.program;

import java.util.Locale;

/** The program: a function of its arguments, and a thin {@code main} around it. */
public final class Main {

  private Main() {}

  /** Runs the program and ends the process with its exit status. */
  public static void main(String[] args) {
    Locale.setDefault(Locale.ROOT);
    System.exit(run(args, Console.ofProcess()));
  }

  /**
   * Runs the program; returns when it is done, which is when a server has stopped.
   *
   * @return 0, 2 or 3, as {@code --help} explains them
   */
  static int run(String[] args, Console console) {
    RouterCommand root = new RouterCommand();
    Complaints complaints = new Complaints(console, root::debug);
    try {
      return Commands.create(root, console, complaints).execute(args);
    } catch (RuntimeException | Error failure) {
      return complaints.about(failure);
    } finally {
      console.out().flush();
      console.err().flush();
    }
  }
}
