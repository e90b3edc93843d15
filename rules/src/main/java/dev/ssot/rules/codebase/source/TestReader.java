package dev.ssot.rules.codebase.source;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.SimpleName;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import dev.ssot.rules.codebase.SourceUnit;
import dev.ssot.rules.codebase.TestOutline;
import dev.ssot.rules.codebase.TestOutline.DoubleFact;
import dev.ssot.rules.codebase.TestOutline.Kind;
import dev.ssot.rules.codebase.TestOutline.Member;
import dev.ssot.rules.codebase.TestOutline.Traits;
import dev.ssot.rules.codebase.TypeNames;
import dev.ssot.rules.model.DottedNames;
import dev.ssot.rules.model.StandIn.Form;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads what the types of one file of test code do with watched types. */
final class TestReader {

  private final SourceUnit unit;
  private final TestTypes types;
  private final ExpressionTypes expressions;
  private final MockCalls mocks;
  private final Set<String> assigned = new HashSet<>();
  private final List<TypeDraft> drafts = new ArrayList<>();

  TestReader(SourceUnit unit, TestTypes types) {
    this.unit = unit;
    this.types = types;
    TypeNames names = types.members().namesOf(unit);
    this.expressions = new ExpressionTypes(names, types.members(), unit.packageName());
    this.mocks = new MockCalls(unit, types, names, expressions);
  }

  /** A type while its file is read. */
  private record TypeDraft(
      String name,
      Optional<DoubleDraft> itself,
      List<DoubleDraft> doubles,
      List<StubDraft> stubs,
      List<Member> members) {}

  /** The types with a name of their own, in the order of the text. */
  List<TestOutline> read(CompilationUnit tree) {
    tree.walk(
        AssignExpr.class,
        assignment -> assigned.add(DottedNames.last(assignment.getTarget().toString())));
    tree.getTypes().forEach(type -> read(type, unit.packageName(), false));
    Set<String> mocked =
        drafts.stream()
            .flatMap(draft -> draft.doubles().stream())
            .map(DoubleDraft::variable)
            .collect(Collectors.toSet());
    return drafts.stream().map(draft -> outline(draft, mocked)).toList();
  }

  private void read(TypeDeclaration<?> type, String around, boolean off) {
    String name = around.isEmpty() ? type.getNameAsString() : around + "." + type.getNameAsString();
    boolean disabled = off || TestSigns.isDisabled(type);
    TypeDraft draft =
        new TypeDraft(
            name, itself(type, name), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    drafts.add(draft);
    MemberLook head = look();
    type.getAnnotations().forEach(annotation -> head.annotation(annotation, "", ""));
    add(
        draft,
        head,
        new Member(
            "",
            Kind.BEFORE,
            Regions.of(type.getName()),
            new Traits(disabled, false, false),
            head.touched(),
            replaced(head),
            Set.of()));
    boolean old =
        types.ancestors(name).stream().anyMatch(ancestor -> ancestor.endsWith("TestCase"));
    for (BodyDeclaration<?> member : type.getMembers()) {
      if (member instanceof TypeDeclaration<?> nested) {
        read(nested, name, disabled);
      } else {
        read(
            member,
            draft,
            TestSigns.kind(member, old, TestSigns.isAnnotatedAsTest(type)),
            disabled);
      }
    }
  }

  private MemberLook look() {
    return new MemberLook(unit, types, expressions, mocks, assigned);
  }

  private static void add(TypeDraft draft, MemberLook look, Member member) {
    draft.doubles().addAll(look.doubles());
    draft.stubs().addAll(look.stubs());
    draft.members().add(member);
  }

  private void read(BodyDeclaration<?> member, TypeDraft draft, Kind kind, boolean off) {
    MemberLook look = look();
    look.read(member, kind != Kind.CALLED);
    boolean expects = TestSigns.isExpecting(member);
    add(
        draft,
        look,
        new Member(
            name(member),
            kind,
            Regions.of(place(member)),
            new Traits(
                off || TestSigns.isDisabled(member), isEmpty(member), expects || look.asserts()),
            look.touched(),
            replaced(look),
            look.calls()));
  }

  private static Set<String> replaced(MemberLook look) {
    Set<String> replaced = new LinkedHashSet<>();
    look.doubles().forEach(one -> replaced.add(one.real()));
    look.stubs().stream().filter(StubDraft::isOfDouble).forEach(one -> replaced.add(one.real()));
    return replaced;
  }

  /** The fake that a type is, if it inherits from a watched one. */
  private Optional<DoubleDraft> itself(TypeDeclaration<?> type, String name) {
    if (types.isWatched(name)) {
      return Optional.empty();
    }
    Optional<String> jmockit =
        type instanceof ClassOrInterfaceDeclaration declared
            ? declared.getExtendedTypes().stream().flatMap(t -> mockUp(t).stream()).findFirst()
            : Optional.empty();
    if (jmockit.isPresent()) {
      return jmockit.map(
          real ->
              new DoubleDraft(
                  real, Form.PARTIAL_MOCK, "MockUp", Regions.of(type.getName()), "", List.of()));
    }
    return types
        .watchedBehind(name)
        .flatMap(
            real ->
                types
                    .fakes()
                    .canned(type.getMembers(), real)
                    .map(
                        canned ->
                            new DoubleDraft(
                                real,
                                Form.FAKE,
                                "class " + type.getNameAsString(),
                                Regions.of(type.getName()),
                                "",
                                canned)));
  }

  /** The watched type that a type of JMockit replaces parts of. */
  private Optional<String> mockUp(ClassOrInterfaceType type) {
    return look().mockUp(type);
  }

  private TestOutline outline(TypeDraft draft, Set<String> mocked) {
    List<DoubleFact> facts = new ArrayList<>();
    draft.itself().ifPresent(one -> facts.add(one.fact(unit.path(), Set.of(), true)));
    draft
        .doubles()
        .forEach(one -> facts.add(one.fact(unit.path(), StubDraft.of(one, stubs()), false)));
    Set<String> told = new HashSet<>();
    for (StubDraft stub : draft.stubs()) {
      boolean known = mocked.contains(stub.variable()) && !stub.variable().isEmpty();
      if (stub.isOfDouble() && !known && told.add(stub.real() + " " + stub.variable())) {
        DoubleDraft made =
            new DoubleDraft(
                stub.real(), Form.STUB, stub.by(), stub.region(), stub.variable(), List.of());
        facts.add(made.fact(unit.path(), StubDraft.of(made, stubs()), false));
      }
    }
    facts.sort(Comparator.comparing((DoubleFact fact) -> fact.standIn().location()));
    return new TestOutline(unit, draft.name(), facts, draft.members());
  }

  private List<StubDraft> stubs() {
    return drafts.stream().flatMap(draft -> draft.stubs().stream()).toList();
  }

  private static String name(BodyDeclaration<?> member) {
    return place(member) instanceof SimpleName name ? name.getIdentifier() : "";
  }

  private static Node place(BodyDeclaration<?> member) {
    if (member instanceof CallableDeclaration<?> callable) {
      return callable.getName();
    }
    return member instanceof FieldDeclaration field ? field.getVariable(0).getName() : member;
  }

  private static boolean isEmpty(BodyDeclaration<?> member) {
    return member instanceof MethodDeclaration method
        && method.getBody().filter(body -> body.getStatements().isEmpty()).isPresent();
  }
}
