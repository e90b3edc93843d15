package dev.ssot.rules.catalog;

import dev.ssot.rules.catalog.Assignability.Answer;
import dev.ssot.rules.codebase.CallFact;
import dev.ssot.rules.codebase.CallFact.Kind;
import dev.ssot.rules.codebase.Signature;
import dev.ssot.rules.model.Breach;
import dev.ssot.rules.model.DottedNames;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Binds calls that are written for one type to another, as a compiler would after the name of the
 * one was replaced by the other's.
 *
 * <p>An argument of which the file does not show the type is taken to be of the type of the
 * parameter that it is passed to now. What cannot be said for sure is unknown and never a breach.
 */
final class Binding {

  private final Contract from;
  private final Contract to;
  private final Assignability types;

  Binding(Contract from, Contract to, Assignability types) {
    this.from = from;
    this.to = to;
    this.types = types;
  }

  /**
   * What becomes of a call.
   *
   * @param answer whether it would bind
   * @param member the member that it binds to now
   * @param breach why it would not, if it would not
   */
  record Outcome(Answer answer, String member, Optional<Breach> breach, String words) {

    static Outcome unknown() {
      return new Outcome(Answer.UNKNOWN, "", Optional.empty(), "");
    }
  }

  /** What becomes of a call whose receiver is of the first type. */
  Outcome bind(CallFact call, String userPackage) {
    List<Contract.Member> now =
        from.named(call.kind(), call.member()).stream()
            .filter(member -> fits(member.signature(), call))
            .toList();
    if (now.isEmpty()) {
      return Outcome.unknown();
    }
    Signature current = best(now, call);
    if (current == null) {
      return Outcome.unknown();
    }
    if (call.kind() == Kind.CONSTRUCTOR && !to.isCreatable()) {
      return breach(current, Breach.MISSING_MEMBER, "`%s` cannot be created".formatted(to()));
    }
    List<Contract.Member> named = to.named(call.kind(), call.member());
    if (named.isEmpty()) {
      return missing(current, call);
    }
    return bind(call, current, named, userPackage);
  }

  private String to() {
    return to.simpleName();
  }

  private boolean fits(Signature signature, CallFact call) {
    return call.kind() == Kind.FIELD || signature.takes(call.arguments().size());
  }

  /** The overload that the call binds to now, or null if several may be meant. */
  private @Nullable Signature best(List<Contract.Member> fitting, CallFact call) {
    List<Signature> possible = new ArrayList<>();
    for (Contract.Member member : fitting) {
      boolean excluded = false;
      Signature signature = member.signature();
      for (int i = 0; i < call.arguments().size(); i++) {
        excluded |= types.of(call.arguments().get(i), type(signature, i)) == Answer.NO;
      }
      if (!excluded || signature.varargs()) {
        possible.add(signature);
      }
    }
    if (possible.isEmpty()) {
      return null;
    }
    Signature first = possible.get(0);
    boolean same = possible.stream().allMatch(one -> sameTypes(one, first));
    return same ? first : exact(possible, call);
  }

  private static boolean sameTypes(Signature one, Signature other) {
    return one.parameters().stream()
        .map(Signature.Parameter::written)
        .toList()
        .equals(other.parameters().stream().map(Signature.Parameter::written).toList());
  }

  private @Nullable Signature exact(List<Signature> possible, CallFact call) {
    for (Signature one : possible) {
      List<String> asked = one.parameters().stream().map(Signature.Parameter::type).toList();
      if (asked.equals(call.arguments())) {
        return one;
      }
    }
    return null;
  }

  private static String type(Signature signature, int index) {
    int last = signature.parameters().size() - 1;
    return signature.varargs() && index >= last ? "" : signature.parameters().get(index).type();
  }

  private Outcome missing(Signature current, CallFact call) {
    if (to.open()) {
      return Outcome.unknown();
    }
    String what = call.kind() == Kind.CONSTRUCTOR ? "constructor" : call.member();
    return breach(current, Breach.MISSING_MEMBER, "`%s` has no `%s`".formatted(to(), what));
  }

  private Outcome bind(
      CallFact call, Signature current, List<Contract.Member> named, String userPackage) {
    List<Contract.Member> sized =
        named.stream().filter(member -> fits(member.signature(), call)).toList();
    if (sized.isEmpty()) {
      return to.open() ? Outcome.unknown() : arity(call, current, named);
    }
    Outcome nearest = null;
    for (Contract.Member member : sized) {
      Outcome outcome = bind(call, current, member, userPackage);
      if (outcome.answer() == Answer.YES) {
        return outcome;
      }
      boolean better = nearest == null || outcome.answer() == Answer.UNKNOWN;
      nearest = better ? outcome : nearest;
    }
    return nearest == null || to.open() ? Outcome.unknown() : nearest;
  }

  private Outcome arity(CallFact call, Signature current, List<Contract.Member> named) {
    String asked = named.get(0).signature().text();
    int given = call.arguments().size();
    return breach(
        current,
        Breach.ARITY,
        "%s given, and `%s` has `%s`"
            .formatted(given == 1 ? "1 argument is" : given + " arguments are", to(), asked));
  }

