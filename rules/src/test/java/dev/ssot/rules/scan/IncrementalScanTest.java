package dev.ssot.rules.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ssot.rules.fixture.Roles;
import dev.ssot.rules.model.Bystanders;
import dev.ssot.rules.model.DeclaredShim;
import dev.ssot.rules.model.Grounds;
import dev.ssot.rules.model.Policy;
import dev.ssot.rules.model.PolicyLine;
import dev.ssot.rules.model.PolicyText;
import dev.ssot.rules.model.Recognition;
import dev.ssot.rules.model.Role;
import dev.ssot.rules.model.ScanResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * A scan that goes on from the one before comes to what a scan does that begins anew, whether it is
 * told which folders have changed or not; and so does one that goes on from what any earlier run
 * has left.
 */
class IncrementalScanTest {

  private static final int LOOKS = 30;

  /** Rules of which the edits must show findings, or they would show nothing. */
  private static final List<String> FOUND =
      List.of(
          "duplicate-implementation",
          "forbidden-import",
          "fragmented-role",
          "incompatible-contract",
          "unused-shim");

  @TestFactory
  Stream<DynamicTest> anyEditsGiveTheSameResult(@TempDir Path folder) {
    Map<String, Integer> found = new TreeMap<>();
    return Stream.concat(
        LongStream.range(0, 5)
            .mapToObj(
                seed ->
                    DynamicTest.dynamicTest(
                        "seed " + seed,
                        () ->
                            compare(
                                new Edited(folder.resolve("seed-" + seed), new Random(seed)),
                                found))),
        FOUND.stream()
            .map(
                rule ->
                    DynamicTest.dynamicTest(
                        "something of " + rule,
                        () ->
                            assertTrue(found.getOrDefault(rule, 0) > LOOKS / 5, found::toString))));
  }

  private static void compare(Edited code, Map<String, Integer> found) throws IOException {
    ScanCache staying = ScanCache.staying(Optional.empty(), () -> 0);
    Caches caches = new Caches(code.base.resolveSibling(code.base.getFileName() + "-caches"));
    String did = "made it";
    for (int look = 0; look < LOOKS; look++) {
      if (look % 4 > 0) {
        staying.changed(look % 4 == 1 ? Optional.empty() : Optional.of(code.touched()));
      }
      code.forgetTouched();
      String message = "look %s: %s".formatted(look, did);
      Outcome fresh = assertSame(code, staying, look % 3 == 2, message);
      caches.assertLeadTo(fresh, code.request(), message);
      FOUND.forEach(rule -> found.merge(rule, fresh.count(rule), Integer::sum));
      did = code.edit();
    }
  }

  @Test
  void goesOnWhereNothingCouldBeRead(@TempDir Path folder) throws IOException {
    Edited code = new Edited(folder.resolve("all"), new Random(7));
    ScanCache staying = ScanCache.staying(Optional.empty(), () -> 0);
    Outcome first = assertSame(code, staying, false, "all of it");
    assertTrue(first.count("duplicate-implementation") > 0);
    for (int round = 0; round < 2; round++) {
      code.spoilAll();
      Outcome none = assertSame(code, staying, round == 1, "nothing");
      assertEquals(0, none.count("fragmented-role"));
      code.mendAll();
      assertEquals(first, assertSame(code, staying, round == 0, "all of it again"));
    }
  }

  /** What a scan that begins anew comes to, as does one that goes on. */
  private static Outcome assertSame(
      Edited code, ScanCache staying, boolean keepsCode, String message) {
    ScanRequest request = code.request();
    ScanRequest again = request.with(staying);
    Outcome fresh = Outcome.of(() -> Scan.run(request, ScanListener.silent()));
    Outcome incremental =
        Outcome.of(
            () ->
                keepsCode
                    ? ScannedCode.of(again, ScanListener.silent()).result()
                    : Scan.run(again, ScanListener.silent()));
    assertEquals(fresh, incremental, message);
    return fresh;
  }

  /** Caches that runs have left, each of which another run may find, however old it is. */
  private static final class Caches {

    private final Path folder;
    private final Random random = new Random(1);
    private int left;

    Caches(Path folder) {
      this.folder = folder;
    }

    void assertLeadTo(Outcome fresh, ScanRequest request, String message) throws IOException {
      boolean verify = left % 5 == 4;
      try (ScanCache used = ScanCache.in(next(), verify, () -> 0)) {
        ScanRequest later = request.with(used);
        Outcome after = Outcome.of(() -> Scan.run(later, ScanListener.silent()));
        assertEquals(fresh, after, message);
        assertEquals(List.of(), used.damages(), message);
        assertFalse(used.resultDiffers(), message);
      }
    }

