package dev.ssot.rules.catalog;

import dev.ssot.rules.model.DispatchedMessage;
import dev.ssot.rules.model.DottedNames;
import dev.ssot.rules.model.Evidence;
import dev.ssot.rules.model.Finding;
import dev.ssot.rules.model.Fingerprint;
import dev.ssot.rules.model.Role;
import dev.ssot.rules.model.Severity;
import dev.ssot.rules.model.Statement;
import dev.ssot.rules.model.Subject;
import dev.ssot.rules.rivals.RoleCast;
import dev.ssot.rules.values.Dispatches;
import dev.ssot.rules.values.Dispatches.Dispatch;
import dev.ssot.rules.values.RoleMessages;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Finds code that branches over the message types of a role outside of its canonical. */
final class ScatteredDispatch implements Rule {

  private static final String UNIT = "branches held against message types";
  private static final int NAMED = 3;

  @Override
  public String id() {
    return "scattered-dispatch";
  }

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public List<String> tags() {
    return List.of("dispatch", "duplication", "role");
  }

  @Override
  public Judgement judge(Case facts) {
    if (facts.policy().roles().isEmpty()) {
      return Judgement.notRun(UNIT, "the policy declares no role");
    }
    Dispatches dispatches = new Dispatches(facts.codebase(), facts.constants());
    List<Finding> findings = new ArrayList<>();
    boolean known = false;
    for (RoleCast cast : facts.casts()) {
      RoleMessages messages = dispatches.messages(cast);
      known |= !messages.isEmpty();
      dispatches
          .outside(cast, messages)
          .forEach(dispatch -> findings.add(finding(cast, messages, dispatch)));
    }
    return Judgement.of(findings, known ? dispatches.looked() : 0, UNIT);
  }

  private Finding finding(RoleCast cast, RoleMessages messages, Dispatch dispatch) {
    Role role = cast.role();
    Subject subject = dispatch.branch().place();
    List<DispatchedMessage> branched =
        dispatch.messages().entrySet().stream()
            .map(
                entry ->
                    new DispatchedMessage(
                        entry.getKey().words(),
                        entry.getValue(),
                        messages.handledAt(entry.getKey())))
            .sorted(Comparator.comparing(DispatchedMessage::branch))
            .toList();
    String canonical = role.canonical().value();
    String form = dispatch.branch().form().words();
    return new Finding(
        id(),
        severity(),
        dispatch.location(),
        subject,
        new Statement(message(role, form, branched), help(canonical), cast.related()),
        new Evidence.Dispatch(role.id(), canonical, form, branched),
        Fingerprint.of(id(), subject, List.of(role.id(), canonical)));
  }

  private static String message(Role role, String form, List<DispatchedMessage> branched) {
    String named =
        branched.stream()
            .limit(NAMED)
            .map(message -> "`" + message.message() + "`")
            .collect(Collectors.joining(", "));
    int more = branched.size() - NAMED;
    return "this %s branches over %s message types of the role `%s` outside of `%s`: %s%s"
        .formatted(
            form,
            branched.size(),
            role.id(),
            role.canonical().value(),
            named,
            more > 0 ? " and %s more".formatted(more) : "");
  }

  private static String help(String canonical) {
    return "let `%s` decide, or give each message type its handler there"
        .formatted(DottedNames.last(canonical));
  }
}
