package dev.ssot.rules.rivals;

/** The logistic function, which makes a probability of a sum of evidence. */
final class Logistic {

  private Logistic() {}

  /** The probability in per cent, rounded down; the same on every machine. */
  static int percent(double sum) {
    return (int) StrictMath.floor(100 / (1 + StrictMath.exp(-sum)));
  }
}
