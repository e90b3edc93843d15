package dev.ssot.reports;

import static dev.ssot.reports.SampleTypes.CHAT;
import static dev.ssot.reports.SampleTypes.ROUTER;
import static dev.ssot.reports.SampleTypes.at;
import static dev.ssot.reports.SampleTypes.match;
import static dev.ssot.reports.SampleTypes.member;
import static dev.ssot.reports.SampleTypes.numbered;
import static dev.ssot.reports.SampleTypes.type;
import static dev.ssot.reports.SampleTypes.types;

import dev.ssot.rules.model.AccessPath;
import dev.ssot.rules.model.BaselineEntry;
import dev.ssot.rules.model.Breach;
import dev.ssot.rules.model.BrokenCall;
import dev.ssot.rules.model.Channel;
import dev.ssot.rules.model.ChannelStrength;
import dev.ssot.rules.model.Comparison;
import dev.ssot.rules.model.ConstantRef;
import dev.ssot.rules.model.DispatchedMessage;
import dev.ssot.rules.model.Evidence;
import dev.ssot.rules.model.Fingerprint;
import dev.ssot.rules.model.Liveness;
import dev.ssot.rules.model.Location;
import dev.ssot.rules.model.Observation;
import dev.ssot.rules.model.Part;
import dev.ssot.rules.model.Pretence;
import dev.ssot.rules.model.Region;
import dev.ssot.rules.model.Restated;
import dev.ssot.rules.model.SettingValue;
import dev.ssot.rules.model.SharedTraits;
import dev.ssot.rules.model.SharedWord;
import dev.ssot.rules.model.ShimTerms;
import dev.ssot.rules.model.Sighting;
import dev.ssot.rules.model.Suppression;
import dev.ssot.rules.model.TypeRef;
import dev.ssot.rules.model.Usage;
import dev.ssot.rules.model.Verdict;
import java.time.LocalDate;
import java.util.List;

/** Evidence of every kind. */
final class SampleEvidence {

  private SampleEvidence() {}

  static Evidence.Rival renamedCopy() {
    return new Evidence.Rival(
        new Comparison(
            ROUTER,
            CHAT,
            Verdict.RENAMED_COPY,
            92,
            traits(),
            new Usage(
                types("Reader", 12),
                types("Writer", 3),
                List.of(),
                Liveness.PRODUCTION,
                Liveness.PRODUCTION)));
  }

  private static SharedTraits traits() {
    return new SharedTraits(
        List.of(
            new ChannelStrength(
                Channel.BODIES, 96, "6 of 7 bodies agree when identifiers are renamed"),
            new ChannelStrength(Channel.MEMBERS, 81, "7 of 9 members have a counterpart"),
            new ChannelStrength(Channel.VOCABULARY, 64, "11 rare words in both")),
        List.of(
            match("route(UserKey, Message): Reply", 20, "send(UserKey, Message): Reply", 33, 97),
            match("register(Handler): void", 44, "addHandler(Handler): void", 61, 100),
            match("close(): void", 70, "shutdown(): void", 88, 55)),
        List.of(new SharedWord("envelope", 2), new SharedWord("debounce", 4)),
        List.of(new SharedWord("ws.route.timeout", 2)),
        List.of(member("retry(Message): void", 102, 117), member("log: Logger", 16, 16)));
  }

  /** Two types of one simple name that nobody uses and that share little. */
  static Evidence.Rival namesakes(Verdict verdict) {
    return new Evidence.Rival(bare(ROUTER, type("shop.old.MessageRouter", 31), verdict));
  }

  private static Comparison bare(TypeRef canonical, TypeRef rival, Verdict verdict) {
    return new Comparison(
        canonical,
        rival,
        verdict,
        67,
        new SharedTraits(
            List.of(new ChannelStrength(Channel.NAME, 71, "both are called `MessageRouter`")),
            List.of(),
            List.of(),
            List.of(),
            List.of()),
        new Usage(List.of(), List.of(), types("Both", 1), Liveness.PRODUCTION, Liveness.TESTS));
  }

  static Evidence.Fragments fragments() {
    return new Evidence.Fragments(
        List.of("hash", "salt", "pepper"),
        2,
        type("shop.auth.Passwords", 8),
        "14 types use it, more than any other",
        List.of(
            new Comparison(
                type("shop.auth.Passwords", 8),
                type("shop.admin.PasswordHasher", 15),
                Verdict.PARTIAL_COPY,
                83,
                traits(),
                new Usage(
                    types("Login", 14),
                    types("Admin", 1),
                    types("Reset", 2),
                    Liveness.PRODUCTION,
                    Liveness.RIVALS)),
            bare(
                type("shop.auth.Passwords", 8),
                type("shop.batch.Digests", 6),
                Verdict.REIMPLEMENTATION)));
  }

