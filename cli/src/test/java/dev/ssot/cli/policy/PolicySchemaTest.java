package dev.ssot.cli.policy;

import static java.util.stream.Collectors.toCollection;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.ssot.cli.message.Rejection;
import dev.ssot.rules.model.RuleDescription;
import dev.ssot.rules.scan.Scan;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Holds the reader of policies and the published schema against each other. */
class PolicySchemaTest {

  private static final Path POLICIES = Path.of("src/test/policies");

  /** Faults that a schema cannot see: of YAML rather than of data, or between two values. */
  private static final Set<String> BEYOND_A_SCHEMA =
      Set.of(
          "alias",
          "alias-bomb",
          "anchor",
          "colon-in-value",
          "complex-key",
          "doubled-key",
          "extended-role-declared-twice",
          "extends-a-missing-file",
          "layer-declared-twice",
          "only-comments",
          "path-forbidden-twice",
          "role-declared-twice",
          "second-document",
          "shim-on-no-day",
          "shims-declared-twice",
          "suppression-on-a-day-that-is-none",
          "tab",
          "tag",
          "unclosed-bracket");

  private static final ObjectMapper JSON = JsonMapper.builder().build();
  private static final ObjectMapper YAML = YAMLMapper.builder().build();
  private static final JsonNode DOCUMENT = document();
  private static final Schema SCHEMA =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(DOCUMENT);

