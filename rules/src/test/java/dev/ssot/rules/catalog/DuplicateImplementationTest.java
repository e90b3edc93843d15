package dev.ssot.rules.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ssot.rules.fixture.Neighbourhood;
import dev.ssot.rules.fixture.Project;
import dev.ssot.rules.fixture.TestPolicy;
import dev.ssot.rules.model.Channel;
import dev.ssot.rules.model.Comparison;
import dev.ssot.rules.model.Evidence;
import dev.ssot.rules.model.Finding;
import dev.ssot.rules.model.MemberRef;
import dev.ssot.rules.model.RuleCoverage;
import dev.ssot.rules.model.ScanResult;
import dev.ssot.rules.model.TypeRef;
import dev.ssot.rules.model.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DuplicateImplementationTest {

  private static final String CANONICAL = "shop.session.SessionStore";

  private static final String SESSION_STORE =
      """
      package shop.session;

      import java.util.HashMap;
      import java.util.Map;

      public class SessionStore {
        private final Map<String, String> userBySession = new HashMap<>();
        private final Map<String, Long> expiryBySession = new HashMap<>();

        public void openSession(String session, String user, long now, long lifetime) {
          if (session.isEmpty() || user.isEmpty()) {
            throw new IllegalArgumentException("session and user are needed");
          }
          userBySession.put(session, user);
          expiryBySession.put(session, now + lifetime);
        }

        public String userOfSession(String session, long now) {
          Long expiry = expiryBySession.get(session);
          if (expiry == null || expiry < now) {
            userBySession.remove(session);
            return null;
          }
          return userBySession.get(session);
        }

        public int evictExpired(long now) {
          int before = expiryBySession.size();
          expiryBySession.values().removeIf(expiry -> expiry < now);
          userBySession.keySet().retainAll(expiryBySession.keySet());
          return before - expiryBySession.size();
        }
      }
      """;

  /** The store under other names, with its members the other way round. */
  private static final String LOGIN_CACHE =
      """
      package shop.login;

      import java.util.HashMap;
      import java.util.Map;

      public class LoginCache { // finds: duplicate-implementation
        private final Map<String, Long> deadlines = new HashMap<>();
        private final Map<String, String> names = new HashMap<>();

        public int forgetOld(long time) {
          int earlier = deadlines.size();
          deadlines.values().removeIf(deadline -> deadline < time);
          names.keySet().retainAll(deadlines.keySet());
          return earlier - deadlines.size();
        }

        public String nameOf(String token, long time) {
          Long deadline = deadlines.get(token);
          if (deadline == null || deadline < time) {
            names.remove(token);
            return null;
          }
          return names.get(token);
        }

        public void remember(String token, String name, long time, long span) {
          if (token.isEmpty() || name.isEmpty()) {
            throw new IllegalArgumentException("both are needed");
          }
          names.put(token, name);
          deadlines.put(token, time + span);
        }
      }
      """;

  /** The same contract and state with other code. */
  private static final String REIMPLEMENTATION =
      """
      package shop.fast;

      import java.util.Iterator;
      import java.util.Map;
      import java.util.concurrent.ConcurrentHashMap;

      public class FastSessions { // finds: duplicate-implementation
        private final Map<String, String> userBySession = new ConcurrentHashMap<>();
        private final Map<String, Long> expiryBySession = new ConcurrentHashMap<>();

        public void openSession(String session, String user, long now, long lifetime) {
          expiryBySession.merge(session, now + lifetime, Math::max);
          userBySession.putIfAbsent(session, user);
        }

        public String userOfSession(String session, long now) {
          return expiryBySession.getOrDefault(session, 0L) >= now ? userBySession.get(session) : null;
        }

        public int evictExpired(long now) {
          int evicted = 0;
          Iterator<Map.Entry<String, Long>> entries = expiryBySession.entrySet().iterator();
          while (entries.hasNext()) {
            Map.Entry<String, Long> entry = entries.next();
            if (entry.getValue() < now) {
              userBySession.remove(entry.getKey());
              entries.remove();
              evicted++;
            }
          }
          return evicted;
        }
      }
      """;

  private final Path folder;

  DuplicateImplementationTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private Project project() {
    return Neighbourhood.around(Project.in(folder))
        .java(SESSION_STORE)
        .policy(policy())
        .rules("duplicate-implementation");
  }

  private static TestPolicy policy() {
    return TestPolicy.empty().role("session-store", CANONICAL);
  }

  private static String copy() {
    return SESSION_STORE
        .replace("package shop.session;", "package shop.web;")
        .replace("SessionStore {", "SessionStore { // finds: duplicate-implementation");
  }

  private static Comparison comparison(ScanResult result) {
    assertEquals(1, result.findings().size(), result.findings()::toString);
    return ((Evidence.Rival) result.findings().get(0).evidence()).comparison();
  }

  private static String unmarked(String text) {
    return text.replace(" // finds: duplicate-implementation", "");
  }

  /**
   * Fails unless the first text is found as a rival and the second, which differs from it in one
   * respect, is not.
   */
  private void assertFoundOnlyWithout(String rival, String excused) {
    assertFalse(unmarked(rival).equals(unmarked(excused)), "the two texts are the same");
    project().java(rival).assertMarkedFindings();
    remove("src/main/java");
    project().java(unmarked(excused)).assertMarkedFindings();
  }

  private void remove(String path) {
    try (var files = Files.walk(folder.resolve(path))) {
      for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void findsAVerbatimCopy() {
    Comparison found = comparison(project().java(copy()).assertMarkedFindings());

    assertEquals(Verdict.COPY, found.verdict());
    assertEquals(CANONICAL, found.canonical().name());
    assertEquals("shop.web.SessionStore", found.rival().name());
  }

  @Test
  void findsARenamedCopyWithReorderedMembers() {
    Comparison found = comparison(project().java(LOGIN_CACHE).assertMarkedFindings());

    assertEquals(Verdict.RENAMED_COPY, found.verdict());
    assertEquals(
        List.of(
            "openSession(String, String, long, long): void -> remember(String, String, long, long):"
                + " void",
            "userOfSession(String, long): String -> nameOf(String, long): String",
            "evictExpired(long): int -> forgetOld(long): int"),
        found.shared().members().stream()
            .map(match -> match.canonical().signature() + " -> " + match.rival().signature())
            .toList());
  }

  /** One filter of a search among several, each as long as the others and much like them. */
  private static String filter(String name, String shape, String range) {
    return """
        package shop.search;

        public class %1$s extends SearchFilter {
          private final %2$s %3$s;
          private boolean missing;
          private boolean hidden;

          public %1$s(String field, %2$s %3$s) {
            super(field);
            this.%3$s = %3$s;
          }

          public %1$s withMissing() {
            this.missing = true;
            return this;
          }

          public %1$s withoutIndex() {
            this.hidden = true;
            return this;
          }

          @Override
          public void addTo(Query query) {
            query.add(field).add("%4$s").add(%3$s);
            if (missing) {
              query.add("MISSING");
            }
            if (hidden) {
              query.add("NOINDEX");
            }
          }

          public static %1$s of(String field, %2$s %3$s) {
            return new %1$s(field, %3$s);
          }
        }
        """
        .formatted(name, shape, range, name.toUpperCase(Locale.ROOT));
  }

  @Test
  void findsACopyUnderAnotherNameOfOneOfAFamily() {
    Project project =
        Project.in(folder)
            .java(
                """
                package shop.search;

                public abstract class SearchFilter {
                  protected final String field;

                  protected SearchFilter(String field) {
                    this.field = field;
                  }

                  public abstract void addTo(Query query);
                }
                """)
            .java(filter("ShapeFilter", "Outline", "outline"))
            .java(filter("PointFilter", "Coordinates", "coordinates"))
            .java(filter("NumberFilter", "Interval", "interval"))
            .policy(TestPolicy.empty().role("shape-filter", "shop.search.ShapeFilter"))
            .rules("duplicate-implementation")
            .java(
                filter("BronzePlaza", "Cactus", "cactus")
                    .replace("package shop.search;", "package shop.copied;")
                    .replace("withMissing", "tundraSwan")
                    .replace("withoutIndex", "anchorPine")
                    .replace(" missing", " citrusCandle")
                    .replace("(missing", "(citrusCandle")
                    .replace(".missing", ".citrusCandle")
                    .replace("hidden", "balconyDawn")
                    .replace(" of(", " cider("));
    for (int i = 0; i < 250; i++) {
      project.java(
          "package town.p%s; class Stall%1$s { int weigh%1$s(int stall%1$s) { return stall%1$s + %1$s; } }"
              .formatted(i));
    }

    assertEquals("shop.copied.BronzePlaza", comparison(project.scan()).rival().name());
  }

  @Test
  void findsAPartialCopyAndNamesWhatOnlyItHas() {
    String own =
        """

          public String[] usersByPrefix(String prefix) {
            return userBySession.values().stream()
                .filter(user -> user.startsWith(prefix))
                .sorted()
                .distinct()
                .toArray(String[]::new);
          }

          public void renameUser(String before, String after) {
            for (Map.Entry<String, String> entry : userBySession.entrySet()) {
              if (entry.getValue().equals(before)) {
                entry.setValue(after);
              }
            }
          }

          public double averageLifetime(long now) {
            double sum = 0;
            for (long expiry : expiryBySession.values()) {
              sum += Math.max(0, expiry - now);
            }
            return expiryBySession.isEmpty() ? 0 : sum / expiryBySession.size();
          }
        """;
    String partial = copy().replace("SessionStore {", "UserSessions {");
    partial = partial.substring(0, partial.lastIndexOf('}')) + own + "}\n";

    Comparison found = comparison(project().java(partial).assertMarkedFindings());

    assertEquals(Verdict.PARTIAL_COPY, found.verdict());
    assertEquals(
        List.of(
            "usersByPrefix(String): String[]",
            "renameUser(String, String): void",
            "averageLifetime(long): double"),
        found.shared().onlyInRival().stream().map(MemberRef::signature).toList());
  }

  @Test
  void findsAReimplementation() {
    Comparison found = comparison(project().java(REIMPLEMENTATION).assertMarkedFindings());

    assertEquals(Verdict.REIMPLEMENTATION, found.verdict());
  }

  @Test
  void findsARecordThatDoesTheJob() {
    project()
        .java(
            copy()
                .replace("public class SessionStore", "public record Sessions(String title)")
                .replace("private final Map", "private static final Map"))
        .assertMarkedFindings();
  }

  @Test
  void findsARivalOfACanonicalThatIsNested() {
    String nested =
        SESSION_STORE
            .replace(
                "public class SessionStore {", "public class Shop { public static class Store {")
            .replaceFirst("}\\s*$", "}}\n");

    Neighbourhood.around(Project.in(folder))
        .java(nested)
        .java(LOGIN_CACHE)
        .rules("duplicate-implementation")
        .policy(TestPolicy.empty().role("store", "shop.session.Shop.Store"))
        .assertMarkedFindings();
  }

  @Test
  void leavesAnInterfaceAlone() {
    project()
        .java(
            """
            package shop.web;

            public interface SessionStore {
              void openSession(String session, String user, long now, long lifetime);

              String userOfSession(String session, long now);

              int evictExpired(long now);

              default void openSessions(String[] sessions, String user, long now, long lifetime) {
                for (String session : sessions) {
                  openSession(session, user, now, lifetime);
                }
              }
            }
            """)
        .assertMarkedFindings();
  }

  @Test
  void leavesAnAbstractSuperTypeAndItsOtherImplementationsAlone() {
    String base =
        copy()
            .replace("public class SessionStore", "public abstract class AbstractStore")
            .replace("private final", "protected final");
    String sibling =
        """
        package shop.web;

        public class QuietStore extends AbstractStore {
          @Override
          public void openSession(String session, String user, long now, long lifetime) {
            if (!session.isEmpty() && !user.isEmpty() && lifetime > 0) {
              super.openSession(session, user, now, lifetime);
            }
          }

          @Override
          public String userOfSession(String session, long now) {
            String user = super.userOfSession(session, now);
            return user == null ? "" : user;
          }

          @Override
          public int evictExpired(long now) {
            return now < 0 ? 0 : super.evictExpired(now);
          }
        }
        """;
    project().java(base).java(sibling).assertMarkedFindings();
    remove("src/main/java");
    project()
        .java(unmarked(base))
        .java(sibling)
        .java(
            SESSION_STORE.replace(
                "SessionStore {", "SessionStore extends shop.web.AbstractStore {"))
        .assertMarkedFindings();
  }

  @Test
  void leavesASubclassAlone() {
    assertFoundOnlyWithout(
        copy().replace("class SessionStore", "class WebSessions"),
        copy()
            .replace("class SessionStore", "class WebSessions extends shop.session.SessionStore"));
  }

  @Test
  void leavesAnAliasAlone() {
    project()
        .java(
            """
            package shop.web;

            public class SessionStore extends shop.session.SessionStore {}
            """)
        .assertMarkedFindings();
  }

  @Test
  void leavesAShimAloneThatForwardsToTheCanonical() {
    project()
        .java(shim("SessionCache", "import shop.session.SessionStore;", "SessionStore"))
        .assertMarkedFindings();
  }

  @Test
  void leavesAShimOfTheSameNameAloneThatForwardsToTheCanonical() {
    project().java(shim("SessionStore", "", "shop.session.SessionStore")).assertMarkedFindings();
  }

  @Test
  void forwardingIsNoExcuseWhereTheTargetIsNotTheCanonical() {
    TestPolicy telling = policy().members("openSession", "userOfSession", "evictExpired");
    project()
        .java(
            shim("SessionCache", "import org.library.Backend;", "Backend")
                .replace("SessionCache {", "SessionCache { // finds: duplicate-implementation"))
        .policy(telling)
        .assertMarkedFindings();
    remove("src/main/java");
    project()
        .java(shim("SessionCache", "import shop.session.SessionStore;", "SessionStore"))
        .policy(telling)
        .assertMarkedFindings();
  }

  private static String shim(String name, String imports, String target) {
    return """
    package shop.web;

    %2$s

    @Deprecated
    public final class %1$s {
      private final %3$s store;

      public %1$s(%3$s store) {
        this.store = store;
      }

      public void openSession(String session, String user, long now, long lifetime) {
        store.openSession(session, user, now, lifetime);
      }

      public String userOfSession(String session, long now) {
        return store.userOfSession(session, now);
      }

      public int evictExpired(long now) {
        return this.store.evictExpired(now);
      }
    }
    """
        .formatted(name, imports, target);
  }

  @Test
  void findsARivalAndLeavesItsAdapterAlone() {
    project()
        .java(REIMPLEMENTATION)
        .java(shim("SessionAdapter", "import shop.fast.FastSessions;", "FastSessions"))
        .assertMarkedFindings();
  }

  @Test
  void leavesABuilderAlone() {
    project()
        .java(
            """
            package shop.session;

            public final class SessionStoreBuilder {
              private long lifetime;
              private String user;
              private String session;

              public SessionStoreBuilder lifetime(long lifetime) {
                this.lifetime = lifetime;
                return this;
              }

              public SessionStoreBuilder user(String user) {
                this.user = user;
                return this;
              }

              public SessionStoreBuilder session(String session) {
                this.session = session;
                return this;
              }

              public SessionStore openSession(long now) {
                SessionStore store = new SessionStore();
                if (session != null && user != null) {
                  store.openSession(session, user, now, lifetime);
                  store.evictExpired(now);
                }
                return store;
              }
            }
            """)
        .assertMarkedFindings();
  }

  @Test
  void leavesAFactoryAlone() {
    project()
        .java(
            """
            package shop.session;

            import java.util.Map;

            public final class SessionStoreFactory {
              private final Map<String, String> settings;

              public SessionStoreFactory(Map<String, String> settings) {
                this.settings = settings;
              }

              public SessionStore createSessionStore(String session, String user, long now) {
                SessionStore store = new SessionStore();
                long lifetime = Long.parseLong(settings.getOrDefault("session.lifetime", "60"));
                store.openSession(session, user, now, lifetime);
                return store;
              }

              public SessionStore emptySessionStore() {
                if (settings.isEmpty()) {
                  throw new IllegalStateException("no settings for a session store");
                }
                return new SessionStore();
              }
            }
            """)
        .assertMarkedFindings();
  }

  @Test
  void leavesGeneratedCodeAloneThatIsAnnotated() {
    assertFoundOnlyWithout(
        LOGIN_CACHE,
        LOGIN_CACHE.replace(
            "public class", "@javax.annotation.processing.Generated(\"x\")\npublic class"));
  }

  @Test
  void leavesGeneratedCodeAloneThatSaysSoInItsHeader() {
    assertFoundOnlyWithout(LOGIN_CACHE, "// Generated by the cache compiler.\n" + LOGIN_CACHE);
  }

  @Test
  void leavesGeneratedRootsAlone() {
    project()
        .file("src/generated/java/shop/login/LoginCache.java", unmarked(LOGIN_CACHE))
        .assertMarkedFindings();
  }

  @Test
  void leavesGeneratedRootsAloneThatThePolicyNames() {
    project()
        .file("made/shop/login/LoginCache.java", unmarked(LOGIN_CACHE))
        .policy(policy().generatedRoots("made"))
        .assertMarkedFindings();
  }

  @Test
  void leavesTestCodeAndTestDoublesAlone() {
    project()
        .test(unmarked(LOGIN_CACHE))
        .test(
            unmarked(copy())
                .replace("package shop.web", "package shop.fake")
                .replace("class SessionStore", "class FakeSessionStore"))
        .assertMarkedFindings();
  }

  @Test
  void leavesATestDoubleAloneThatIsKnownByItsImports() {
    assertFoundOnlyWithout(
        LOGIN_CACHE,
        LOGIN_CACHE.replace(
            "import java.util.Map;", "import java.util.Map;\nimport org.junit.Rule;"));
  }

  @Test
  void leavesDataCarriersWithAlikeFieldsAlone() {
    project()
        .java(
            """
            package shop.session;

            import java.util.Map;
            import java.util.Objects;

            public class SessionStoreState {
              private Map<String, String> userBySession;
              private Map<String, Long> expiryBySession;

              public Map<String, String> getUserBySession() {
                return userBySession;
              }

              public void setUserBySession(Map<String, String> userBySession) {
                this.userBySession = userBySession;
              }

              public Map<String, Long> getExpiryBySession() {
                return expiryBySession;
              }

              public void setExpiryBySession(Map<String, Long> expiryBySession) {
                this.expiryBySession = expiryBySession;
              }

              @Override
              public boolean equals(Object other) {
                return other instanceof SessionStoreState that
                    && Objects.equals(userBySession, that.userBySession)
                    && Objects.equals(expiryBySession, that.expiryBySession);
              }

              @Override
              public int hashCode() {
                return Objects.hash(userBySession, expiryBySession);
              }
            }
            """)
        .assertMarkedFindings();
  }

  /** What is sold in a line of an order: fields, and hardly more than access to them. */
  private static String orderLine(String packageName) {
    return """
        package %s;

        public class OrderLine {
          private final String article;
          private final int count;
          private final long price;
          private final String currency;

          public OrderLine(String article, int count, long price, String currency) {
            if ((count | price) < 0 || price > Long.MAX_VALUE / Math.max(1, count)) {
              throw new IllegalArgumentException(
                  String.format("Illegal count or price (%%d/%%d) of %%s", count, price, article));
            }
            this.article = article;
            this.count = count;
            this.price = price;
            this.currency = currency == null || currency.isEmpty() ? "EUR" : currency;
          }

          public String getArticle() {
            return article;
          }

          public int getCount() {
            return count;
          }

          public long getPrice() {
            return price;
          }

          public String getCurrency() {
            return currency;
          }

          public String getDescription() {
            return isMany() ? count + " times " + article : article;
          }

          public boolean isMany() {
            return count > 1;
          }
        }
        """
        .formatted(packageName);
  }

  private Project orders() {
    return Neighbourhood.around(Project.in(folder))
        .java(orderLine("shop.order"))
        .policy(TestPolicy.empty().role("order-line", "shop.order.OrderLine"))
        .rules("duplicate-implementation");
  }

  @Test
  void findsACopyOfACanonicalThatOnlyCarriesData() {
    Comparison found = comparison(orders().java(orderLine("shop.web")).scan());

    assertEquals(Verdict.COPY, found.verdict());
    assertEquals("shop.web.OrderLine", found.rival().name());
  }

  @Test
  void leavesADataCarrierAloneThatHasTheNameButNotTheCode() {
    orders()
        .java(
            """
            package shop.web;

            public class OrderLine {
              private String article;
              private int count;
              private boolean selected;

              public String getArticle() {
                return article;
              }

              public void setArticle(String article) {
                this.article = article;
              }

              public int getCount() {
                return count;
              }

              public void setCount(int count) {
                this.count = count;
              }

              public boolean isSelected() {
                return selected;
              }

              public void setSelected(boolean selected) {
                this.selected = selected;
              }
            }
            """)
        .assertMarkedFindings();
  }

  @Test
  void leavesADataCarrierAloneThatHasTheCodeButNotTheName() {
    orders().java(orderLine("shop.web").replace("OrderLine", "BasketItem")).assertMarkedFindings();
  }

  @Test
  void leavesEnumsOfConstantsAlone() {
    project()
        .java(
            """
            package shop.session;

            public enum SessionStoreEvent {
              OPEN_SESSION("openSession", "session and user are needed"),
              USER_OF_SESSION("userOfSession", "session and user are needed"),
              EVICT_EXPIRED("evictExpired", "expiry before now"),
              SESSION_LOST("sessionLost", "user without session"),
              USER_LOST("userLost", "session without user");

              private final String label;
              private final String text;

              SessionStoreEvent(String label, String text) {
                this.label = label;
                this.text = text;
              }

              public String label() {
                return label;
              }

              public String text() {
                return text;
              }
            }
            """)
        .assertMarkedFindings();
  }

  @Test
  void leavesExceptionsAlone() {
    assertFoundOnlyWithout(
        LOGIN_CACHE,
        LOGIN_CACHE.replace(
            "class LoginCache", "class LoginCacheFull extends IllegalStateException"));
  }

  @Test
  void leavesWhatAnotherNumberStandsForAlone() {
    String canonical = SESSION_STORE.replace("SessionStore", "SessionStore16");
    Project project =
        Neighbourhood.around(Project.in(folder))
            .java(canonical)
            .policy(TestPolicy.empty().role("session-store", CANONICAL + "16"))
            .rules("duplicate-implementation");

    project.java(unmarked(copy()).replace("SessionStore", "SessionStore32")).assertMarkedFindings();
    project
        .java(
            copy()
                .replace("shop.web", "shop.old")
                .replace("public class SessionStore", "@Deprecated\npublic class SessionStore64"))
        .assertMarkedFindings();
  }

  @Test
  void leavesTheOtherSideAlone() {
    String encoder =
        """
        package shop.wire;

        public final class SessionEncoder {
          private final byte[] buffer = new byte[64];
          private int position;

          public void session(String session, long expiry) {
            writeText(session);
            number(expiry);
            if (position > 60) {
              throw new IllegalStateException("session too long for one frame");
            }
          }

          private void writeText(String text) {
            number(text.length());
            for (int i = 0; i < text.length(); i++) {
              buffer[position++] = (byte) text.charAt(i);
            }
          }

          private void rewind(int to) {
            if (to > position) {
              throw new IllegalArgumentException("cannot rewind forwards");
            }
            position = to;
          }

          private void number(long number) {
            long rest = number;
            while (rest > 127) {
              buffer[position++] = (byte) (rest & 127 | 128);
              rest >>>= 7;
            }
            buffer[position++] = (byte) rest;
          }
        }
        """;
    String decoder =
        """
        package shop.wire;

        public final class SessionDecoder {
          private final byte[] buffer = new byte[64];
          private int position;

          public String session(long now) {
            String session = readText();
            long expiry = number();
            if (position > 60) {
              throw new IllegalStateException("session too long for one frame");
            }
            return expiry < now ? null : session;
          }

          private String readText() {
            char[] chars = new char[(int) number()];
            for (int i = 0; i < chars.length; i++) {
              chars[i] = (char) buffer[position++];
            }
            return new String(chars);
          }

          private void rewind(int to) {
            if (to > position) {
              throw new IllegalArgumentException("cannot rewind forwards");
            }
            position = to;
          }

          private long number() {
            long number = 0;
            int shift = 0;
            while (buffer[position] < 0) {
              number |= (long) (buffer[position++] & 127) << shift;
              shift += 7;
            }
            return number | (long) buffer[position++] << shift;
          }
        }
        """;
    TestPolicy role = TestPolicy.empty().role("session-encoder", "shop.wire.SessionEncoder");
    Project project =
        Neighbourhood.around(Project.in(folder)).rules("duplicate-implementation").policy(role);

    project.java(encoder).java(decoder).assertMarkedFindings();
    project
        .java(
            decoder.replace("SessionDecoder {", "WireScanner { // finds: duplicate-implementation"))
        .assertMarkedFindings();
  }

  @Test
  void leavesAnUnrelatedTypeAloneThatSharesTheSuffix() {
    project()
        .java(
            """
            package shop.goods;

            import java.util.TreeMap;

            public final class ImageStore {
              private final TreeMap<Integer, byte[]> thumbnails = new TreeMap<>();

              public byte[] thumbnail(int width, byte[] picture) {
                var nearest = thumbnails.ceilingEntry(width);
                return nearest == null ? picture : nearest.getValue();
              }

              public void scale(byte[] picture, int... widths) {
                for (int width : widths) {
                  byte[] pixels = new byte[width * width];
                  for (int i = 0; i < pixels.length; i++) {
                    pixels[i] = picture[i * picture.length / pixels.length];
                  }
                  thumbnails.put(width, pixels);
                }
              }
            }
            """)
        .policy(policy().names("*Store"))
        .assertMarkedFindings();
  }

  @Test
  void leavesAHelperAloneThatIsNestedAndNotPublic() {
    String nested =
        LOGIN_CACHE
            .replace("public class LoginCache {", "public class Login { %s static class Cache {")
            .replaceFirst("}\\s*$", "}}\n");
    assertFoundOnlyWithout(nested.formatted("public"), nested.formatted("private"));
  }

  @Test
  void leavesWhatIsUnrelatedAlone() {
    project()
        .java(unmarked(LOGIN_CACHE))
        .java(REIMPLEMENTATION)
        .policy(policy().unrelated("shop.login.LoginCache"))
        .assertMarkedFindings();
  }

  @Test
  void leavesUnrelatedPackagesAlone() {
    project()
        .java(unmarked(LOGIN_CACHE))
        .java(unmarked(REIMPLEMENTATION))
        .policy(policy().unrelated("shop.login.*", "shop.fast.**"))
        .assertMarkedFindings();
  }

  @Test
  void theThresholdOfTheRoleDecides() {
    int confidence = comparison(project().java(REIMPLEMENTATION).scan()).confidence();

    project().java(REIMPLEMENTATION).policy(policy().threshold(confidence)).assertMarkedFindings();
    remove("src/main/java");
    project()
        .java(unmarked(REIMPLEMENTATION))
        .policy(policy().threshold(confidence + 1))
        .assertMarkedFindings();
  }

  @Test
  void thePolicysMembersAndNamesAreEvidence() {
    TestPolicy telling =
        policy().names("*Sessions").members("openSession", "userOfSession", "evictExpired");
    Comparison without = comparison(project().java(REIMPLEMENTATION).scan());
    Comparison with = comparison(project().java(REIMPLEMENTATION).policy(telling).scan());

    assertTrue(with.confidence() > without.confidence(), with.confidence() + " is no more");
    assertEquals(
        "the name matches a pattern of the role, and it declares the role's members evictExpired,"
            + " openSession, userOfSession",
        with.shared().channels().stream()
            .filter(strength -> strength.channel() == Channel.POLICY)
            .findFirst()
            .orElseThrow()
            .sentence());
  }

  @Test
  void aNameAloneIsNoEvidence() {
    project()
        .java(
            """
            package shop.goods;

            public class PriceStore {
              public long rounded(long price, int digits) {
                long unit = 1;
                for (int i = 0; i < digits; i++) {
                  unit *= 10;
                }
                long half = unit / 2;
                return price >= 0 ? (price + half) / unit * unit : -rounded(-price, digits);
              }

              public boolean cheaper(long left, long right, long tolerance) {
                return right - left > tolerance && left >= 0 && right >= 0;
              }
            }
            """)
        .policy(policy().names("*Store", "Price*").threshold(40))
        .assertMarkedFindings();
  }

  @Test
  void findsRivalsOfACanonicalInALibraryByItsMembers() {
    ScanResult result =
        Neighbourhood.around(Project.in(folder))
            .java("package shop; import org.library.SessionStore; class Shop { SessionStore s; }")
            .java(REIMPLEMENTATION)
            .java(unmarked(LOGIN_CACHE))
            .rules("duplicate-implementation")
            .policy(
                TestPolicy.empty()
                    .role("session-store", "org.library.SessionStore")
                    .members("openSession", "userOfSession", "evictExpired"))
            .assertMarkedFindings();

    assertEquals(List.of(), result.findings().get(0).statement().related());
  }

  @Test
  void saysWhoUsesWhich() {
    Comparison found =
        comparison(
            project()
                .java(LOGIN_CACHE)
                .java(
                    "package shop.a; import shop.session.SessionStore; class Both { LoginCache c;"
                        + " }")
                .java(
                    """
                    package shop.both;

                    import shop.login.LoginCache;
                    import shop.session.SessionStore;

                    class Both {}
                    """)
                .java("package shop.one; import shop.session.SessionStore; class Good {}")
                .java("package shop.login; class Bad { LoginCache cache; }")
                .assertMarkedFindings());

    assertEquals(
        List.of("shop.a.Both", "shop.one.Good"),
        found.usage().ofCanonical().stream().map(TypeRef::name).toList());
    assertEquals(
        List.of("shop.login.Bad"), found.usage().ofRival().stream().map(TypeRef::name).toList());
    assertEquals(
        List.of("shop.both.Both"), found.usage().ofBoth().stream().map(TypeRef::name).toList());
  }

  @Test
  void saysWhatToDoNext() {
    Finding unused = project().java(LOGIN_CACHE).scan().findings().get(0);
    assertEquals("delete it: nothing in this codebase uses it", unused.statement().help());

    Finding used =
        project()
            .java(LOGIN_CACHE)
            .java("package shop.login; class Bad { LoginCache cache; }")
            .scan()
            .findings()
            .get(0);
    assertEquals(
        "move its 1 user to `SessionStore` and delete it; so far `SessionStore` is used by nothing in"
            + " this codebase",
        used.statement().help());
    assertEquals(CANONICAL, used.statement().related().get(0).name());

    Finding namesake =
        project()
            .java(LOGIN_CACHE.replace("LoginCache", "SessionStore"))
            .java("package shop.login; class Bad { SessionStore cache; }")
            .scan()
            .findings()
            .get(0);
    String help = namesake.statement().help();
    assertTrue(help.startsWith("move its 1 user to `shop.session.SessionStore` and "), help);
  }

  @Test
  void identityDoesNotDependOnPlaceOrConfidence() {
    Finding before = project().java(LOGIN_CACHE).scan().findings().get(0);
    remove("src/main/java");
    Finding after =
        project()
            .file("app/java/shop/login/LoginCache.java", "\n\n" + LOGIN_CACHE)
            .policy(policy().names("Login*"))
            .scan()
            .findings()
            .get(0);

    assertFalse(before.location().equals(after.location()), "it has not moved");
    assertEquals(before.fingerprint(), after.fingerprint());
  }

  @Test
  void doesNotRunWithoutARole() {
    RuleCoverage coverage = project().policy(TestPolicy.empty()).scan().coverage().rules().get(0);

    assertEquals("the policy declares no role", coverage.notRun());
  }

  @Test
  void leavesAloneWhatSharesOnlyTheHabitsOfTheCode() {
    String counters =
        """
        package shop.stats;

        public class SearchCounters {
          private final int hits;
          private final int misses;
          private final int evictions;

          public SearchCounters(Source in) {
            hits = in.readInt();
            misses = in.readInt();
            evictions = in.readInt();
          }

          public void writeTo(Sink out) {
            out.writeInt(hits);
            out.writeInt(misses);
            out.writeInt(evictions);
          }

          public void describe(Text text) {
            if (hits + misses > 0) {
              text.begin("search").field("hits", hits).field("misses", misses).end();
            }
          }

          public double share(long all) {
            return all == 0 ? 0 : (double) hits / (all + evictions);
          }
        }
        """;
    String position =
        """
        package shop.place;

        public class Position {
          private final int offset;
          private final int start;
          private final int end;

          public Position(Source in) {
            offset = in.readInt();
            start = in.readInt();
            end = in.readInt();
          }

          public void writeTo(Sink out) {
            out.writeInt(offset);
            out.writeInt(start);
            out.writeInt(end);
          }

          public void describe(Text text) {
            text.add("at " + offset);
          }
        }
        """;
    Project project =
        Neighbourhood.around(Project.in(folder))
            .java(counters)
            .policy(TestPolicy.empty().role("counters", "shop.stats.SearchCounters"))
            .rules("duplicate-implementation")
            .java(position);
    assertEquals(1, project.scan().findings().size());

    for (int i = 0; i < 20; i++) {
      project.java(
          "package shop.p%s; class Part%1$s { void writeTo(Sink out) {} void describe(Text t) {} }"
              .formatted(i));
    }
    assertEquals(List.of(), project.scan().findings());
  }
}
