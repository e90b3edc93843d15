package dev.ssot.rules.codebase.source;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.AnnotationMemberDeclaration;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.nodeTypes.NodeWithSimpleName;
import com.github.javaparser.ast.nodeTypes.modifiers.NodeWithPrivateModifier;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import dev.ssot.rules.codebase.SourceUnit;
import dev.ssot.rules.codebase.TypeTrace;
import dev.ssot.rules.codebase.source.TypeNaming.Named;
import dev.ssot.rules.model.Region;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads how one file uses one type. */
final class TraceReader {

  private final SourceUnit unit;
  private final String type;
  private final Offsets offsets;
  private final List<Region> places = new ArrayList<>();
  private final Set<String> exposures = new TreeSet<>();
  private final Set<String> nested = new TreeSet<>();
  private boolean extended;

  TraceReader(SourceUnit unit, String type, Offsets offsets) {
    this.unit = unit;
    this.type = type;
    this.offsets = offsets;
  }

  /** The trace, unless the file does not name the type. */
  Optional<TypeTrace> read(TypeNaming naming) {
    for (Named named : naming.all()) {
      int count = named.reaches(type);
      if (count > 0) {
        note(named, count);
      } else if (named.isSimple() && named.root().startsWith(type + ".")) {
        nested.add(first(named.root()));
        note(named.chain().node());
      }
    }
    unit.imports().stream()
        .filter(single -> single.name().startsWith(type + "."))
        .forEach(single -> nested.add(first(single.name())));
    return places.isEmpty() && nested.isEmpty()
        ? Optional.empty()
        : Optional.of(new TypeTrace(unit, type, places, exposures, extended, nested));
  }

  private String first(String name) {
    String rest = name.substring(type.length() + 1);
    int dot = rest.indexOf('.');
    return dot < 0 ? rest : rest.substring(0, dot);
  }

  private void note(Named named, int count) {
    places.add(offsets.region(named.chain().start(), named.chain().end(count)));
    if (named.chain().parts().size() > count) {
      nested.add(named.chain().parts().get(count).name());
    }
    note(named.chain().node());
  }

  /** Notes what a name in the head of a declaration makes of it. */
  private void note(Node name) {
    Node from = name;
    Node at = name.getParentNode().orElse(null);
    extended |= at instanceof ObjectCreationExpr creation && isSubclass(creation);
    while (at != null && !(at instanceof Expression) && !(at instanceof Statement)) {
      if (at instanceof TypeDeclaration<?> declared) {
        extended |= from instanceof ClassOrInterfaceType && Nodes.same(from, name);
        exposures.add(declared.getNameAsString());
        if (from instanceof Parameter component) {
          exposures.add(component.getNameAsString());
        }
        return;
      }
      if (at instanceof CallableDeclaration<?> || at instanceof AnnotationMemberDeclaration) {
        expose(at, ((NodeWithSimpleName<?>) at).getNameAsString());
        return;
      }
      if (at instanceof FieldDeclaration field) {
        field.getVariables().forEach(one -> expose(field, one.getNameAsString()));
        return;
      }
      from = at;
      at = at.getParentNode().orElse(null);
    }
  }

  private static boolean isSubclass(ObjectCreationExpr creation) {
    return creation.getAnonymousClassBody().isPresent();
  }

  private void expose(Node member, String name) {
    boolean hidden = member instanceof NodeWithPrivateModifier<?> one && one.isPrivate();
    if (!hidden) {
      exposures.add(name);
    }
  }
}
