package dev.ssot.rules.model;

import java.util.Locale;

/** A share with its numerator and denominator: compliant sites of all sites. */
public record Tally(int compliant, int sites) {

  public Tally {
    if (compliant < 0 || compliant > sites) {
      throw new IllegalArgumentException("Not a share: " + compliant + " of " + sites);
    }
  }

  /** Whether there is a share at all: no sites give none, and never 100 %. */
  public boolean applicable() {
    return sites > 0;
  }

  /** The share in tenths of a percent, rounded down, so that 100 % means every site. */
  public int permille() {
    if (!applicable()) {
      throw new IllegalStateException("A tally without sites has no share; ask applicable() first");
    }
    return (int) (1000L * compliant / sites);
  }

  /** The text {@code 97.3 % (36 of 37)}, or {@code n/a (0 sites)}. */
  public String text() {
    return percent() + (applicable() ? " (" + compliant + " of " + sites + ")" : " (0 sites)");
  }

  /** The share alone, {@code 97.3 %}, or {@code n/a}. */
  public String percent() {
    return applicable()
        ? String.format(Locale.ROOT, "%d.%d %%", permille() / 10, permille() % 10)
        : "n/a";
  }

  /** The sum of two tallies. */
  public Tally plus(Tally other) {
    return new Tally(compliant + other.compliant, sites + other.sites);
  }
}
