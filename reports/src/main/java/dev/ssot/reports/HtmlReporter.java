package dev.ssot.reports;

import dev.ssot.rules.model.ScanResult;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * The compliance report for people: one page that needs nothing else and nobody's network.
 *
 * <p>It says first what the scan comes to, then shows each role with its rivals, then every finding
 * with its evidence. Without its script all of it can be read; the script adds search, filters and
 * groups, and keeps them in the address. A content security policy lets nothing run but that
 * script, and nothing be loaded.
 */
final class HtmlReporter implements Reporter {

  private static final String STYLE = "report.css";
  private static final String SCRIPT = "report.js";

  @Override
  public String format() {
    return "html";
  }

  @Override
  public boolean showsCode() {
    return true;
  }

  @Override
  public void write(ScanResult result, ReportOptions options, Writer out) throws IOException {
    HtmlContext context = new HtmlContext(result);
    HtmlPage page = new HtmlPage();
    String script = resource(SCRIPT);
    page.doctype().open("html", "lang", "en");
    head(context, script, page);
    page.open("body");
    page.element("a", "Skip to the findings", "class", "skip", "href", "#findings");
    HtmlSummary.write(context, page);
    page.open("main");
    new HtmlRoles(context, page).write();
    page.drainTo(out);
    new HtmlFindings(context, page).write(out);
    HtmlAccesses.write(context, page);
    HtmlChange.write(result.change(), page);
    HtmlAcceptance.write(context, page);
    HtmlCoverage.write(result.coverage(), page);
    HtmlRulePages.write(result.rules(), page);
    page.close();
    page.open("footer").open("p");
    page.text("Made by ssot " + options.toolVersion() + " from a scan of this code alone.");
    page.close().close();
    page.own("script", script).close().close();
    page.drainTo(out);
  }

  private static void head(HtmlContext context, String script, HtmlPage page) {
    String style = resource(STYLE);
    String policy =
        "default-src 'none'; style-src %s; script-src %s; base-uri 'none'; form-action 'none'";
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
    page.element("title", "ssot: " + HtmlSummary.headline(context.result()));
    page.own("style", style).close();
  }

  private static String resource(String name) {
    try (InputStream in = HtmlReporter.class.getResourceAsStream(name)) {
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
