package dev.ssot.rules.rivals;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ssot.rules.codebase.Codebase;
import dev.ssot.rules.codebase.Codebase.TypeEntry;
import dev.ssot.rules.codebase.source.SourceReader;
import dev.ssot.rules.codebase.source.Wanted;
import dev.ssot.rules.fixture.Roles;
import dev.ssot.rules.model.Bystanders;
import dev.ssot.rules.model.Recognition;
import dev.ssot.rules.model.Role;
import dev.ssot.rules.model.SourceSelection;
import dev.ssot.rules.model.Standing;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What is found of all types in one pass is what is found of each two, here of this package. */
class SharesTest {

  private static final Path SOURCES =
      Path.of("src/main/java/dev/ssot/rules/rivals").toAbsolutePath();
  private static final List<String> ASKED =
      List.of("Affinity", "JobModel", "Columns", "FeatureTable", "TypeClass");

  private final Codebase codebase =
      new SourceReader(SOURCES, SourceSelection.standard(), Wanted.ranking(), 2)
          .read(List.of(SOURCES), (read, all) -> {})
          .codebase();
  private final List<TypeEntry> asked =
      ASKED.stream().map(name -> type("dev.ssot.rules.rivals." + name)).toList();

  private TypeEntry type(String name) {
    return codebase.type(name).orElseThrow();
  }

  @Test
  void tellsOfAllPairsWhatIsToldOfEach() {
    ProfileIndex index = new ProfileIndex(codebase);
    for (Trait trait : Trait.values()) {
      Map<List<Integer>, Overlap> told = new HashMap<>();
      new Shares(index.columns().of(trait), asked.stream().mapToInt(TypeEntry::id).toArray())
          .forEach((place, id, overlap) -> told.put(List.of(place, id), overlap));
      for (int place = 0; place < asked.size(); place++) {
        for (Profile other : index.all()) {
          Overlap overlap = index.overlap(trait, index.of(asked.get(place)), other);
          Overlap inOnePass = told.get(List.of(place, other.id()));
          assertEquals(overlap.count() > 0 ? overlap : null, inOnePass, trait.name());
        }
      }
      assertTrue(told.size() > asked.size(), trait.name());
    }
  }

  /** A low threshold, so that channels, model and policy all have something to say. */
  @Test
  void findsAmongAllTypesWhomItFindsAlone() {
    Rivalry rivalry = new Rivalry(codebase);
    List<Role> roles =
        asked.stream()
            .flatMap(
                type ->
                    List.of(
                        Roles.role(
                            type.name(),
                            new Recognition(List.of(), List.of(), 10),
                            Bystanders.none()),
                        Roles.role(
                            type.name(),
                            new Recognition(List.of(), List.of("of", "write"), 25),
                            Bystanders.none()))
                        .stream())
            .toList();
    List<RoleCast> casts = rivalry.casts(roles);
    int rivals = 0;
    for (int i = 0; i < roles.size(); i++) {
      Role role = roles.get(i);
      Set<String> alone = new TreeSet<>();
      for (TypeEntry entry : codebase.types()) {
        if (rivalry.standing(entry, role).standing() == Standing.RIVAL) {
          alone.add(entry.name());
        }
      }
      Set<String> found = new TreeSet<>();
      casts.get(i).rivals().forEach(rival -> found.add(rival.entry().name()));
      assertEquals(alone, found, role.canonical().value());
      rivals += found.size();
    }
    assertTrue(rivals > roles.size(), rivals + " rivals");
  }
}
