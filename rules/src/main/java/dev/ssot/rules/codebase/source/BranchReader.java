package dev.ssot.rules.codebase.source;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.nodeTypes.SwitchNode;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.SwitchEntry;
import dev.ssot.rules.codebase.BranchFact;
import dev.ssot.rules.codebase.BranchFact.Form;
import dev.ssot.rules.codebase.BranchFact.Label;
import dev.ssot.rules.codebase.Interner;
import dev.ssot.rules.model.Region;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the places where a file branches over three values or more. */
final class BranchReader {

  /** Two values are a question, three are a table. */
  private static final int FEWEST = 3;

  private final Interner interner;
  private final Places places;
  private final List<BranchFact> branches = new ArrayList<>();

  BranchReader(Interner interner, Places places) {
    this.interner = interner;
    this.places = places;
  }

  void visit(Node node) {
    if (node instanceof SwitchNode choice) {
      readSwitch(choice, node);
    } else if (node instanceof IfStmt first && Comparisons.isHead(first)) {
      for (Comparisons chain : Comparisons.of(first)) {
        add(Form.COMPARISONS, chain.acts(), chain.labels(), chain.region(), first);
      }
    } else if (node instanceof BlockStmt block) {
      addAll(HandlerTables.of(block), block);
    } else if (node instanceof MethodCallExpr call) {
      addAll(HandlerTables.of(call), call);
    }
  }

  private void readSwitch(SwitchNode choice, Node node) {
    List<Label> labels = new ArrayList<>();
    List<SwitchEntry> entries = choice.getEntries();
    for (SwitchEntry entry : entries) {
      for (Expression label : entry.getLabels()) {
        Labels.ofCase(label).ifPresent(labels::add);
      }
    }
    boolean acts = Arms.act(entries.stream().map(entry -> entry.getStatements()).toList());
    add(Form.SWITCH, acts, labels, Labels.keyword(node, "switch"), node);
  }

  private void addAll(Collection<HandlerTables> tables, Node node) {
    for (HandlerTables table : tables) {
      add(table.form(), true, table.labels(), table.region(), node);
    }
  }

  private void add(Form form, boolean acts, List<Label> labels, Region region, Node node) {
    if (labels.size() < FEWEST) {
      return;
    }
    Map<String, Label> distinct = new LinkedHashMap<>();
    for (Label label : labels) {
      String text = interner.one(label.text());
      distinct.putIfAbsent(
          label.kind() + " " + text, new Label(label.kind(), text, label.region()));
    }
    if (distinct.size() >= FEWEST) {
      branches.add(
          new BranchFact(form, acts, new ArrayList<>(distinct.values()), region, places.of(node)));
    }
  }

  List<BranchFact> result() {
    return branches;
  }
}