  static Evidence.Access access(AccessPath path) {
    return new Evidence.Access(
        path,
        "shop.old.MessageRouter#open",
        "shop.old.**",
        "shop.net.MessageRouter",
        "the old package goes away with release 7");
  }

  static Evidence.Access accessInClassFiles() {
    return access(AccessPath.IMPORT)
        .with(
            List.of(
                new Sighting(
                    "calls `shop.old.MessageRouter#open`",
                    new Location("src/main/java/shop/app/Login.java", new Region(31, 9, 31, 13)),
                    "target/classes/shop/app/Login.class")));
  }

  static Evidence.Bytecode bytecode() {
    return new Evidence.Bytecode(
        "shop.net.Connection#send",
        "what goes past the router has no place in the order of its user",
        List.of(
            new Sighting(
                "calls `shop.net.Connection#send`",
                new Location("src/main/java/shop/app/Login.java", new Region(12, 16, 12, 20)),
                "target/classes/shop/app/Login.class"),
            new Sighting(
                "passes on `shop.net.Connection#send`",
                new Location("lib/app.jar!/shop/app/Logout.class", new Region(40, 1, 40, 1)),
                "lib/app.jar!/shop/app/Logout.class")),
        3);
  }

  static Evidence.Access accessWithoutReplacement() {
    return new Evidence.Access(
        AccessPath.REFLECTION_STRING, "shop.secret", "shop.secret.*", "", "nobody may look inside");
  }

  static Evidence.Unresolved unresolved() {
    return new Evidence.Unresolved(
        "shop.net.MesageRouter", List.of(ROUTER, type("shop.net.MessageRoute", 77)));
  }

  static Evidence.Unresolved unresolvedWithoutCandidate() {
    return new Evidence.Unresolved("shop.gone.Ledger", List.of());
  }

  static Evidence.PolicyEntry policyEntry() {
    return new Evidence.PolicyEntry("sources.exclude[2]", "src/legacy/**");
  }

  static Evidence.Dispatch dispatch() {
    return new Evidence.Dispatch(
        "message-routing",
        ROUTER.name(),
        "switch",
        List.of(
            new DispatchedMessage(
                "agent_started", new Region(44, 12, 44, 27), List.of(ROUTER.declaration())),
            new DispatchedMessage("Command.STOP", new Region(46, 12, 46, 16), List.of()),
            new DispatchedMessage("Typing", new Region(48, 12, 48, 18), List.of())));
  }

  /** More message types than a person wants to read. */
  static Evidence.Dispatch longDispatch() {
    return new Evidence.Dispatch(
        "message-routing",
        ROUTER.name(),
        "chain of comparisons",
        numbered(
            20,
            i ->
                new DispatchedMessage("event_" + i, new Region(50 + i, 9, 50 + i, 20), List.of())));
  }

  static Evidence.Restatement restatement() {
    return new Evidence.Restatement(
        "message-routing",
        CONSTANT,
        List.of(
            new Restated(new Region(12, 9, 12, 24), ""),
            new Restated(new Region(19, 40, 19, 55), "STARTED"),
            new Restated(new Region(77, 9, 77, 24), "")));
  }

  static Evidence.Restatement restatementOnce() {
    return new Evidence.Restatement(
        "message-routing", CONSTANT, List.of(new Restated(new Region(12, 9, 12, 24), "")));
  }

  private static final ConstantRef CONSTANT =
      new ConstantRef(ROUTER.name(), "AGENT_STARTED", "agent_started", ROUTER.declaration());

  static Evidence.Conflict conflict() {
    return new Evidence.Conflict(
        "message-routing",
        "MAX_FRAME_SIZE",
        List.of(
            new SettingValue(
                ROUTER.name(), "MAX_FRAME_SIZE", "64 * 1024", "65536", ROUTER.declaration()),
            new SettingValue(CHAT.name(), "MAX_FRAME_SIZE_KB", "32", "32768", CHAT.declaration())));
  }

