package dev.ssot.router;

import dev.ssot.router.StreamWorld.Kind;
import dev.ssot.router.StreamWorld.Step;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

/**
 * Isolation, order and exactly once, over any interleaving of what users, tenants and connections
 * do. The seed is fixed; what fails is shrunk to the fewest steps that fail.
 */
class StreamPropertiesTest {

  @Property(seed = "20260131", tries = 500)
  void everyDeviceSeesItsUsersStreamAndNothingElse(
      @ForAll @Size(max = 120) List<@From("steps") Step> steps) {
    StreamWorld world = new StreamWorld();
    steps.forEach(world::take);
    world.end();
  }

  @Provide
  static Arbitrary<Step> steps() {
    return Combinators.combine(
            Arbitraries.of(Kind.class),
            Arbitraries.integers().between(0, StreamWorld.DEVICES - 1),
            Arbitraries.integers().between(0, 3))
        .as(Step::new);
  }
}