  private static JsonNode document() {
    try (InputStream in =
        PolicyReader.class.getResourceAsStream("/dev/ssot/cli/policy.schema.json")) {
      return JSON.readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Error> faults(Path policy) {
    try {
      return SCHEMA.validate(YAML.readTree(Files.readString(policy)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @TestFactory
  Stream<DynamicTest> acceptWhatIsRight() {
    return policies("right")
        .map(
            policy ->
                DynamicTest.dynamicTest(
                    policy.getFileName().toString(),
                    () -> {
                      reader().read(policy, "ssot.yaml");
                      assertEquals(List.of(), faults(policy));
                    }));
  }

  @TestFactory
  Stream<DynamicTest> rejectWhatIsWrong() {
    return policies("wrong")
        .map(
            policy ->
                DynamicTest.dynamicTest(
                    policy.getFileName().toString(),
                    () -> {
                      assertThrows(Rejection.class, () -> reader().read(policy, "ssot.yaml"));
                      if (!BEYOND_A_SCHEMA.contains(name(policy))) {
                        assertEquals(false, faults(policy).isEmpty());
                      }
                    }));
  }

  @Test
  void namesOnlyCasesThatExistAsBeyondASchema() {
    Set<String> wrong =
        policies("wrong").map(PolicySchemaTest::name).collect(toCollection(TreeSet::new));
    assertEquals(Set.of(), minus(BEYOND_A_SCHEMA, wrong));
  }

  @Test
  void theBuiltInPolicyFollowsTheSchema() throws IOException {
    for (String name : BuiltInPolicies.NAMES) {
      assertEquals(List.of(), SCHEMA.validate(YAML.readTree(BuiltInPolicies.text(name))));
    }
    assertEquals(BuiltInPolicies.NAMES, texts(DOCUMENT.at("/$defs/builtIn/enum")));
  }

  @Test
  void haveTheSameKeys() {
    assertEquals(PolicyKeys.POLICY, keys("/properties"));
    assertEquals(PolicyKeys.SOURCES, keys("/$defs/sources/properties"));
    assertEquals(PolicyKeys.ROLE, keys("/$defs/role/properties"));
    assertEquals(PolicyKeys.RIVALS, keys("/$defs/rivals/properties"));
    assertEquals(PolicyKeys.FORBID, keys("/$defs/forbiddenPath/properties"));
    assertEquals(PolicyKeys.PREFER, keys("/$defs/preferredPath/properties"));
    assertEquals(PolicyKeys.SHIM, keys("/$defs/shim/properties"));
    assertEquals(PolicyKeys.BYPASS, keys("/$defs/bypass/properties"));
    assertEquals(PolicyKeys.CALL, keys("/$defs/reservedCall/properties"));
    assertEquals(PolicyKeys.ISOLATED, keys("/$defs/isolation/properties"));
    assertEquals(PolicyKeys.LAYER, keys("/$defs/layer/properties"));
    assertEquals(PolicyKeys.ACYCLIC, keys("/$defs/slices/properties"));
    assertEquals(PolicyKeys.GATE, keys("/$defs/gate/properties"));
    assertEquals(PolicyKeys.SUPPRESSION, keys("/$defs/suppression/properties"));
  }

  @Test
  void haveTheSameForms() {
    assertEquals(Syntax.ROLE_ID.regex(), pattern("roleId"));
    assertEquals(Syntax.PROSE.regex(), pattern("prose"));
    assertEquals(Syntax.TYPE.regex(), pattern("type"));
    assertEquals(Syntax.TYPE_OR_PACKAGE.regex(), pattern("typeOrPackage"));
    assertEquals(Syntax.ACCESS.regex(), pattern("access"));
    assertEquals(Syntax.SLICES.regex(), pattern("packages"));
    assertEquals(Syntax.TYPE_NAME.regex(), pattern("typeName"));
    assertEquals(Syntax.METHOD_NAME.regex(), pattern("methodName"));
    assertEquals(Syntax.MEMBER_NAME.regex(), pattern("memberName"));
    assertEquals(Syntax.GLOB.regex(), pattern("glob"));
    assertEquals(Syntax.FILE.regex(), pattern("file"));
    assertEquals(Syntax.POLICY_FILE.regex(), pattern("policyFile"));
    assertEquals(Syntax.DATE.regex(), pattern("date"));
  }

  @Test
  void haveTheSameRules() {
    assertEquals(
        Scan.rules().stream().map(RuleDescription::id).toList(),
        keys("/properties/rules/properties"));
    assertEquals(Scan.acceptable(), texts(DOCUMENT.at("/$defs/suppression/properties/rule/enum")));
  }

  @Test
  void everyKeyIsDescribed() {
    List<String> undescribed = new ArrayList<>();
    collectUndescribed(DOCUMENT, "", undescribed);
    assertEquals(List.of(), undescribed);
  }

  private static void collectUndescribed(JsonNode node, String path, List<String> undescribed) {
    node.path("properties")
        .properties()
        .forEach(
            property -> {
              JsonNode value = resolve(property.getValue());
              if (!path.startsWith("/allOf") && !value.has("description")) {
                undescribed.add(path + "/" + property.getKey());
              }
            });
    node.properties()
        .forEach(
            child ->
                collectUndescribed(child.getValue(), path + "/" + child.getKey(), undescribed));
  }

  private static JsonNode resolve(JsonNode node) {
    return node.has("$ref") && !node.has("description")
        ? DOCUMENT.at(node.get("$ref").textValue().substring(1))
        : node;
  }

  private static PolicyReader reader() {
    return new PolicyReader(
        Scan.rules().stream().map(RuleDescription::id).toList(), Scan.acceptable());
  }

  private static Stream<Path> policies(String kind) {
    try (Stream<Path> files = Files.list(POLICIES.resolve(kind))) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String name(Path policy) {
    return policy.getFileName().toString().replace(".yaml", "");
  }

  private static String pattern(String definition) {
    return DOCUMENT.at("/$defs/" + definition + "/pattern").textValue();
  }

  private static List<String> keys(String pointer) {
    List<String> keys = new ArrayList<>();
    DOCUMENT.at(pointer).fieldNames().forEachRemaining(keys::add);
    return keys;
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(item -> texts.add(item.textValue()));
    return texts;
  }

  private static Set<String> minus(Set<String> all, Set<String> some) {
    Set<String> rest = new TreeSet<>(all);
    rest.removeAll(some);
    return rest;
  }
}
