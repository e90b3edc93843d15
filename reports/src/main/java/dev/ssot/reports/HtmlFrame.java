package dev.ssot.reports;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;

/**
 * What lies around every page: it needs nothing else and nobody's network.
 *
 * <p>A content security policy lets nothing run but the page's own script, and nothing be loaded.
 */
final class HtmlFrame {

  private static final String STYLE = "report.css";

  private final String script;

  /**
   * A frame.
   *
   * @param script name of the script beside this class
   */
  HtmlFrame(String script) {
    this.script = resource(script);
  }

  /** Begins the page, down to its body. */
  void begin(String title, HtmlPage page) {
    String style = resource(STYLE);
    String policy =
        "default-src 'none'; style-src %s; script-src %s; base-uri 'none'; form-action 'none'";
    page.doctype().open("html", "lang", "en");
    page.open("head").open("meta", "charset", "utf-8");
    page.open(
        "meta",
        "http-equiv",
        "Content-Security-Policy",
        "content",
        policy.formatted(hash(style), hash(script)));
    page.open("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
    page.open("meta", "name", "color-scheme", "content", "light dark");
    page.open("meta", "name", "referrer", "content", "no-referrer");
    page.element("title", "ssot: " + title);
    page.own("style", style).close();
    page.open("body");
  }

  /** The choice between light and dark, which the script shows. */
  static void theme(HtmlPage page) {
    page.open("label", "class", "theme", "hidden", "").text("Theme ");
    page.open("select", "id", "theme");
    for (String theme : List.of("system", "light", "dark")) {
      page.element("option", theme, "value", theme.equals("system") ? "" : theme);
    }
    page.close().close();
  }

  /** Ends the page. */
  void end(String source, ReportOptions options, HtmlPage page) {
    page.open("footer").open("p");
    page.text("Made by ssot " + options.toolVersion() + " from " + source + " alone.");
    page.close().close();
    page.own("script", script).close().close();
  }

  private static String resource(String name) {
    try (InputStream in = HtmlFrame.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("The jar lacks its own " + name + "; build it again");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String hash(String content) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
      return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
