package dev.ssot.cli.policy;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import dev.ssot.cli.message.Diagnostic;
import dev.ssot.cli.message.Rejection;
import dev.ssot.cli.policy.YamlNode.Kind;
import dev.ssot.cli.policy.YamlNode.Mapping.Entry;
import dev.ssot.rules.model.PolicyLine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/**
 * Reads YAML token by token into nodes that know where they stand.
 *
 * <p>A policy is data: one document, no aliases (so that no file can grow in memory), no tags, at
 * most {@value #DEEPEST} levels.
 */
final class YamlTree {

  private static final int DEEPEST = 16;
  private static final YAMLFactory YAML = new YAMLFactory();

  private final YAMLParser tokens;
  private final String file;
  private final PolicyErrors errors;

  private YamlTree(YAMLParser tokens, String file, PolicyErrors errors) {
    this.tokens = tokens;
    this.file = file;
    this.errors = errors;
  }

  /**
   * Reads a document.
   *
   * @param errors gets doubled keys, which do not end the reading
   * @throws Rejection if the text is no YAML, or more of YAML than a policy may use
   */
  static YamlNode read(String text, String file, PolicyErrors errors) {
    try (YAMLParser tokens = YAML.createParser(text)) {
      return new YamlTree(tokens, file, errors).document();
    } catch (JsonProcessingException e) {
      throw new Rejection(diagnostic(e, file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private YamlNode document() throws IOException {
    JsonToken first = tokens.nextToken();
    if (first == null) {
      throw new Rejection(
          new Diagnostic(file, 1, 1, "the policy is empty", "begin with `version: 1`"));
    }
    YamlNode root = node(first, "", 0);
    if (tokens.nextToken() != null) {
      throw rejected("a second document begins here", "keep one document in the file");
    }
    return root;
  }

  private YamlNode node(JsonToken token, String key, int depth) throws IOException {
    refuseIndirection();
    if (depth > DEEPEST) {
      throw rejected("values are nested deeper than " + DEEPEST + " levels", "flatten them");
    }
    return switch (token) {
      case START_OBJECT -> mapping(key, depth);
      case START_ARRAY -> sequence(key, depth);
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> scalar(Kind.NUMBER, key);
      case VALUE_TRUE, VALUE_FALSE -> scalar(Kind.BOOLEAN, key);
      case VALUE_NULL -> scalar(Kind.NOTHING, key);
      default -> scalar(Kind.TEXT, key);
    };
  }

  private void refuseIndirection() throws IOException {
    if (tokens.isCurrentAlias()) {
      String name = tokens.getText();
      throw rejected(
          "`*%s` is a YAML alias, which has no place in a policy".formatted(name),
          "quote a pattern that begins with `*`: \"*%s\"".formatted(name));
    }
    if (tokens.getObjectId() != null) {
      throw rejected("anchors have no place in a policy", "write the value out where it is used");
    }
    if (tokens.getTypeId() != null) {
      throw rejected("tags have no place in a policy", "remove the tag before the value");
    }
  }

  private YamlNode scalar(Kind kind, String key) throws IOException {
    return new YamlNode.Scalar(kind, tokens.getText(), here(key));
  }

  private YamlNode sequence(String key, int depth) throws IOException {
    PolicyLine start = here(key);
    List<YamlNode> items = new ArrayList<>();
    for (JsonToken token = tokens.nextToken();
        token != JsonToken.END_ARRAY;
        token = tokens.nextToken()) {
      items.add(node(token, key + "[" + items.size() + "]", depth + 1));
    }
    return new YamlNode.Sequence(items, start);
  }

  private YamlNode mapping(String key, int depth) throws IOException {
    PolicyLine start = here(key);
    Map<String, Entry> entries = new LinkedHashMap<>();
    while (tokens.nextToken() != JsonToken.END_OBJECT) {
      String name = tokens.currentName();
      PolicyLine keyLine = here(key.isEmpty() ? name : key + "." + name);
      YamlNode value = node(tokens.nextToken(), keyLine.key(), depth + 1);
      Entry first = entries.putIfAbsent(name, new Entry(keyLine, value));
      if (first != null) {
        errors.add(
            keyLine,
            "the key `%s` is given twice, first on line %d"
                .formatted(keyLine.key(), first.key().line()),
            "merge the two or delete one");
      }
    }
    return new YamlNode.Mapping(entries, start);
  }

  private PolicyLine here(String key) {
    JsonLocation location = tokens.currentTokenLocation();
    return new PolicyLine(file, location.getLineNr(), location.getColumnNr(), key);
  }

  private Rejection rejected(String what, String help) {
    PolicyLine here = here("");
    return new Rejection(new Diagnostic(file, here.line(), here.column(), what, help));
  }

  private static Diagnostic diagnostic(JsonProcessingException e, String file) {
    if (e.getCause() instanceof MarkedYAMLException yaml && yaml.getProblemMark() != null) {
      return new Diagnostic(
          file,
          yaml.getProblemMark().getLine() + 1,
          yaml.getProblemMark().getColumn() + 1,
          "not YAML: " + yaml.getProblem(),
          helpFor(yaml.getProblem()));
    }
    JsonLocation location = e.getLocation();
    String[] message = e.getOriginalMessage().split(", got|\n", 2);
    return new Diagnostic(
        file,
        location == null ? 0 : location.getLineNr(),
        location == null ? 0 : location.getColumnNr(),
        "not YAML that a policy may use: " + message[0],
        "keep to keys with texts, numbers, lists and maps");
  }

  private static String helpFor(String problem) {
    if (problem.contains("TAB")) {
      return "indent with spaces";
    }
    if (problem.contains("cannot start any token") || problem.contains("alias")) {
      return "quote the value; a plain one cannot begin with this character";
    }
    if (problem.contains("mapping values are not allowed")) {
      return "quote the value that holds `: `, or begin a new line";
    }
    return "mend indentation, brackets and quotes near this place";
  }
}
