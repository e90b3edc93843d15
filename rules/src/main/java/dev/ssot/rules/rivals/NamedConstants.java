package dev.ssot.rules.rivals;

import dev.ssot.rules.codebase.Codebase;
import dev.ssot.rules.codebase.Codebase.TypeEntry;
import dev.ssot.rules.codebase.ConstantFact;
import dev.ssot.rules.codebase.FieldFact;
import dev.ssot.rules.codebase.LiteralFact;
import dev.ssot.rules.codebase.MethodFact;
import dev.ssot.rules.codebase.Modifier;
import dev.ssot.rules.codebase.NameUse;
import dev.ssot.rules.codebase.TypeKind;
import dev.ssot.rules.codebase.Value;
import dev.ssot.rules.codebase.ValueFacts;
import dev.ssot.rules.model.DottedNames;
import dev.ssot.rules.model.SharedWord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Holds types against a canonical that does nothing but name things: an enumeration, or a class or
 * interface of constants. Its rivals name the same things once more.
 *
 * <p>A constant is known by its name and by the text that it stands for, in whatever style they are
 * written: {@code AGENT_STARTED}, {@code agentStarted} and {@code "agent.started"} are one. Two
 * that stand for different values are two, whatever their names. Names that several types have,
 * such as {@code UNKNOWN}, say nothing unless both types have one name. Not safe for concurrent
 * use.
 */
final class NamedConstants {

  private static final int FEW = 3;
  private static final int FEW_OF_NAMESAKES = 2;
  private static final int RARE = 8;
  private static final int RARE_WORD = 3;
  private static final int LONGEST = 60;
  private static final int SHORT = 25;
  private static final int MUCH = 100;
  private static final double MOST = 0.6;
  private static final double ENOUGH = 0.25;
  private static final int BASE = 50;
  private static final int FOR_SMALLER = 30;
  private static final int FOR_BOTH = 19;

  private static final Pattern PARTS =
      Pattern.compile("\\p{Lu}+(?!\\p{Ll})|\\p{Lu}?\\p{Ll}+|\\p{Lo}+|\\d+");

  private final Codebase codebase;
  private final Classifier classifier;
  private final Map<Integer, List<Constant>> constants = new HashMap<>();
  private final Map<String, Integer> types = new HashMap<>();

  NamedConstants(Codebase codebase, Classifier classifier) {
    this.codebase = codebase;
    this.classifier = classifier;
  }

  /**
   * What a type names as a canonical does.
   *
   * @param constants the constants of the canonical, the rarest first
   * @param share of the constants of the smaller type, 0 to 1
   * @param confidence that it is one naming too many, in per cent
   */
  record Same(List<SharedWord> constants, double share, int confidence) {

    Same {
      constants = List.copyOf(constants);
    }
  }

  /** Whether a type of production code names things and does little else. */
  boolean names(TypeEntry entry) {
    return switch (classifier.classify(entry)) {
      case CONSTANTS, SMALL, TINY, DATA_CARRIER, DECLARATION, IMPLEMENTATION, NESTED ->
          entry.type().kind() == TypeKind.ENUM ? doesLittle(entry) : declaresOnly(entry);
      default -> false;
    };
  }

  /** Whether an enumeration does no more than give its constants out and look them up. */
  private static boolean doesLittle(TypeEntry entry) {
    int work = 0;
    for (MethodFact method : entry.type().methods()) {
      boolean finds = isStatic(method) && method.returns().contains(entry.type().simpleName());
      if (!method.isConstructor() && !finds && method.body().tokens() >= SHORT) {
        work += method.body().tokens();
      }
    }
    return work < MUCH && entry.type().fields().stream().anyMatch(FieldFact::isConstant);
  }

  private static boolean declaresOnly(TypeEntry entry) {
    List<FieldFact> fields = entry.type().fields();
    return entry.type().kind() != TypeKind.ANNOTATION
        && fields.size() >= FEW
        && fields.stream().allMatch(FieldFact::isConstant)
        && entry.type().methods().stream().allMatch(MethodFact::isConstructor);
  }

  private static boolean isStatic(MethodFact method) {
    return method.traits().modifiers().contains(Modifier.STATIC);
  }

  /** Whether the code of a type speaks of another, as one does that takes constants from it. */
  static boolean uses(TypeEntry user, TypeEntry used) {
    String name = used.type().simpleName();
    return !user.isNamesakeOf(used)
        && user.unit().uses().names().stream()
            .filter(use -> use.kind() != NameUse.Kind.JAVADOC)
            .filter(use -> DottedNames.isIn(user.name(), use.inType()))
            .anyMatch(
                use ->
                    DottedNames.first(use.name()).equals(name)
                        || DottedNames.isIn(use.name(), used.name()));
  }

