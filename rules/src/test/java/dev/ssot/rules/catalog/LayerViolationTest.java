package dev.ssot.rules.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.ssot.rules.fixture.Project;
import dev.ssot.rules.fixture.TestPolicy;
import dev.ssot.rules.model.Evidence;
import dev.ssot.rules.model.ScanResult;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LayerViolationTest {

  private final Project project;

  LayerViolationTest(@TempDir Path folder) {
    this.project =
        Project.in(folder)
            .rules("layer-violation")
            .java(
                "package shop.web; public class Page { public static int SIZE; public void show() {} }")
            .java("package shop.web; public @interface Shown {}")
            .java("package shop.core.api; public interface Port {}");
  }

  private static TestPolicy layers() {
    return TestPolicy.empty()
        .layer("web", "shop.web.**")
        .layer("core", "shop.core.**")
        .layer("api", "shop.core.api.*");
  }

  @Test
  void doesNotRunWithoutLayers() {
    assertEquals(
        "the policy declares no layers",
        project.policy(TestPolicy.empty()).compiled().scan().coverage().rules().get(0).notRun());
  }

  @Test
  void findsUsesOfEveryKindOncePerPairOfTypes() {
    ScanResult result =
        project
            .policy(layers())
            .java(
                """
                package shop.core;

                import shop.web.Page;

                public class Order {
                  int total(Page page) {
                    page.show(); // finds: layer-violation
                    page.show();
                    return Page.SIZE;
                  }
                  class Line { int size() { return Page.SIZE; } } // finds: layer-violation
                }
                """)
            .java(
                "package shop.core; class Named extends shop.web.Page {} // finds: layer-violation")
            .java(
                """
                package shop.core;
                @shop.web.Shown class Marked {} // finds: layer-violation
                """)
            .java("package shop.core.api; interface Wide { shop.core.Order order(); }")
            .compiled()
            .scan();

    assertEquals(
        "[shop.core.Marked, shop.core.Named, shop.core.Order, shop.core.Order.Line,"
            + " shop.core.api.Wide]",
        result.findings().stream().map(one -> one.subject().type()).sorted().toList().toString());
  }

  @Test
  void countsThePlacesThatItDoesNotList() {
    ScanResult result =
        project
            .policy(layers())
            .java(
                """
                package shop.core;
                class Order {
                  void all(shop.web.Page page) {
                    page.show(); // finds: layer-violation
                    page.show();
                    page.show();
                    page.show();
                  }
                }
                """)
            .compiled()
            .assertMarkedFindings();

    Evidence.Bytecode evidence = (Evidence.Bytecode) result.findings().get(0).evidence();
    assertEquals(3, evidence.sightings().size());
    assertEquals(1, evidence.more());
  }

  @Test
  void leavesDownwardUsesEqualsAndTypesOutsideAlone() {
    ScanResult result =
        project
            .policy(layers())
            .java("package shop.web; class Form { shop.core.Basket basket; Page page; }")
            .java("package shop.core; public class Basket implements shop.core.api.Port {}")
            .java("package shop.tools; class Any { shop.web.Page page; }")
            .compiled()
            .assertMarkedFindings();

    assertEquals(2, result.coverage().rules().get(0).subjects());
  }
}
