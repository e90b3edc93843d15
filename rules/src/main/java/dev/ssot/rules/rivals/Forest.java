package dev.ssot.rules.rivals;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * Many decision trees, each of which says how probable something is; together they say their mean.
 *
 * <p>Read from text: comments after {@code #}, a line with the names of the features, then a line
 * for each tree with its nodes, a node before its branches. A node is {@code feature:threshold},
 * where the first branch is for values up to the threshold, or a leaf with the probability in per
 * mille. Immutable.
 */
public final class Forest {

  private static final int MILLE = 1000;

  private final List<String> features;
  private final List<Node> trees;

  private Forest(List<String> features, List<Node> trees) {
    this.features = List.copyOf(features);
    this.trees = List.copyOf(trees);
  }

  private sealed interface Node {}

  private record Leaf(int perMille) implements Node {}

  private record Branch(int feature, double threshold, Node low, Node high) implements Node {}

  /** Reads the forest beside a class. */
  static Forest load(Class<?> beside, String resource) {
    try (InputStream in = beside.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("%s is not beside %s".formatted(resource, beside));
      }
      return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads a forest from its text.
   *
   * @throws IllegalArgumentException if it is no forest
   */
  public static Forest parse(String text) {
    List<String> lines =
        text.lines().filter(line -> !line.isEmpty() && !line.startsWith("#")).toList();
    if (lines.size() < 2) {
      throw new IllegalArgumentException("a forest has features and trees");
    }
    List<String> features = List.of(lines.get(0).split(" ", -1));
    List<Node> trees = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      Iterator<String> nodes = List.of(line.split(" ", -1)).iterator();
      trees.add(node(nodes, features.size()));
      if (nodes.hasNext()) {
        throw new IllegalArgumentException("a tree has more nodes than branches");
      }
    }
    return new Forest(features, trees);
  }

  private static Node node(Iterator<String> nodes, int features) {
    if (!nodes.hasNext()) {
      throw new IllegalArgumentException("a tree ends within a branch");
    }
    String text = nodes.next();
    int colon = text.indexOf(':');
    if (colon < 0) {
      return new Leaf(Integer.parseInt(text));
    }
    int feature = Integer.parseInt(text.substring(0, colon));
    if (feature < 0 || feature >= features) {
      throw new IllegalArgumentException("a tree asks for a feature that there is not");
    }
    double threshold = Double.parseDouble(text.substring(colon + 1));
    Node low = node(nodes, features);
    return new Branch(feature, threshold, low, node(nodes, features));
  }

  /** The names of the features that the trees ask for, in the order of their numbers. */
  public List<String> features() {
    return features;
  }

  /**
   * The mean probability in per cent, rounded down; the same on every machine.
   *
   * @param values the features by name, in the order of {@link #features}
   * @throws IllegalArgumentException if they are others
   */
  int percent(Map<String, Double> values) {
    if (!features.equals(List.copyOf(values.keySet()))) {
      throw new IllegalArgumentException("the forest was grown on other features");
    }
    return percent(values.values().stream().mapToDouble(Double::doubleValue).toArray());
  }

  /** The same of the values alone. */
  public int percent(double[] values) {
    long sum = 0;
    for (Node tree : trees) {
      sum += perMille(tree, values);
    }
    return (int) (100 * sum / ((long) MILLE * trees.size()));
  }

  private static int perMille(Node tree, double[] values) {
    Node node = tree;
    while (node instanceof Branch branch) {
      node = values[branch.feature()] <= branch.threshold() ? branch.low() : branch.high();
    }
    return ((Leaf) node).perMille();
  }
}
