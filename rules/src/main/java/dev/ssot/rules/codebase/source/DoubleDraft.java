package dev.ssot.rules.codebase.source;

import dev.ssot.rules.codebase.TestOutline.DoubleFact;
import dev.ssot.rules.model.Location;
import dev.ssot.rules.model.Region;
import dev.ssot.rules.model.StandIn;
import dev.ssot.rules.model.StandIn.Form;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A double while its file is read.
 *
 * @param real qualified name of the watched type
 * @param variable the name of what it is kept in, or the empty string
 * @param stubbed what its own declaration says that is given an answer
 */
record DoubleDraft(
    String real, Form form, String by, Region region, String variable, List<String> stubbed) {

  /** The double, with what else is given an answer. */
  DoubleFact fact(String path, Set<String> further, boolean whole) {
    Set<String> all = new TreeSet<>(stubbed);
    all.addAll(further);
    return new DoubleFact(
        real, new StandIn(form, by, new Location(path, region), List.copyOf(all)), whole);
  }
}