    /** A copy of any that was left before. */
    private Path next() throws IOException {
      Path next = Files.createDirectories(folder.resolve(String.valueOf(left)));
      if (left > 0) {
        Path one = folder.resolve(String.valueOf(random.nextInt(left)));
        try (Stream<Path> files = Files.list(one)) {
          for (Path file : files.toList()) {
            Files.copy(file, next.resolve(file.getFileName()));
          }
        }
      }
      left++;
      return next;
    }
  }

  /** What a scan came to: a result, or the reason why it refused, as without its canonical. */
  private record Outcome(Optional<ScanResult> result, String refusal) {

    static Outcome of(Supplier<ScanResult> scan) {
      try {
        return new Outcome(Optional.of(scan.get()), "");
      } catch (ScanRefusal e) {
        return new Outcome(Optional.empty(), String.valueOf(e.getMessage()));
      }
    }

    int count(String rule) {
      return result.stream()
          .flatMap(one -> one.findings().stream())
          .mapToInt(finding -> finding.rule().equals(rule) ? 1 : 0)
          .sum();
    }
  }

  /** Code that is edited at random, the same way for the same seed. */
  private static final class Edited {

    private static final List<String> TREES = List.of("one/src", "two/src", "two/src/test/java");
    private static final List<String> PACKAGES = List.of("acme.mail", "acme.chat", "acme.old");
    private static final List<String> NAMES =
        List.of("MailRouter", "ChatRouter", "EventLedger", "UserClock", "RetryQueue", "OldStore");
    private static final List<String> PARENTS =
        List.of("", " implements Sender", " extends Base", " extends Base implements Sender");

    private static final Source CANONICAL =
        new Source("acme.mail", "MailRouter", "", List.of(), List.of(0, 1, 2, 3, 7));

    private final Path base;
    private final Random random;
    private final TreeMap<String, Source> sources = new TreeMap<>();
    private final Set<String> broken = new HashSet<>();
    private final Set<Path> touched = new HashSet<>();
    private final Role clock = Role.of("acme.old.UserClock");
    private boolean declares = true;
    private int declared = 3;
    private Role ledger = Role.of("acme.chat.EventLedger");
    private Role shimmed = shimmed("RetryQueue");

    Edited(Path base, Random random) throws IOException {
      this.base = base;
      this.random = random;
      put(place(TREES.get(0), CANONICAL), CANONICAL);
      for (int i = 0; i < 14; i++) {
        add();
      }
      parents("send", "accept");
    }

