package dev.ssot.rules.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.ssot.rules.model.RuleDescription;
import dev.ssot.rules.model.Severity;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class CatalogTest {

  private static final List<String> HEADINGS =
      List.of("What it finds", "Why it matters", "Wrong", "Right", "Accepting it");

  /** Every class that is a rule and no mere beginning of rules, in the order of names. */
  private static List<Class<?>> ruleClasses() {
    List<Class<?>> classes = new ArrayList<>();
    new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.ssot.rules")
            .stream()
            .filter(type -> type.isAssignableTo(Rule.class))
            .filter(type -> !type.getModifiers().contains(JavaModifier.ABSTRACT))
            .map(JavaClass::reflect)
            .sorted((a, b) -> a.getName().compareTo(b.getName()))
            .forEach(classes::add);
    return classes;
  }

  private static String id(Class<?> rule) {
    return rule.getSimpleName().replaceAll("(?<=.)(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
  }

  /** What a rule lacks of its three files and one line. */
  private static List<String> missing(Class<?> rule) {
    List<String> missing = new ArrayList<>();
    String name = rule.getSimpleName();
    Rule listed =
        Catalog.rules().stream().filter(r -> r.getClass() == rule).findFirst().orElse(null);
    if (listed == null) {
      missing.add(name + " is not in the list of the catalog");
    } else if (!listed.id().equals(id(rule))) {
      missing.add(name + " has the id " + listed.id() + " and not " + id(rule));
    }
    try {
      Class.forName(rule.getName() + "Test");
    } catch (ClassNotFoundException e) {
      missing.add(name + " has no test of its name");
    }
    missing.addAll(missingOfPage(id(rule)));
    return missing;
  }

  private static List<String> missingOfPage(String id) {
    String page;
    try (InputStream stream = CatalogTest.class.getResourceAsStream("pages/" + id + ".md")) {
      if (stream == null) {
        return List.of("there is no page " + id + ".md");
      }
      page = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    List<String> missing = new ArrayList<>();
    if (!page.startsWith("# " + id + "\n\n")) {
      missing.add(id + ".md is not headed by its id");
    }
    List<String> headings =
        page.lines().filter(line -> line.startsWith("## ")).map(line -> line.substring(3)).toList();
    if (!headings.equals(HEADINGS)) {
      missing.add(id + ".md has the headings " + headings);
    }
    if (!section(page, "Wrong").contains("finds: " + id)) {
      missing.add(id + ".md marks no line in Wrong");
    }
    if (section(page, "Right").contains("finds: ")) {
      missing.add(id + ".md marks a line in Right");
    }
    return missing;
  }

  private static String section(String page, String heading) {
    int start = page.indexOf("\n## " + heading + "\n");
    int end = page.indexOf("\n## ", start + 1);
    return start < 0 ? "" : page.substring(start, end < 0 ? page.length() : end);
  }

  @Test
  void everyRuleIsListedTestedAndExplained() {
    List<String> missing = new ArrayList<>();
    ruleClasses().forEach(rule -> missing.addAll(missing(rule)));

    assertEquals(List.of(), missing);
    assertEquals(Catalog.rules().size(), ruleClasses().size());
  }

  @Test
  void aRuleWithoutItsPiecesWouldBeNoticed() {
    assertEquals(
        List.of(
            "LoneRule is not in the list of the catalog",
            "LoneRule has no test of its name",
            "there is no page lone-rule.md"),
        missing(LoneRule.class));
  }

  private static final class LoneRule implements Rule {

    @Override
    public String id() {
      return "lone-rule";
    }

    @Override
    public Severity severity() {
      return Severity.NOTE;
    }

    @Override
    public List<String> tags() {
      return List.of();
    }

    @Override
    public Judgement judge(Case facts) {
      return Judgement.notRun("rules", "it is alone");
    }
  }

  @Test
  void theListIsSortedById() {
    List<String> ids = Catalog.rules().stream().map(Rule::id).toList();

    assertEquals(ids.stream().sorted().distinct().toList(), ids);
  }

  @Test
  void noPageIsWithoutItsRule() throws IOException, URISyntaxException {
    Path pages = Path.of(Objects.requireNonNull(Catalog.class.getResource("pages")).toURI());
    List<String> found;
    try (var files = Files.list(pages)) {
      found = files.map(file -> file.getFileName().toString()).sorted().toList();
    }

    assertEquals(Catalog.rules().stream().map(rule -> rule.id() + ".md").toList(), found);
  }

  @Test
  void descriptionsSayInOneSentenceWhatThePageSays() {
    for (RuleDescription description : Catalog.descriptions()) {
      String summary = description.summary();
      assertTrue(
          summary.matches("[A-Z][^\\n]*\\.") && summary.length() < 200,
          () -> description.id() + ": " + summary);
      assertTrue(description.page().contains("## Accepting it"), description.id());
      assertTrue(
          !description.tags().isEmpty() && description.tags().size() <= 10, description.id());
    }
  }
}
