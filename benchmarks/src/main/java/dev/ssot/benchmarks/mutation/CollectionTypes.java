package dev.ssot.benchmarks.mutation;

import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import java.util.Map;

/** Uses another collection of the same kind. */
final class CollectionTypes implements Rewrite {

  private static final Map<String, String> OTHERS =
      Map.ofEntries(
          Map.entry("ArrayList", "LinkedList"),
          Map.entry("LinkedList", "ArrayList"),
          Map.entry("Vector", "ArrayList"),
          Map.entry("HashMap", "TreeMap"),
          Map.entry("LinkedHashMap", "TreeMap"),
          Map.entry("TreeMap", "LinkedHashMap"),
          Map.entry("Hashtable", "HashMap"),
          Map.entry("ConcurrentHashMap", "ConcurrentSkipListMap"),
          Map.entry("HashSet", "TreeSet"),
          Map.entry("LinkedHashSet", "TreeSet"),
          Map.entry("TreeSet", "LinkedHashSet"),
          Map.entry("ArrayDeque", "LinkedList"),
          Map.entry("Stack", "ArrayDeque"),
          Map.entry("StringBuffer", "StringBuilder"));

  @Override
  public int apply(ClassOrInterfaceDeclaration type, Dice dice) {
    int changes = 0;
    for (ClassOrInterfaceType one : type.findAll(ClassOrInterfaceType.class)) {
      String other = OTHERS.get(one.getNameAsString());
      if (other != null && one.getScope().isEmpty()) {
        one.setName(other);
        changes++;
      }
    }
    return changes;
  }
}