    /** A type as its parts, so that one of them can be changed at a time. */
    private record Source(
        String packageName, String name, String parent, List<String> imports, List<Integer> jobs) {

      Source importing(String type) {
        List<String> others = imports.contains(type) ? List.of() : List.of(type);
        return new Source(packageName, name, parent, others, jobs);
      }

      Source below(String other) {
        return new Source(packageName, name, other, imports, jobs);
      }

      Source doing(List<Integer> others) {
        return new Source(packageName, name, parent, imports, others);
      }

      /** The source, with so many braces at its end: one is right. */
      String text(int spoiled) {
        StringBuilder text = new StringBuilder("package %s;\n".formatted(packageName));
        imports.forEach(one -> text.append("import ").append(one).append(";\n"));
        text.append("/** Handles what comes. */\npublic class ").append(name).append(parent);
        text.append(" {\n  private final java.util.Map<String, Runnable> handlers = null;\n");
        jobs.forEach(job -> text.append(job(job)));
        imports.forEach(one -> text.append(use(one)));
        return text.append("}\n".repeat(spoiled)).toString();
      }

      /** Methods that call another type, one of them under the same name. */
      private static String use(String type) {
        String name = type.substring(type.lastIndexOf('.') + 1);
        return """
                private final %1$s next = null;
                public int routeMessage(String target, int limit) {
                  return next.routeMessage(target, limit);
                }
                void use%1$s(%1$s other) throws Exception {
                  other.addMessageHandler("a", null);
                  other.retryEvent(null, other.send("b"), 1L);
                }
              """
            .formatted(name);
      }

      /** A method, one of a few kinds with one of a few choices of words. */
      private static String job(int number) {
        String word = List.of("Message", "Event", "Order", "Frame").get(number / 8 % 4);
        String text =
            switch (number % 8) {
              case 0 ->
                  """
                public int route%1$s(String target, int limit) {
                  int sent = 0;
                  for (int i = 0; i < limit; i++) {
                    if (target.isEmpty() || handlers.get(target) == null) {
                      throw new IllegalStateException("no handler of %1$s");
                    }
                    handlers.get(target).run();
                    sent += target.length() > 3 ? 2 : 1;
                  }
                  return sent;
                }
              """;
              case 1 ->
                  """
                public void add%1$sHandler(String target, Runnable handler) {
                  Runnable known = handlers.putIfAbsent(target, handler);
                  if (known != null && known != handler) {
                    throw new IllegalArgumentException("two handlers of " + target);
                  }
                  System.setProperty("%1$s.handlers", String.valueOf(handlers.size()));
                }
              """;
              case 2 ->
                  """
                String describe%1$s(java.util.List<String> parts) {
                  StringBuilder text = new StringBuilder("%1$s: ");
                  for (String part : parts) {
                    text.append(part.trim()).append(parts.size() > 1 ? ", " : "");
                  }
                  return text.toString().toLowerCase(java.util.Locale.ROOT);
                }
              """;
              case 3 ->
                  """
                boolean retry%1$s(Runnable action, int times, long pause) throws Exception {
                  for (int attempt = 1; attempt <= times; attempt++) {
                    try {
                      action.run();
                      return true;
                    } catch (RuntimeException e) {
                      Thread.sleep(pause * attempt);
                    }
                  }
                  return false;
                }
              """;
              case 4 ->
                  """
                public int send(String text) {
                  int sum = 17;
                  for (char letter : text.toCharArray()) {
                    sum = 31 * sum + letter;
                  }
                  return sum ^ "%1$s".hashCode();
                }
              """;
              case 5 ->
                  """
                public void accept(String text) {
                  String[] fields = text.split(":");
                  if (fields.length < 2 || fields[0].isBlank()) {
                    throw new IllegalArgumentException("%1$s: " + text);
                  }
                  send(fields[1]);
                }
              """;
              case 6 -> "  static final String %1$s_TOPIC = \"topic/%1$s\";\n";
              default ->
                  """
                long expire%1$s(long now, java.util.Map<String, Long> deadlines) {
                  long oldest = Long.MAX_VALUE;
                  for (java.util.Map.Entry<String, Long> entry : deadlines.entrySet()) {
                    oldest = Math.min(oldest, entry.getValue());
                    if (entry.getValue() < now) {
                      handlers.remove(entry.getKey());
                    }
                  }
                  return oldest;
                }
              """;
            };
        return text.formatted(word);
      }
    }

    ScanRequest request() {
      List<Role> roles =
          Stream.of(Role.of("acme.mail.MailRouter"), ledger, shimmed, clock)
              .limit(declares ? declared : 0)
              .filter(role -> isThere(role.canonical().value()))
              .toList();
      return new ScanRequest(
          base, List.of(base), Policy.none().with(roles), Set.of(), Grounds.none(), 2);
    }

    /** Whether a type is declared in a file that can be understood. */
    private boolean isThere(String type) {
      return sources.entrySet().stream()
          .filter(source -> !broken.contains(source.getKey()))
          .map(Map.Entry::getValue)
          .anyMatch(source -> type.equals(source.packageName() + "." + source.name()));
    }

    /** One change, or several between two looks. */
    String edit() throws IOException {
      List<String> did = new ArrayList<>();
      int changes = random.nextInt(4) == 0 ? 2 + random.nextInt(5) : 1;
      for (int i = 0; i < changes; i++) {
        did.add(change());
      }
      return String.join(", ", did);
    }

    private String change() throws IOException {
      String file = pick(List.copyOf(sources.keySet()));
      Source source = Objects.requireNonNull(sources.get(file));
      return switch (random.nextInt(16)) {
        case 0 -> "added " + add();
        case 1 -> "removed " + remove(file);
        case 2 ->
            "moved " + remove(file) + " to " + put(place(pick(TREES) + "/moved", source), source);
        case 3 -> "copied " + file + " to " + put(place(pick(TREES), source), source);
        case 4 -> "broke " + spoil(file, source);
        case 5 -> "imports in " + put(file, source.importing(pick(PACKAGES) + "." + pick(NAMES)));
        case 6 -> "parents in " + put(file, source.below(pick(PARENTS)));
        case 7 -> "parents " + parents(pick(List.of("send", "close")), "accept");
        case 8 -> "comment in " + comment(file, source);
        case 9 -> policy();
        case 10 -> "nothing";
        case 11 -> "renamed " + remove(file) + " to " + rename(source);
        case 12 ->
            "shim in " + put(file, source.importing("acme.mail.MailRouter").doing(List.of()));
        default -> "jobs in " + put(file, source.doing(jobs()));
      };
    }

    private String rename(Source source) throws IOException {
      Source renamed =
          new Source(
              source.packageName(), pick(NAMES), source.parent(), source.imports(), source.jobs());
      return put(place(pick(TREES), renamed), renamed);
    }

