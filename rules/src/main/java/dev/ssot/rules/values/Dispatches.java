package dev.ssot.rules.values;

import dev.ssot.rules.codebase.BranchFact;
import dev.ssot.rules.codebase.BranchFact.Label;
import dev.ssot.rules.codebase.Codebase;
import dev.ssot.rules.codebase.Codebase.TypeEntry;
import dev.ssot.rules.codebase.Hierarchy;
import dev.ssot.rules.codebase.SourceUnit;
import dev.ssot.rules.codebase.TypeKind;
import dev.ssot.rules.codebase.Value;
import dev.ssot.rules.model.AccessPattern;
import dev.ssot.rules.model.DottedNames;
import dev.ssot.rules.model.Location;
import dev.ssot.rules.model.PolicyText;
import dev.ssot.rules.model.Region;
import dev.ssot.rules.rivals.Patterns;
import dev.ssot.rules.rivals.RoleCast;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds where a codebase branches over the message types of a role.
 *
 * <p>Not safe for concurrent use.
 */
public final class Dispatches {

  private static final int FEWEST = 3;

  /** What turns messages into bytes or text and back, by the last word of its name. */
  private static final Pattern CODEC =
      Pattern.compile(
          "(?:.*[a-z.])?(?:Encoder|Decoder|Codec|Serializer|Deserializer|Marshaller|Unmarshaller"
              + "|TypeAdapter|Parser|Formatter|Printer|Writer)");

  private final Codebase codebase;
  private final Hierarchy hierarchy;
  private final ConstantIndex constants;
  private final LabelResolver resolver;
  private @Nullable List<Labelled> labelled;

  public Dispatches(Codebase codebase, ConstantIndex constants) {
    this.codebase = codebase;
    this.hierarchy = constants.hierarchy();
    this.constants = constants;
    this.resolver = new LabelResolver(codebase, hierarchy, constants);
  }

  /**
   * A branch over message types of a role.
   *
   * @param messages each with the place of its label
   */
  public record Dispatch(SourceUnit unit, BranchFact branch, Map<Message, Region> messages) {

    public Dispatch {
      messages = Collections.unmodifiableMap(new TreeMap<>(messages));
    }

    public Location location() {
      return new Location(unit.path(), branch.region());
    }
  }

  /** A branch with what its labels stand for. */
  private record Labelled(SourceUnit unit, BranchFact branch, Map<Label, Message> messages) {}

  /** The number of branches that were looked at. */
  public int looked() {
    return codebase.units().stream().mapToInt(unit -> unit.uses().values().branches().size()).sum();
  }

  /** The message types that the canonical of a role handles, and those that the policy names. */
  public RoleMessages messages(RoleCast cast) {
    RoleMessages messages = new RoleMessages();
    for (PolicyText text : cast.role().values().messages()) {
      addNamed(text.value(), messages);
    }
    List<Handled> handled = handled(cast);
    handled.sort(Comparator.comparingInt((Handled branch) -> -branch.messages().size()));
    for (int i = 0; i < handled.size(); i++) {
      Handled branch = handled.get(i);
      if (i == 0 || messages.hasKindOf(branch.messages().values())) {
        branch
            .messages()
            .forEach(
                (label, message) ->
                    messages.add(message, new Location(branch.unit().path(), label.region())));
      }
    }
    return messages;
  }

  /** What the canonical branches over in one place. */
  private record Handled(SourceUnit unit, Map<Label, Message> messages) {}

  /**
   * The branches of the canonical. The largest shows what it dispatches; of the others only those
   * over the same things do, since a router has states and settings to tell apart as well.
   */
  private List<Handled> handled(RoleCast cast) {
    String canonical = cast.role().canonical().value();
    List<Handled> handled = new ArrayList<>();
    for (TypeEntry declaration : cast.declarations()) {
      SourceUnit unit = declaration.unit();
      for (BranchFact branch : unit.uses().values().branches()) {
        if (branch.acts() && DottedNames.isIn(branch.place().type(), canonical)) {
          Map<Label, Message> messages = resolver.resolve(unit, branch);
          if (messages.size() >= FEWEST) {
            handled.add(new Handled(unit, messages));
          }
        }
      }
    }
    return handled;
  }

