package dev.ssot.rules.rivals;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
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

  /** What a node takes in the text, or a little less. */
  private static final int CHARACTERS = 6;

  private final List<String> features;

  /** By tree, the place of its first node. */
  private final int[] trees;

  /** By node, the feature that a branch asks for, or the complement of what a leaf says. */
  private final int[] asked;

  private final double[] thresholds;

  /** By node, the place of the branch for values above the threshold; the other one is next. */
  private final int[] above;

  private Forest(List<String> features, Nodes nodes) {
    this.features = List.copyOf(features);
    this.trees = nodes.trees;
    this.asked = Arrays.copyOf(nodes.asked, nodes.count);
    this.thresholds = Arrays.copyOf(nodes.thresholds, nodes.count);
    this.above = Arrays.copyOf(nodes.above, nodes.count);
  }

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
    Nodes nodes = new Nodes(features.size(), lines.size() - 1, text.length() / CHARACTERS);
    lines.subList(1, lines.size()).forEach(nodes::addTree);
    return new Forest(features, nodes);
  }

  /** Reads the nodes of trees one after another. */
  private static final class Nodes {

    private static final int MOST_DIGITS = 15;

    private final int features;
    private final int[] trees;
    private int treeCount;
    private int[] asked;
    private double[] thresholds;
    private int[] above;
    private int count;
    private String line = "";
    private int at;

    Nodes(int features, int trees, int expected) {
      this.features = features;
      this.trees = new int[trees];
      int room = Math.max(1, expected);
      this.asked = new int[room];
      this.thresholds = new double[room];
      this.above = new int[room];
    }

    void addTree(String text) {
      line = text;
      at = 0;
      trees[treeCount++] = count;
      addNode();
      if (at <= line.length()) {
        throw new IllegalArgumentException("a tree has more nodes than branches");
      }
    }

    private void addNode() {
      if (at > line.length()) {
        throw new IllegalArgumentException("a tree ends within a branch");
      }
      int space = line.indexOf(' ', at);
      int end = space < 0 ? line.length() : space;
      int colon = line.indexOf(':', at);
      int node = next();
      if (colon < 0 || colon > end) {
        int perMille = Integer.parseInt(line, at, end, 10);
        if (perMille < 0) {
          throw new IllegalArgumentException("a leaf says less than nothing");
        }
        asked[node] = ~perMille;
        at = end + 1;
        return;
      }
      asked[node] = Integer.parseInt(line, at, colon, 10);
      if (asked[node] < 0 || asked[node] >= features) {
        throw new IllegalArgumentException("a tree asks for a feature that there is not");
      }
      thresholds[node] = number(colon + 1, end);
      at = end + 1;
      addNode();
      above[node] = count;
      addNode();
    }

    private int next() {
      if (count == asked.length) {
        asked = Arrays.copyOf(asked, 2 * count);
        thresholds = Arrays.copyOf(thresholds, 2 * count);
        above = Arrays.copyOf(above, 2 * count);
      }
      return count++;
    }

    /**
     * A number as {@link Double#parseDouble} gives it, sooner: of few digits both the whole number
     * and the power of ten are exact, and so their quotient is rounded once.
     */
    private double number(int start, int end) {
      boolean negative = line.startsWith("-", start);
      boolean broken = false;
      long digits = 0;
      double power = 1;
      int many = 0;
      for (int i = negative ? start + 1 : start; i < end; i++) {
        char c = line.charAt(i);
        if (c == '.' && !broken) {
          broken = true;
        } else if (c >= '0' && c <= '9') {
          digits = 10 * digits + (c - '0');
          power = broken ? 10 * power : power;
          many++;
        } else {
          many = MOST_DIGITS + 1;
        }
      }
      if (many == 0 || many > MOST_DIGITS) {
        return Double.parseDouble(line.substring(start, end));
      }
      return negative ? -(digits / power) : digits / power;
    }
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
    for (int tree : trees) {
      sum += perMille(tree, values);
    }
    return (int) (100 * sum / ((long) MILLE * trees.length));
  }

  private int perMille(int tree, double[] values) {
    int node = tree;
    while (asked[node] >= 0) {
      node = values[asked[node]] <= thresholds[node] ? node + 1 : above[node];
    }
    return ~asked[node];
  }
}