    private String spoil(String file, Source source) throws IOException {
      broken.add(file);
      return write(file, source.text(random.nextInt(2) * 2));
    }

    /** Breaks every file, those of the super-types too. */
    void spoilAll() throws IOException {
      broken.addAll(sources.keySet());
      try (Stream<Path> files = Files.walk(base)) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          Files.writeString(file, "class { broken");
        }
      }
    }

    void mendAll() throws IOException {
      for (Map.Entry<String, Source> source : List.copyOf(sources.entrySet())) {
        put(source.getKey(), source.getValue());
      }
      parents("send", "accept");
    }

    private String comment(String file, Source source) throws IOException {
      broken.remove(file);
      return write(file, source.text(1) + "// " + pick(NAMES));
    }

    private String policy() {
      declares = !declares;
      if (random.nextBoolean()) {
        return "declared roles: " + declares;
      }
      declared = 2 + random.nextInt(3);
      ledger =
          Roles.role(
              "acme.chat.EventLedger",
              new Recognition(
                  random.nextBoolean() ? List.of(text("*Ledger"), text("*Store")) : List.of(),
                  List.of("routeMessage", "addEventHandler", "send").subList(0, random.nextInt(4)),
                  pick(List.of(0, 60, 60, 75))),
              Bystanders.none());
      shimmed = random.nextBoolean() ? shimmed(pick(NAMES)) : shimmed;
      return "other roles";
    }

    /** A role of which some types are unrelated, and one is a declared shim. */
    private static Role shimmed(String shim) {
      return Roles.role(
          "acme.mail.ChatRouter",
          Recognition.standard(),
          new Bystanders(
              List.of(text("acme.old.**"), text("acme.chat.UserClock")),
              List.of(new DeclaredShim(text("acme.chat." + shim), "us", LocalDate.MAX))));
    }

    private static PolicyText text(String value) {
      return new PolicyText(value, new PolicyLine("", 0, 0, ""));
    }

    /** Adds a type; often one that does what the canonical does, as rivals do. */
    private String add() throws IOException {
      List<Integer> jobs = new ArrayList<>(jobs());
      if (random.nextInt(3) > 0) {
        jobs.addAll(0, CANONICAL.jobs().subList(0, 4));
      }
      Source source =
          new Source(
              pick(PACKAGES),
              pick(NAMES),
              pick(PARENTS),
              List.of(),
              jobs.stream().distinct().toList());
      return put(place(pick(TREES), source), source);
    }

    private List<Integer> jobs() {
      return random.ints(3 + random.nextInt(4), 0, 32).distinct().boxed().toList();
    }

    /** Writes the super-types, whose members say nothing of those who have them too. */
    private String parents(String ofInterface, String ofClass) throws IOException {
      for (String packageName : PACKAGES) {
        String head = "package " + packageName + ";\n";
        String folder = TREES.get(0) + "/" + packageName.replace('.', '/') + "/";
        write(
            folder + "Sender.java",
            head + "public interface Sender { int %s(String text); }\n".formatted(ofInterface));
        write(
            folder + "Base.java",
            head + "public abstract class Base { void %s(String t) {} }\n".formatted(ofClass));
      }
      return ofInterface + " and " + ofClass;
    }

    private static String place(String tree, Source source) {
      String folder = source.packageName().replace('.', '/');
      return tree + "/" + folder + "/" + source.name() + ".java";
    }

    private String put(String file, Source source) throws IOException {
      sources.put(file, source);
      broken.remove(file);
      return write(file, source.text(1));
    }

    /** The folders in which something has changed since they were last forgotten. */
    Set<Path> touched() {
      return Set.copyOf(touched);
    }

    void forgetTouched() {
      touched.clear();
    }

    private void touch(Path folder) throws IOException {
      Path there = folder;
      while (!Files.exists(there)) {
        there = Objects.requireNonNull(there.getParent());
      }
      touched.add(there.toRealPath());
    }

    private String write(String file, String text) throws IOException {
      Path path = base.resolve(file);
      Path folder = Objects.requireNonNull(path.getParent());
      touch(folder);
      Files.createDirectories(folder);
      Files.writeString(path, text);
      return file;
    }

    /** Removes a file, unless it is the last. */
    private String remove(String file) throws IOException {
      if (sources.size() > 1) {
        touch(Objects.requireNonNull(base.resolve(file).getParent()));
        Files.delete(base.resolve(file));
        sources.remove(file);
      }
      return file;
    }

    private <T> T pick(List<T> some) {
      return some.get(random.nextInt(some.size()));
    }
  }
}
