package dev.ssot.rules.codebase.cache;

import dev.ssot.rules.codebase.BodyFact;
import dev.ssot.rules.codebase.BranchFact;
import dev.ssot.rules.codebase.ConstantFact;
import dev.ssot.rules.codebase.FieldFact;
import dev.ssot.rules.codebase.FileFacts;
import dev.ssot.rules.codebase.Fingerprints;
import dev.ssot.rules.codebase.ImportFact;
import dev.ssot.rules.codebase.LiteralFact;
import dev.ssot.rules.codebase.MemberUse;
import dev.ssot.rules.codebase.MethodFact;
import dev.ssot.rules.codebase.Modifier;
import dev.ssot.rules.codebase.ModuleFact;
import dev.ssot.rules.codebase.NameUse;
import dev.ssot.rules.codebase.ServiceFile;
import dev.ssot.rules.codebase.SourceUnit;
import dev.ssot.rules.codebase.SuppressionFact;
import dev.ssot.rules.codebase.TypeFact;
import dev.ssot.rules.codebase.Value;
import dev.ssot.rules.codebase.ValueFacts;
import dev.ssot.rules.model.Problem;
import dev.ssot.rules.model.Region;
import dev.ssot.rules.model.Subject;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Writes the facts of one file after another as bytes, component by component in the order of the
 * records, which {@link FactReader} reads back.
 *
 * <p>A text is a number of {@link Texts}, a constant of an enum its place, a line the difference to
 * the one written before it.
 */
final class FactWriter {

  private ByteSink sink;
  private final ByteSink inner = new ByteSink();
  private final Texts.Numbered texts;
  private int line;

  FactWriter(ByteSink sink, Texts.Numbered texts) {
    this.sink = sink;
    this.texts = texts;
  }

  void facts(FileFacts facts) {
    line = 0;
    each(facts.units(), this::unit);
    each(facts.services(), this::service);
    each(facts.problems(), this::problem);
  }

  private void unit(SourceUnit unit) {
    text(unit.path());
    constant(unit.kind());
    text(unit.packageName());
    each(unit.imports(), this::importFact);
    each(unit.types(), this::type);
    later(() -> uses(unit.uses()));
    each(unit.modules(), this::module);
    each(unit.suppressions(), this::suppression);
    sink.number(unit.lines());
  }

  private void uses(SourceUnit.Uses uses) {
    each(uses.names(), this::nameUse);
    each(uses.members(), this::memberUse);
    values(uses.values());
  }

  /** Writes what is read when it is asked for, with its length. */
  private void later(Runnable write) {
    ByteSink outer = sink;
    int before = line;
    inner.clear();
    sink = inner;
    line = 0;
    write.run();
    sink = outer;
    line = before;
    sink.part(inner);
  }

  private void service(ServiceFile file) {
    text(file.path());
    constant(file.kind());
    text(file.service());
    each(
        file.providers(),
        provider -> {
          text(provider.name());
          region(provider.region());
        });
    each(file.suppressions(), this::suppression);
    sink.number(file.lines());
  }

  private void problem(Problem problem) {
    constant(problem.kind());
    text(problem.path());
    sink.number(problem.line());
    text(problem.cause());
    text(problem.remedy());
  }

  private void importFact(ImportFact fact) {
    constant(fact.path());
    text(fact.name());
    region(fact.region());
  }

  private void type(TypeFact type) {
    text(type.qualifiedName());
    text(type.enclosing());
    TypeFact.Declaration declaration = type.declaration();
    constant(declaration.kind());
    modifiers(declaration.modifiers());
    region(declaration.name());
    region(declaration.whole());
    texts(declaration.annotations());
    texts(declaration.supertypes());
    sink.number(type.tokens());
    later(() -> contents(type.contents().get()));
  }

  private void contents(TypeFact.Contents contents) {
    each(contents.methods(), this::method);
    each(contents.fields(), this::field);
    TypeFact.Vocabulary vocabulary = contents.vocabulary();
    texts(vocabulary.words());
    sink.flag(vocabulary.readComments().isPresent());
    vocabulary.readComments().ifPresent(this::texts);
    texts(vocabulary.calls());
    texts(vocabulary.literals());
  }

  private void method(MethodFact method) {
    text(method.name());
    texts(method.parameters());
    text(method.returns());
    modifiers(method.traits().modifiers());
    sink.flag(method.traits().overrides());
    sink.flag(method.traits().accessor());
    region(method.region());
    BodyFact body = method.body();
    sink.number(body.tokens());
    fingerprints(body.exact());
    fingerprints(body.renamed());
    text(method.forwardsTo());
  }

  private void field(FieldFact field) {
    text(field.name());
    text(field.type());
    modifiers(field.modifiers());
    region(field.region());
  }

  private void nameUse(NameUse use) {
    constant(use.kind());
    text(use.name());
    region(use.region());
    text(use.inType());
  }

  private void memberUse(MemberUse use) {
    text(use.scope());
    text(use.member());
    sink.flag(use.bare());
    region(use.region());
    text(use.inType());
  }

  private void values(ValueFacts values) {
    each(values.branches(), this::branch);
    each(values.constants(), this::constantFact);
    each(values.literals(), this::literal);
  }

  private void branch(BranchFact branch) {
    constant(branch.form());
    sink.flag(branch.acts());
    each(
        branch.labels(),
        label -> {
          constant(label.kind());
          text(label.text());
          region(label.region());
        });
    region(branch.region());
    subject(branch.place());
  }

  private void constantFact(ConstantFact fact) {
    text(fact.name());
    text(fact.written());
    value(fact.value());
    constant(fact.reach());
    region(fact.region());
    text(fact.inType());
  }

  private void literal(LiteralFact literal) {
    value(literal.value());
    text(literal.declares());
    text(literal.annotation());
    region(literal.region());
    text(literal.inType());
  }

  private void module(ModuleFact module) {
    text(module.name());
    text(module.folder());
    texts(module.exports());
  }

  private void suppression(SuppressionFact suppression) {
    constant(suppression.form());
    text(suppression.text());
    subject(suppression.place());
    region(suppression.region());
    sink.number(suppression.covered().from());
    sink.number(suppression.covered().to());
  }

  private void value(Value value) {
    constant(value.kind());
    text(value.text());
  }

  private void subject(Subject subject) {
    text(subject.type());
    text(subject.member());
  }

  private void region(Region region) {
    sink.difference(region.line() - line);
    sink.number(region.column());
    sink.number(region.endLine() - region.line());
    sink.difference(region.endColumn() - region.column());
    line = region.line();
  }

  private void fingerprints(Fingerprints fingerprints) {
    int[] values = new int[fingerprints.size()];
    int[] count = new int[1];
    fingerprints.forEach(value -> values[count[0]++] = value);
    sink.number(values.length);
    sink.fixed(values);
  }

  private void modifiers(Set<Modifier> modifiers) {
    int bits = 0;
    for (Modifier modifier : modifiers) {
      bits |= modifier.bit();
    }
    sink.number(bits);
  }

  private void constant(Enum<?> constant) {
    sink.number(place(constant));
  }

  // The file is for the very build that wrote it, so that places of constants say enough.
  @SuppressWarnings("EnumOrdinal")
  private static int place(Enum<?> constant) {
    return constant.ordinal();
  }

  private void text(String text) {
    sink.number(texts.number(text));
  }

  private void texts(List<String> list) {
    each(list, this::text);
  }

  private <T> void each(Collection<T> all, Consumer<T> write) {
    sink.number(all.size());
    all.forEach(write);
  }
}
