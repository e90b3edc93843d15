package dev.ssot.rules.codebase.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.ssot.rules.codebase.CallFact;
import dev.ssot.rules.codebase.Codebase;
import dev.ssot.rules.codebase.Codebase.TypeEntry;
import dev.ssot.rules.codebase.MethodOutline;
import dev.ssot.rules.codebase.Signature;
import dev.ssot.rules.fixture.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecondReadingTest {

  private static final String SHOP =
      """
      package shop;

      /** Sells things. */
      public class Shop {
        /** Sells one. */
        public boolean sell(String thing, int... prices) {
          // for now
          return true;
        }

        interface Till {
          int sum();
        }
      }
      """;
  private static final String PLACE = "src/main/java/shop/Shop.java";

  private final Path folder;

  SecondReadingTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private Codebase codebase() {
    return Project.in(folder)
        .java(SHOP)
        .java("package shop; class User { boolean use(Shop shop) { return shop.sell(\"a\", 1); } }")
        .codebase();
  }

  private SecondReading reading(Codebase codebase) {
    return new SecondReading(folder, codebase, 2);
  }

  private static List<TypeEntry> shops(Codebase codebase) {
    return codebase.types().stream().filter(type -> type.name().startsWith("shop.Shop")).toList();
  }

  @Test
  void outlinesSayWhatBodiesDoAndWhatIsWrittenAboutThem() {
    Codebase codebase = codebase();
    var outlines = reading(codebase).outlines(shops(codebase));

    assertEquals(
        List.of("shop.Shop", "shop.Shop.Till"),
        outlines.stream().map(outline -> outline.entry().name()).toList());
    assertEquals("Sells things.", outlines.get(0).documentation().strip());
    MethodOutline sell = outlines.get(0).methods().get(0);
    assertEquals(List.of("thing", "prices"), sell.unread());
    assertEquals(
        List.of("Sells one.", "for now"),
        sell.remarks().stream().map(remark -> remark.text().strip()).toList());
    assertEquals(List.of(), outlines.get(1).methods(), "they have no body");
  }

  @Test
  void contractsHoldTheMembersAsCallersSeeThem() {
    Codebase codebase = codebase();
    var contracts = reading(codebase).contracts(shops(codebase));

    assertEquals(
        List.of("sell(String, int...)", "Shop()"),
        contracts.get(0).members().stream().map(Signature::text).toList());
    assertEquals("int", contracts.get(1).members().get(0).returns());
  }

  @Test
  void callsSayWhatIsCalledWithWhatAndWhatBecomesOfIt() {
    Codebase codebase = codebase();
    List<CallFact> calls =
        reading(codebase).calls(codebase.units(), Set.of("shop.Shop"), Set.of("sell"));

    assertEquals(1, calls.size());
    CallFact call = calls.get(0);
    assertEquals("shop.Shop", call.receiver());
    assertEquals(List.of("java.lang.String", "int"), call.arguments());
    assertEquals(CallFact.Result.usedAs("boolean"), call.result());
    assertEquals("shop.User", call.caller());
  }

  @Test
  void aFileThatHasChangedGivesNothing() throws IOException {
    Codebase codebase = codebase();
    Files.writeString(folder.resolve(PLACE), "\n" + SHOP);

    assertEquals(List.of(), reading(codebase).outlines(shops(codebase)));
    assertEquals(List.of(), reading(codebase).contracts(shops(codebase)));
  }

  @Test
  void aFileThatIsGoneOrNoLongerTextGivesNothing() throws IOException {
    Codebase codebase = codebase();
    Files.write(folder.resolve(PLACE), new byte[] {'c', 0, 1});
    assertEquals(List.of(), reading(codebase).outlines(shops(codebase)));

    Files.delete(folder.resolve(PLACE));
    assertEquals(List.of(), reading(codebase).contracts(shops(codebase)));
  }
}