  /** What a type names as the canonical does, if that is most of what either of them names. */
  Optional<Same> compare(TypeEntry canonical, TypeEntry entry) {
    if (types.isEmpty()) {
      count();
    }
    if (Naming.relation(canonical.name(), entry.name()).isDeliberate() || uses(canonical, entry)) {
      return Optional.empty();
    }
    boolean namesakes = canonical.isNamesakeOf(entry);
    List<Constant> asked = constants(canonical);
    List<Constant> own = constants(entry);
    Set<String> known = labels(own);
    List<SharedWord> shared = new ArrayList<>();
    for (Constant constant : asked) {
      constant.labels().stream()
          .filter(known::contains)
          .filter(label -> namesakes || isRare(label))
          .filter(label -> own.stream().anyMatch(constant::isSameAs))
          .mapToInt(this::having)
          .min()
          .ifPresent(having -> shared.add(new SharedWord(constant.name(), having)));
    }
    shared.sort(Comparator.comparingInt(SharedWord::types).thenComparing(SharedWord::word));
    double share = Math.min(1, (double) shared.size() / Math.min(asked.size(), own.size()));
    double both = Math.min(1, (double) shared.size() / Math.max(asked.size(), own.size()));
    return shared.size() < (namesakes ? FEW_OF_NAMESAKES : FEW) || share < MOST || both < ENOUGH
        ? Optional.empty()
        : Optional.of(new Same(shared, share, confidence(share, both)));
  }

  private int having(String label) {
    return types.getOrDefault(label, 0);
  }

  /** A word alone says less than several together. */
  private boolean isRare(String label) {
    return having(label) <= (label.indexOf(' ') < 0 ? RARE_WORD : RARE);
  }

  private static int confidence(double share, double both) {
    return (int) StrictMath.floor(BASE + FOR_SMALLER * share + FOR_BOTH * both);
  }

  private void count() {
    for (TypeEntry entry : codebase.types()) {
      if (names(entry)) {
        labels(constants(entry)).forEach(label -> types.merge(label, 1, Integer::sum));
      }
    }
  }

  /**
   * A constant.
   *
   * @param label its name in words
   * @param texts in words what it stands for, as far as that is text
   * @param value what it stands for if that is no text, such as a number; or the empty string
   */
  private record Constant(String name, String label, Set<String> texts, String value) {

    static Constant of(String name) {
      return new Constant(name, words(name), Set.of(), "");
    }

    Constant with(Value known) {
      return switch (known.kind()) {
        case TEXT -> {
          Set<String> more = new TreeSet<>(texts);
          more.add(words(known.text()));
          more.remove("");
          yield known.text().length() > LONGEST ? this : new Constant(name, label, more, value);
        }
        case NUMBER, DURATION, TRUTH -> new Constant(name, label, texts, known.text());
        case ALIAS -> this;
      };
    }

    Set<String> labels() {
      Set<String> labels = new TreeSet<>(texts);
      labels.add(label);
      return labels;
    }

    boolean isSameAs(Constant other) {
      if (!texts.isEmpty() && !other.texts.isEmpty()) {
        return texts.stream().anyMatch(other.texts::contains);
      }
      boolean otherwise = !value.isEmpty() && !other.value.isEmpty() && !value.equals(other.value);
      return !otherwise && labels().stream().anyMatch(other.labels()::contains);
    }
  }

  private List<Constant> constants(TypeEntry entry) {
    return constants.computeIfAbsent(entry.id(), id -> read(entry));
  }

  private static List<Constant> read(TypeEntry entry) {
    Map<String, Constant> constants = new LinkedHashMap<>();
    for (FieldFact field : entry.type().fields()) {
      if (field.isConstant()) {
        constants.put(field.name(), Constant.of(field.name()));
      }
    }
    ValueFacts values = entry.unit().uses().values();
    for (ConstantFact fact : values.constants()) {
      if (fact.inType().equals(entry.name())) {
        constants.computeIfPresent(fact.name(), (name, constant) -> constant.with(fact.value()));
      }
    }
    for (LiteralFact literal : values.literals()) {
      if (literal.inType().equals(entry.name()) && literal.value().kind() == Value.Kind.TEXT) {
        constants.computeIfPresent(
            literal.declares(), (name, constant) -> constant.with(literal.value()));
      }
    }
    return List.copyOf(constants.values());
  }

  private static Set<String> labels(List<Constant> constants) {
    Set<String> labels = new HashSet<>();
    constants.forEach(constant -> labels.addAll(constant.labels()));
    return labels;
  }

  /** Words and numbers in lower case, a blank between them. */
  private static String words(String text) {
    return PARTS
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .collect(Collectors.joining(" "))
        .toLowerCase(Locale.ROOT);
  }
}