  private void addNamed(String name, RoleMessages messages) {
    List<TypeEntry> types = codebase.declarations(name);
    if (types.isEmpty()) {
      messages.add(Message.ofText(name));
    }
    for (TypeEntry type : types) {
      messages.addDeclaring(type);
      if (type.type().kind() == TypeKind.ENUM) {
        ConstantIndex.enumConstants(type)
            .forEach(constant -> messages.add(Message.ofConstant(type.name(), constant)));
      } else if (constants.of(type.name()).isEmpty()) {
        subtypes(type).forEach(subtype -> messages.add(Message.ofType(subtype.name())));
      } else {
        addConstants(type.name(), messages);
      }
    }
  }

  private void addConstants(String type, RoleMessages messages) {
    constants.of(type).stream()
        .filter(constant -> constant.value().kind() != Value.Kind.TRUTH)
        .forEach(constant -> messages.add(constants.message(type, constant.name())));
  }

  private List<TypeEntry> subtypes(TypeEntry type) {
    return hierarchy.heirs(type.name());
  }

  /** The branches over the message types of a role that stand outside of its canonical. */
  public List<Dispatch> outside(RoleCast cast, RoleMessages messages) {
    List<Dispatch> found = new ArrayList<>();
    if (messages.isEmpty()) {
      return found;
    }
    for (Labelled one : labelled()) {
      Map<Message, Region> branched = branched(one, messages);
      if (branched.size() >= FEWEST
          && !belongs(one.unit(), one.branch().place().type(), cast, messages)) {
        found.add(new Dispatch(one.unit(), one.branch(), branched));
      }
    }
    return found;
  }

  /** The branches that act on enough of what the codebase knows, in the order of files. */
  private List<Labelled> labelled() {
    List<Labelled> known = labelled;
    if (known == null) {
      known = new ArrayList<>();
      for (SourceUnit unit : codebase.units()) {
        for (BranchFact branch : unit.uses().values().branches()) {
          boolean judged =
              branch.acts()
                  && branch.form() != BranchFact.Form.REGISTRATIONS
                  && branch.labels().size() >= FEWEST;
          if (judged) {
            known.add(new Labelled(unit, branch, resolver.resolve(unit, branch)));
          }
        }
      }
      labelled = known;
    }
    return known;
  }

  /** Texts count only where they are the greater part: three words of a large table are chance. */
  private static Map<Message, Region> branched(Labelled one, RoleMessages messages) {
    Map<Message, Region> branched = new TreeMap<>();
    one.messages()
        .forEach(
            (label, message) ->
                messages
                    .find(message, label.kind() == Label.Kind.TEXT_OF_ANY_CASE)
                    .ifPresent(known -> branched.putIfAbsent(known, label.region())));
    boolean texts =
        branched.keySet().stream().anyMatch(message -> message.kind() == Message.Kind.TEXT);
    return texts && branched.size() * 2 < one.branch().labels().size() ? Map.of() : branched;
  }

  /** Whether a type may know the message types: it is of the canonical, or declares them. */
  private boolean belongs(SourceUnit unit, String type, RoleCast cast, RoleMessages messages) {
    String canonical = cast.role().canonical().value();
    if (DottedNames.isIn(type, canonical) || messages.isDeclaredBy(type)) {
      return true;
    }
    boolean shim = cast.shims().stream().anyMatch(name -> DottedNames.isIn(type, name));
    boolean unrelated =
        cast.role().unrelated().stream()
            .anyMatch(text -> Patterns.covers(AccessPattern.parse(text.value()), type));
    return shim || unrelated || isCodec(type) || isRelated(unit, cast);
  }

  /**
   * Whether a type, one around it or a super-type turns messages into bytes or text and back: each
   * message type has its own form there, and no router could know it.
   */
  private boolean isCodec(String type) {
    for (String at = type; !at.isEmpty(); at = DottedNames.qualifier(at)) {
      if (CODEC.matcher(at).matches()
          || codebase.declarations(at).stream()
              .flatMap(entry -> hierarchy.ancestors(entry).stream())
              .anyMatch(name -> CODEC.matcher(name).matches())) {
        return true;
      }
    }
    return false;
  }

  private boolean isRelated(SourceUnit unit, RoleCast cast) {
    String canonical = cast.role().canonical().value();
    return unit.types().stream()
        .filter(type -> type.isTopLevel())
        .flatMap(type -> codebase.declarations(type.qualifiedName()).stream())
        .anyMatch(
            entry ->
                hierarchy.ancestors(entry).contains(canonical)
                    || cast.declarations().stream().anyMatch(own -> hierarchy.related(own, entry)));
  }
}