  private Outcome bind(
      CallFact call, Signature current, Contract.Member member, String userPackage) {
    Signature target = member.signature();
    Answer arguments = Answer.YES;
    for (int i = 0; i < call.arguments().size(); i++) {
      Answer one = argument(call.arguments().get(i), type(current, i), type(target, i));
      arguments = worse(arguments, one);
    }
    if (arguments == Answer.NO) {
      return swapped(call, current, target)
          ? breach(
              current,
              Breach.PARAMETER_ORDER,
              "`%s` takes the parameters in another order: `%s`".formatted(to(), target.text()))
          : breach(
              current,
              Breach.PARAMETER_TYPE,
              "`%s` takes other types: `%s`".formatted(to(), target.text()));
    }
    if (arguments == Answer.UNKNOWN) {
      return Outcome.unknown();
    }
    return afterArguments(call, current, member, userPackage);
  }

  private Outcome afterArguments(
      CallFact call, Signature current, Contract.Member member, String userPackage) {
    Signature target = member.signature();
    if (!member.isVisibleIn(userPackage)) {
      return breach(
          current,
          Breach.VISIBILITY,
          "`%s` of `%s` cannot be seen from there".formatted(target.text(), to()));
    }
    boolean onType = call.onType() && call.kind() != Kind.CONSTRUCTOR;
    if (onType && !member.isStatic()) {
      return breach(
          current,
          Breach.INSTANCE_MEMBER,
          "`%s` of `%s` needs an instance".formatted(target.text(), to()));
    }
    if (renamedOrder(current, target)) {
      return breach(
          current,
          Breach.PARAMETER_ORDER,
          "it would compile and mean something else: `%s` names its parameters %s"
              .formatted(to(), names(target)));
    }
    return result(call, current, target);
  }

  private Outcome result(CallFact call, Signature current, Signature target) {
    if (call.kind() == Kind.CONSTRUCTOR || !call.result().used()) {
      return bound(current);
    }
    Answer answer = result(call.result().type(), current.returns(), target.returns());
    return switch (answer) {
      case YES -> bound(current);
      case UNKNOWN -> Outcome.unknown();
      case NO ->
          breach(
              current,
              Breach.RETURN_TYPE,
              "the result is used, and `%s` of `%s` gives `%s`"
                  .formatted(target.text(), to(), DottedNames.last(target.returns())));
    };
  }

  /** Whether a result can be used as the present one is; what takes a type takes the other, too. */
  private Answer result(String wanted, String now, String then) {
    boolean own = now.equals(from.entry().name());
    if (then.equals("void")) {
      return Answer.NO;
    }
    if (own || (now.equals(then) && !now.isEmpty())) {
      return !own || then.equals(to.entry().name()) ? Answer.YES : Answer.UNKNOWN;
    }
    return wanted.equals(from.entry().name()) ? Answer.UNKNOWN : types.of(then, wanted);
  }

  /**
   * Whether an argument fits. Where its own type is not shown, it is at most of the type of the
   * parameter that takes it now.
   */
  private Answer argument(String given, String takenNow, String asked) {
    if (takenNow.equals(asked) && !asked.isEmpty()) {
      return Answer.YES;
    }
    if (!given.isEmpty()) {
      return types.of(given, asked);
    }
    if (types.of(takenNow, asked) == Answer.YES) {
      return Answer.YES;
    }
    // A value may be of two types neither of which inherits from the other, if one is an interface.
    boolean never = types.disjoint(takenNow, asked) && !types.isInterface(asked);
    return never ? Answer.NO : Answer.UNKNOWN;
  }

  private static Answer worse(Answer one, Answer other) {
    if (one == Answer.NO || other == Answer.NO) {
      return Answer.NO;
    }
    return one == Answer.UNKNOWN || other == Answer.UNKNOWN ? Answer.UNKNOWN : Answer.YES;
  }

  /** Whether the same arguments would fit in another order. */
  private boolean swapped(CallFact call, Signature current, Signature target) {
    List<String> asked = new ArrayList<>();
    List<String> given = new ArrayList<>();
    for (int i = 0; i < call.arguments().size(); i++) {
      String shown = call.arguments().get(i);
      given.add(shown.isEmpty() ? type(current, i) : shown);
      asked.add(type(target, i));
    }
    for (String one : given) {
      int place = -1;
      for (int i = 0; i < asked.size() && place < 0; i++) {
        place = types.of(one, asked.get(i)) == Answer.YES ? i : -1;
      }
      if (place < 0) {
        return false;
      }
      asked.remove(place);
    }
    return given.size() > 1;
  }

  /** Whether both name the same parameters in another order, so that a call would be misread. */
  private static boolean renamedOrder(Signature current, Signature target) {
    List<String> one = current.parameters().stream().map(Signature.Parameter::name).toList();
    List<String> other = target.parameters().stream().map(Signature.Parameter::name).toList();
    return one.size() > 1
        && !one.equals(other)
        && !one.contains("")
        && new HashSet<>(one).size() == one.size()
        && new HashSet<>(one).equals(new HashSet<>(other));
  }

  private static String names(Signature signature) {
    return String.join(
        ", ",
        signature.parameters().stream().map(parameter -> "`" + parameter.name() + "`").toList());
  }

  private static Outcome bound(Signature current) {
    return new Outcome(Answer.YES, current.text(), Optional.empty(), "");
  }

  private static Outcome breach(Signature current, Breach breach, String words) {
    return new Outcome(Answer.NO, current.text(), Optional.of(breach), words);
  }
}
