package dev.ssot.router.program;

/** A request that can't be carried out until a person has mended something; exit status 2. */
final class Rejection extends RuntimeException {

  private final String help;

  Rejection(String what, String help) {
    super(what);
    this.help = help;
  }

  /** The smallest next step. */
  String help() {
    return help;
  }
}
