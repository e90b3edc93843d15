package dev.ssot.rules.model;

import dev.ssot.rules.model.ForbiddenPath.AccessException;
import java.util.List;

/**
 * The calls that only the canonical of a role may make, such as the direct sends on a socket.
 *
 * @param reason why, shown with every finding; blank where there are no calls
 * @param calls what is reserved; empty where the policy reserves nothing
 * @param except types and packages that may make the calls besides the canonical
 */
public record ReservedCalls(String reason, List<Call> calls, List<AccessException> except) {

  /**
   * Calls of some methods of some types.
   *
   * @param types qualified names of the types that are called, at least one; a call of a type that
   *     extends or implements one counts as well, as far as the class files show it
   * @param methods patterns of method names with {@code *}, at least one
   * @param arguments qualified names of types; where there are any, only a call that is given one
   *     of them counts, whatever the method itself declares
   */
  public record Call(List<PolicyText> types, List<PolicyText> methods, List<PolicyText> arguments) {

    public Call {
      types = List.copyOf(types);
      methods = List.copyOf(methods);
      arguments = List.copyOf(arguments);
      if (types.isEmpty() || methods.isEmpty()) {
        throw new IllegalArgumentException("Reserved calls need a type and a method");
      }
    }
  }

  public ReservedCalls {
    calls = List.copyOf(calls);
    except = List.copyOf(except);
    if (reason.isBlank() && !calls.isEmpty()) {
      throw new IllegalArgumentException("Reserved calls need a reason");
    }
  }

  /** Anybody may call anything. */
  public static ReservedCalls none() {
    return new ReservedCalls("", List.of(), List.of());
  }
}
