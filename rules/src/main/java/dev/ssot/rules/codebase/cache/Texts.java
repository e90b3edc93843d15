package dev.ssot.rules.codebase.cache;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReferenceArray;

/** The texts of a cache file, each of them once; facts name them by their numbers. */
final class Texts {

  /** Texts that are being collected. */
  static final class Numbered {

    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> texts = new ArrayList<>();

    int number(String text) {
      Integer known = numbers.putIfAbsent(text, texts.size());
      if (known != null) {
        return known;
      }
      texts.add(text);
      return texts.size() - 1;
    }

    void write(ByteSink sink) {
      sink.number(texts.size());
      texts.forEach(sink::text);
    }
  }

  private final byte[] bytes;
  private final int[] starts;
  private final AtomicReferenceArray<String> known;

  /** Finds the texts and decodes none of them yet; the source is moved behind them. */
  Texts(byte[] bytes, ByteSource source) {
    this.bytes = bytes;
    this.starts = new int[source.number()];
    this.known = new AtomicReferenceArray<>(starts.length);
    for (int i = 0; i < starts.length; i++) {
      starts[i] = source.position();
      source.skipText();
    }
  }

  /** The text of a number, the same instance each time but for a race that does no harm. */
  String text(int number) {
    String text = known.getPlain(number);
    if (text == null) {
      text = new ByteSource(bytes, starts[number]).text();
      known.setPlain(number, text);
    }
    return text;
  }
}
