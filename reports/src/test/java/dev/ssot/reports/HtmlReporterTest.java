package dev.ssot.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What a browser relies on; how a page looks and works is tried in one by {@code src/test/page}.
 */
final class HtmlReporterTest {

  /** Where the tests in the browser find the pages. */
  private static final Path PAGES = Path.of("target", "page");

  private static final int MOST_BYTES = 10_000_000;
  private static final Pattern TAG =
      Pattern.compile("<(/?)([a-z0-9]+)((?: [a-z0-9A-Z-]+(?:=\"[^\"<>]*\")?)*)(/?)>");
  private static final Set<String> EMPTY = Set.of("col", "meta", "input");

  private static String withoutOwn(String html) {
    return html.replaceAll("(?s)<(style|script)>.*?</\\1>", "");
  }

  @ParameterizedTest
  @EnumSource
  void isSmallEnoughAndLeftForTheBrowser(Scenario scenario) throws IOException {
    String html = scenario.rendered("html");
    Files.createDirectories(PAGES);
    Files.writeString(PAGES.resolve(scenario.label() + ".html"), html);
    int bytes = html.getBytes(StandardCharsets.UTF_8).length;
    assertTrue(bytes < MOST_BYTES, () -> bytes + " bytes");
  }

  @ParameterizedTest
  @EnumSource
  void everyElementIsClosedAndEveryLinkLeadsSomewhere(Scenario scenario) {
    String html = withoutOwn(scenario.rendered("html"));
    Deque<String> open = new ArrayDeque<>();
    Set<String> ids = new HashSet<>();
    Set<String> links = new HashSet<>();
    Matcher tag = TAG.matcher(html);
    while (tag.find()) {
      String name = tag.group(2);
      if (!tag.group(1).isEmpty()) {
        assertEquals(open.pop(), name);
      } else if (!EMPTY.contains(name) && tag.group(4).isEmpty()) {
        open.push(name);
      }
      attribute(tag.group(3), "id")
          .forEach(id -> assertTrue(ids.add(id), () -> "The id is there twice: " + id));
      links.addAll(attribute(tag.group(3), "href"));
    }
    assertTrue(open.isEmpty(), open::toString);
    assertTrue(links.size() > 5);
    links.forEach(link -> assertTrue(ids.contains(link.substring(1)), link));
  }

  private static Set<String> attribute(String attributes, String name) {
    Set<String> values = new HashSet<>();
    Matcher value = Pattern.compile(" " + name + "=\"([^\"]*)\"").matcher(attributes);
    while (value.find()) {
      values.add(value.group(1));
    }
    return values;
  }

  /** All angle brackets and quotes belong to markup of this module. */
  @Test
  void hostileTextAddsNoMarkup() {
    String html = withoutOwn(Scenario.HOSTILE_TEXT.rendered("html"));
    String text = TAG.matcher(html).replaceAll("").replace("<!doctype html>", "");
    assertEquals(-1, text.indexOf('<'), text);
    assertFalse(html.contains("<script>alert"));
    assertTrue(html.contains("&lt;script&gt;alert(1)&lt;/script&gt;&amp;amp;\\n"), html);
    String lines = html.replace("\n", "");
    assertEquals(0, lines.codePoints().filter(VisibleText::isInvisible).count());
  }

  @ParameterizedTest
  @EnumSource(names = {"CLEAN", "HOSTILE_TEXT"})
  void thePolicyLetsNothingRunButItsOwn(Scenario scenario) throws NoSuchAlgorithmException {
    String html = scenario.rendered("html");
    Matcher own = Pattern.compile("(?s)<(style|script)>(.*?)</\\1>").matcher(html);
    String policy = attribute(html.substring(0, html.indexOf("<style>")), "content").toString();
    int found = 0;
    while (own.find()) {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(own.group(2).getBytes(StandardCharsets.UTF_8));
      String hash = "sha256-" + Base64.getEncoder().encodeToString(digest);
      assertTrue(html.contains(own.group(1) + "-src &#39;" + hash + "&#39;"), policy);
      found++;
    }
    assertEquals(2, found);
    assertTrue(html.contains("default-src &#39;none&#39;"));
    assertFalse(withoutOwn(html).matches("(?s).*<[^>]* (style|on[a-z]+)=.*"));
    assertFalse(withoutOwn(html).matches("(?s).*(src|href)=\"(?!#).*"));
  }

  @Test
  void anIncompleteOrBlindScanIsNeverGreen() {
    for (Scenario scenario : Scenario.values()) {
      boolean good = new OutcomeStatement(scenario.result()).good();
      String html = scenario.rendered("html");
      assertEquals(good, html.contains("<header class=\"top good\">"), scenario.label());
    }
    assertTrue(
        Scenario.EVERY_PROBLEM.rendered("html").contains("<header class=\"top incomplete\">"));
    assertTrue(
        Scenario.NOTHING_LOOKED_AT.rendered("html").contains("<header class=\"top blind\">"));
  }

  @Test
  void showsTheCodeOfBothSidesWithWhatDiffers() {
    String html = Scenario.WITH_CODE.rendered("html");
    String changed =
        """
        <tr class="differs"><td class="n">20</td>
        <td class="c">  Reply <mark>route</mark>(UserKey <mark>user</mark>, Message <mark>message</mark>) {</td>
        <td class="sign">≠</td>
        <td class="n">33</td>
        """;
    String onlyLeft =
        """
        <tr class="differs"><td class="n">25</td>
        <td class="c">    log.append(user, message);</td>
        <td class="sign">−</td>
        <td class="n"></td>
        """;
    assertTrue(html.contains(changed), html);
    assertTrue(html.contains(onlyLeft), html);
    assertTrue(html.contains("<tr class=\"same\">"));
    assertTrue(html.contains("<tr class=\"meant\"><td class=\"n\">1</td>\n"));
    assertTrue(html.contains("<span class=\"owner\">@shop/chat</span>"));
  }

  @Test
  void aGroupThatIsNotDeclaredIsListedAndDrawn() {
    String html = Scenario.NOTES_ONLY.rendered("html");
    assertTrue(html.contains("<h3>1 group of types may be a role that is not declared</h3>"));
    assertTrue(html.contains(">proposed canonical</text>"), html);
    assertTrue(html.contains("The proposed canonical <code>shop.auth.Passwords</code>"));
  }

  @Test
  void whereAllIsOfOneModulePackagesAreTheGroups() {
    String html = Scenario.ONE_FINDING.rendered("html");
    assertTrue(html.contains("data-package=\"shop.chat\""), html);
    assertFalse(html.contains("(root)"));
    assertTrue(html.contains("<option value=\"package\">package</option>"));
  }
}
