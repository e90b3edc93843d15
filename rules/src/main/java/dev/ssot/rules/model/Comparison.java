package dev.ssot.rules.model;

import java.util.ArrayList;
import java.util.List;

/**
 * One type held against the canonical of a role.
 *
 * @param confidence how sure the rule is that both do one job, 0 to 100
 */
public record Comparison(
    TypeRef canonical,
    TypeRef rival,
    Verdict verdict,
    int confidence,
    SharedTraits shared,
    Usage usage) {

  public Comparison {
    if (confidence < 0 || confidence > 100) {
      throw new IllegalArgumentException("Not a percentage from 0 to 100: " + confidence);
    }
  }

  /** The simple name of the canonical, or the qualified one where the rival's is the same. */
  public String canonicalName() {
    return name(canonical);
  }

  /** The simple name of the rival, or the qualified one where the canonical's is the same. */
  public String rivalName() {
    return name(rival);
  }

  private String name(TypeRef type) {
    return canonical.simpleName().equals(rival.simpleName()) ? type.name() : type.simpleName();
  }

  /** The members of both that are counterparts, pair by pair, and those that only the rival has. */
  public List<Location> places() {
    List<Location> places = new ArrayList<>();
    for (MemberMatch match : shared.members()) {
      places.add(new Location(canonical.declaration().path(), match.canonical().region()));
      places.add(new Location(rival.declaration().path(), match.rival().region()));
    }
    for (MemberRef member : shared.onlyInRival()) {
      places.add(new Location(rival.declaration().path(), member.region()));
    }
    return List.copyOf(places);
  }
}
