package dev.ssot.rules.codebase.cache;

import dev.ssot.rules.codebase.BodyFact;
import dev.ssot.rules.codebase.BranchFact;
import dev.ssot.rules.codebase.ConstantFact;
import dev.ssot.rules.codebase.FieldFact;
import dev.ssot.rules.codebase.FileFacts;
import dev.ssot.rules.codebase.Fingerprints;
import dev.ssot.rules.codebase.ImportFact;
import dev.ssot.rules.codebase.Later;
import dev.ssot.rules.codebase.LiteralFact;
import dev.ssot.rules.codebase.MemberUse;
import dev.ssot.rules.codebase.MethodFact;
import dev.ssot.rules.codebase.Modifier;
import dev.ssot.rules.codebase.ModuleFact;
import dev.ssot.rules.codebase.NameUse;
import dev.ssot.rules.codebase.ServiceFile;
import dev.ssot.rules.codebase.SourceKind;
import dev.ssot.rules.codebase.SourceUnit;
import dev.ssot.rules.codebase.SuppressionFact;
import dev.ssot.rules.codebase.TypeFact;
import dev.ssot.rules.codebase.TypeKind;
import dev.ssot.rules.codebase.Value;
import dev.ssot.rules.codebase.ValueFacts;
import dev.ssot.rules.model.AccessPath;
import dev.ssot.rules.model.Problem;
import dev.ssot.rules.model.Region;
import dev.ssot.rules.model.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/** Reads the facts of one file back from the bytes that a {@link FactWriter} wrote. */
final class FactReader {

  private static final List<SourceKind> SOURCE_KINDS = List.of(SourceKind.values());
  private static final List<Problem.Kind> PROBLEM_KINDS = List.of(Problem.Kind.values());
  private static final List<AccessPath> ACCESS_PATHS = List.of(AccessPath.values());
  private static final List<TypeKind> TYPE_KINDS = List.of(TypeKind.values());
  private static final List<NameUse.Kind> USE_KINDS = List.of(NameUse.Kind.values());
  private static final List<BranchFact.Form> BRANCH_FORMS = List.of(BranchFact.Form.values());
  private static final List<BranchFact.Label.Kind> LABEL_KINDS =
      List.of(BranchFact.Label.Kind.values());
  private static final List<ConstantFact.Reach> REACHES = List.of(ConstantFact.Reach.values());
  private static final List<Value.Kind> VALUE_KINDS = List.of(Value.Kind.values());
  private static final List<SuppressionFact.Form> SUPPRESSION_FORMS =
      List.of(SuppressionFact.Form.values());

  private final ByteSource source;
  private final Texts texts;
  private int line;

  FactReader(ByteSource source, Texts texts) {
    this.source = source;
    this.texts = texts;
  }

  FileFacts facts() {
    return new FileFacts(each(this::unit), each(this::service), each(this::problem));
  }

  private SourceUnit unit() {
    return new SourceUnit(
        text(),
        constant(SOURCE_KINDS),
        text(),
        each(this::importFact),
        each(this::type),
        later(FactReader::uses),
        each(this::module),
        each(this::suppression),
        source.number());
  }

  private SourceUnit.Uses uses() {
    return new SourceUnit.Uses(each(this::nameUse), each(this::memberUse), values());
  }

  /** What is read when it is asked for, and skipped now. */
  private <T> Later<T> later(Function<FactReader, T> read) {
    int length = source.number();
    ByteSource from = source.from(source.position());
    source.skip(length);
    return Later.by(() -> read.apply(new FactReader(from, texts)));
  }

  private ServiceFile service() {
    return new ServiceFile(
        text(),
        constant(SOURCE_KINDS),
        text(),
        each(() -> new ServiceFile.Provider(text(), region())),
        each(this::suppression),
        source.number());
  }

  private Problem problem() {
    return new Problem(constant(PROBLEM_KINDS), text(), source.number(), text(), text());
  }

  private ImportFact importFact() {
    return new ImportFact(constant(ACCESS_PATHS), text(), region());
  }

  private TypeFact type() {
    return new TypeFact(
        text(),
        text(),
        new TypeFact.Declaration(
            constant(TYPE_KINDS), modifiers(), region(), region(), texts(), texts()),
        source.number(),
        later(FactReader::contents));
  }

  private TypeFact.Contents contents() {
    return new TypeFact.Contents(
        each(this::method),
        each(this::field),
        new TypeFact.Vocabulary(texts(), comments(), texts(), texts()));
  }

  private Optional<List<String>> comments() {
    return source.flag() ? Optional.of(texts()) : Optional.empty();
  }

  private MethodFact method() {
    return new MethodFact(
        text(),
        texts(),
        text(),
        new MethodFact.Traits(modifiers(), source.flag(), source.flag()),
        region(),
        new BodyFact(source.number(), fingerprints(), fingerprints()),
        text());
  }

  private FieldFact field() {
    return new FieldFact(text(), text(), modifiers(), region());
  }

  private NameUse nameUse() {
    return new NameUse(constant(USE_KINDS), text(), region(), text());
  }

  private MemberUse memberUse() {
    return new MemberUse(text(), text(), source.flag(), region(), text());
  }

  private ValueFacts values() {
    return new ValueFacts(each(this::branch), each(this::constantFact), each(this::literal));
  }

  private BranchFact branch() {
    return new BranchFact(
        constant(BRANCH_FORMS),
        source.flag(),
        each(() -> new BranchFact.Label(constant(LABEL_KINDS), text(), region())),
        region(),
        subject());
  }

  private ConstantFact constantFact() {
    return new ConstantFact(text(), text(), value(), constant(REACHES), region(), text());
  }

  private LiteralFact literal() {
    return new LiteralFact(value(), text(), text(), region(), text());
  }

  private ModuleFact module() {
    return new ModuleFact(text(), text(), texts());
  }

  private SuppressionFact suppression() {
    return new SuppressionFact(
        constant(SUPPRESSION_FORMS),
        text(),
        subject(),
        region(),
        new SuppressionFact.Lines(source.number(), source.number()));
  }

  private Value value() {
    return new Value(constant(VALUE_KINDS), text());
  }

  private Subject subject() {
    return new Subject(text(), text());
  }

  private Region region() {
    line += source.difference();
    int column = source.number();
    int endLine = line + source.number();
    return new Region(line, column, endLine, column + source.difference());
  }

  private Fingerprints fingerprints() {
    int count = source.number();
    return Fingerprints.of(source.fixed(count), count);
  }

  private Set<Modifier> modifiers() {
    return Modifier.set(source.number());
  }

  private <E extends Enum<E>> E constant(List<E> constants) {
    return constants.get(source.number());
  }

  private String text() {
    return texts.text(source.number());
  }

  private List<String> texts() {
    int count = source.number();
    if (count == 0) {
      return List.of();
    }
    String[] all = new String[count];
    for (int i = 0; i < count; i++) {
      all[i] = text();
    }
    return List.of(all);
  }

  private <T> List<T> each(Supplier<T> read) {
    int count = source.number();
    if (count == 0) {
      return List.of();
    }
    List<T> all = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      all.add(read.get());
    }
    return all;
  }
}
