package dev.ssot.rules.codebase.source;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.ImportDeclaration;
import com.github.javaparser.ast.PackageDeclaration;
import dev.ssot.rules.codebase.RewriteOrder;
import dev.ssot.rules.codebase.TextEdit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * Rewrites the imports of one file: what is replaced keeps its line, what is no longer needed goes,
 * and what is new comes where the order of names has it.
 */
final class ImportRewriter {

  private final CompilationUnit tree;
  private final RewriteOrder order;
  private final Draft draft;
  private final Offsets offsets;
  private final UnaryOperator<String> spelling;
  private final TreeSet<String> needed = new TreeSet<>();
  private final Set<String> present = new HashSet<>();

  /**
   * A rewriter.
   *
   * @param spelling how a name is written in the encoding of the file
   */
  ImportRewriter(
      CompilationUnit tree, RewriteOrder order, Draft draft, UnaryOperator<String> spelling) {
    this.tree = tree;
    this.order = order;
    this.draft = draft;
    this.offsets = draft.offsets();
    this.spelling = spelling;
  }

  /** Makes the edits; {@code needed} are the types of which single imports have to be there. */
  void rewrite(Set<String> wanted) {
    needed.addAll(wanted);
    for (ImportDeclaration single : tree.getImports()) {
      present.add(key(single, single.getNameAsString()));
    }
    List<ImportDeclaration> leaving = new ArrayList<>();
    for (ImportDeclaration single : tree.getImports()) {
      if (!single.isModule() && !rewriteMember(single)) {
        leaving.add(single);
      }
    }
    leaving.forEach(this::replaceOrRemove);
    replaceWildcards();
    needed.forEach(this::insert);
  }

  private static String key(ImportDeclaration single, String name) {
    return (single.isStatic() ? "static " : "") + name + (single.isAsterisk() ? ".*" : "");
  }

  /**
   * Rewrites an import that a type which leaves is only the head of, such as that of a constant;
   * false for the import of such a type itself.
   */
  private boolean rewriteMember(ImportDeclaration single) {
    String name = single.getNameAsString();
    if (!single.isAsterisk() && order.moves().containsKey(name)) {
      return false;
    }
    for (Map.Entry<String, String> move : order.moves().entrySet()) {
      boolean all = single.isAsterisk() && name.equals(move.getKey());
      if (all || name.startsWith(move.getKey() + ".")) {
        String other = move.getValue() + name.substring(move.getKey().length());
        if (!present.add(key(single, other))) {
          remove(single);
        } else {
          Chain chain = Chain.of(single.getName(), offsets);
          int parts = chain.parts().size();
          draft.replace(
              move.getKey(), chain.start(), chain.end(parts), name, spelling.apply(other));
        }
        return true;
      }
    }
    return true;
  }

  private void replaceOrRemove(ImportDeclaration single) {
    String name = single.getNameAsString();
    String other = order.moves().get(name);
    if (other == null || !needed.remove(other)) {
      remove(single);
      return;
    }
    Chain chain = Chain.of(single.getName(), offsets);
    int end = chain.end(chain.parts().size());
    if (single.isStatic()) {
      int start = offsets.start(single);
      String written = "importstatic" + name;
      draft.replace(name, start, end, written, "import " + spelling.apply(other));
    } else {
      draft.replace(name, chain.start(), end, name, spelling.apply(other));
    }
  }

  private void remove(ImportDeclaration single) {
    draft.remove(offsets.start(single), offsets.end(single));
  }

  /** Puts single imports where a wildcard stood. */
  private void replaceWildcards() {
    for (ImportDeclaration single : tree.getImports()) {
      boolean leaves =
          single.isAsterisk()
              && !single.isStatic()
              && !single.isModule()
              && order.wildcards().contains(single.getNameAsString());
      if (leaves && needed.isEmpty()) {
        remove(single);
      } else if (leaves) {
        int start = offsets.start(single);
        String separator = offsets.separator(start);
        String indent = draft.text().substring(offsets.lineStart(start), start);
        String between = indent.isBlank() ? separator + indent : " ";
        List<String> lines =
            needed.stream().map(type -> "import " + spelling.apply(type) + ";").toList();
        int end = offsets.end(single);
        draft.edits().add(new TextEdit(start, end, String.join(between, lines)));
        needed.clear();
      }
    }
  }

  /** Puts an import among those of the nearest packages, where the order of names has it. */
  private void insert(String type) {
    String line = "import " + spelling.apply(type) + ";";
    List<ImportDeclaration> plain =
        tree.getImports().stream().filter(one -> !one.isStatic() && !one.isModule()).toList();
    int most = plain.stream().mapToInt(one -> shared(one.getNameAsString(), type)).max().orElse(0);
    List<ImportDeclaration> near =
        plain.stream().filter(one -> shared(one.getNameAsString(), type) == most).toList();
    ImportDeclaration before =
        near.stream()
            .filter(one -> one.getNameAsString().compareTo(type) < 0)
            .max(Comparator.comparingInt(offsets::start))
            .orElse(null);
    if (before != null) {
      after(offsets.end(before), line);
    } else if (!near.isEmpty()) {
      int start = offsets.start(near.get(0));
      draft.insert(start, line + offsets.separator(start));
    } else {
      apart(line);
    }
  }

  /** How many parts of their packages two names have in common. */
  private static int shared(String one, String other) {
    String[] left = one.split("\\.", -1);
    String[] right = other.split("\\.", -1);
    int shared = 0;
    while (shared < Math.min(left.length, right.length) - 1 && left[shared].equals(right[shared])) {
      shared++;
    }
    return shared;
  }

  /** Puts a line behind a declaration and behind a comment on its line. */
  private void after(int end, String line) {
    int lineEnd = offsets.lineEnd(end - 1);
    String rest = draft.text().substring(end, lineEnd).strip();
    String separator = offsets.separator(end - 1);
    boolean comment = rest.startsWith("//") || rest.isEmpty();
    boolean ended = lineEnd > 0 && "\r\n".indexOf(draft.text().charAt(lineEnd - 1)) >= 0;
    if (comment && ended) {
      draft.insert(lineEnd, line + separator);
    } else {
      draft.insert(end, separator + line);
    }
  }

  /** Puts a line where there are no imports of its kind yet. */
  private void apart(String line) {
    PackageDeclaration declared = tree.getPackageDeclaration().orElse(null);
    if (!tree.getImports().isEmpty()) {
      ImportDeclaration last = tree.getImports().get(tree.getImports().size() - 1);
      after(offsets.end(last), line);
    } else if (declared != null) {
      String separator = offsets.separator(offsets.start(declared));
      draft.insert(offsets.end(declared), separator + separator + line);
    } else {
      String separator = offsets.separator(0);
      draft.insert(0, line + separator + separator);
    }
  }
}