  static Evidence.FakeSuccess fakeSuccess(Pretence pretence) {
    boolean idle = pretence == Pretence.NO_WORK;
    return new Evidence.FakeSuccess(
        ROUTER.name(),
        idle ? Part.CANONICAL : Part.IMPLEMENTATION,
        member("route(UserKey, Message): boolean", 20, 28),
        pretence,
        idle
            ? List.of(
                new Observation(at("src/main/java/shop/net/MessageRouter.java", 21), "sleeps"),
                new Observation(
                    at("src/main/java/shop/net/MessageRouter.java", 27), "returns true"))
            : List.of(
                new Observation(
                    at("src/main/java/shop/net/MessageRouter.java", 25),
                    "catches Exception and returns true")),
        idle ? List.of("user", "message") : List.of());
  }

  static Evidence.TestDouble testDouble(Part part) {
    return new Evidence.TestDouble(
        ROUTER.name(),
        part,
        type("shop.net.MockRouter", 5),
        List.of(
            new Observation(
                at("src/main/java/shop/net/MockRouter.java", 5), "its name says \"mock\"")),
        part == Part.SHIM ? List.of() : types("Writer", 3));
  }

  static Evidence.Shim shim() {
    return new Evidence.Shim(
        ROUTER.name(),
        type("shop.old.MessageRouter", 31),
        new ShimTerms("routing", "2026-01-31"),
        types("Writer", 3));
  }

  /** A shim of which nobody has said anything and which nobody uses. */
  static Evidence.Shim lonelyShim() {
    return new Evidence.Shim("", type("shop.old.Switch", 8), ShimTerms.none(), List.of());
  }

  static Evidence.IncompatibleContract incompatibleContract(int calls) {
    Breach[] breaches = Breach.values();
    return new Evidence.IncompatibleContract(
        ROUTER.name(),
        calls == 1 ? Part.NAMESAKE : Part.RIVAL,
        CHAT,
        numbered(
            calls,
            i ->
                new BrokenCall(
                    at("src/main/java/shop/use/Writer%s.java".formatted(i), 30 + i),
                    "shop.use.Writer" + i,
                    "send(UserKey, Message, int): Reply",
                    breaches[i % breaches.length],
                    "`MessageRouter` has no `send%s`".formatted(i))),
        calls == 1 ? 0 : 11,
        calls == 1 ? 0 : 2);
  }

  static Suppression suppression() {
    return new Suppression(
        "duplicate-implementation",
        CHAT.name(),
        new Suppression.Terms(
            "it goes with the old client", "chat-team", LocalDate.of(2031, 5, 31)),
        Suppression.Origin.SOURCE,
        at("src/main/java/shop/chat/ChatRouter.java", 11));
  }

  static Suppression suppressionOfThePolicy() {
    return new Suppression(
        "forbidden-import",
        "shop.*",
        new Suppression.Terms("it is being moved", "", LocalDate.of(2032, 1, 1)),
        Suppression.Origin.POLICY,
        at("ssot.yaml", 21));
  }

  static Evidence.MalformedSuppression malformedSuppression() {
    return new Evidence.MalformedSuppression(
        "ssot:allow forbidden-import -- later", "it has no end date");
  }

  static Evidence.IdleSuppression idleSuppression() {
    return new Evidence.IdleSuppression(suppressionOfThePolicy());
  }

  static Evidence.StaleEntry staleEntry() {
    return new Evidence.StaleEntry(
        new BaselineEntry(
            "forbidden-import",
            "shop.Old#run",
            "import shop.legacy.Store",
            new Fingerprint("v1:" + "0123456789abcdef".repeat(2)),
            "src/main/java/shop/Old.java"));
  }

  /** More of everything than a person wants to read. */
  static Evidence.Rival longLists() {
    SharedTraits traits =
        new SharedTraits(
            List.of(new ChannelStrength(Channel.MEMBERS, 90, "30 of 31 members agree")),
            numbered(30, i -> match("a" + i + "(): void", 10 * i, "b" + i + "(): void", 9 * i, i)),
            numbered(40, i -> new SharedWord("word" + i, i + 1)),
            numbered(20, i -> new SharedWord("constant" + i, 2)),
            numbered(25, i -> member("own" + i + "(): void", 400 + i, 400 + i)));
    return new Evidence.Rival(
        new Comparison(
            ROUTER,
            CHAT,
            Verdict.COPY,
            99,
            traits,
            new Usage(
                types("Reader", 40),
                types("Writer", 4),
                types("Both", 9),
                Liveness.PRODUCTION,
                Liveness.PRODUCTION)));
  }
}
