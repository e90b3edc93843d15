package dev.ssot.router.demo;

import io.netty.handler.codec.http.HttpResponseStatus;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** The files of the page, read once. Immutable. */
final class Pages {

  private static final String START = "index.html";

  /** The page's own, and the JavaScript client as it is published. */
  private static final List<String> FILES =
      List.of(
          START,
          "demo.css",
          "icon.svg",
          "demo.js",
          "controls.js",
          "device.js",
          "elements.js",
          "person.js",
          "runs.js",
          "stream.js",
          "ssot-router.js");

  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "svg", "image/svg+xml",
          "js", "text/javascript; charset=utf-8");

  private final Map<String, Answer> byPath = new TreeMap<>();

  Pages() {
    for (String file : FILES) {
      String ending = file.substring(file.lastIndexOf('.') + 1);
      Answer answer =
          new Answer(HttpResponseStatus.OK, Objects.requireNonNull(TYPES.get(ending)), read(file));
      byPath.put(file.equals(START) ? "/" : "/" + file, answer);
    }
  }

  Optional<Answer> find(String path) {
    return Optional.ofNullable(byPath.get(path));
  }

  private static String read(String file) {
    try (InputStream stream = Pages.class.getResourceAsStream("page/" + file)) {
      byte[] bytes = Objects.requireNonNull(stream, file).readAllBytes();
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException("Resource `%s` can't be read".formatted(file), broken);
    }
  }
}
