package dev.ssot.router.demo.agent;

import dev.ssot.router.demo.agent.Corpus.Hit;
import dev.ssot.router.protocol.Payload;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Searches the texts that the demonstration brings along. */
final class SearchTool implements Tool {

  static final String NAME = "search";

  private static final Set<String> CUES =
      Set.of("search", "find", "explain", "tell", "who", "why", "how", "when", "which");
  private static final double CENT = 100;

  private final Corpus corpus;
  private final int most;

  SearchTool(Corpus corpus, int most) {
    this.corpus = corpus;
    this.most = most;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Optional<Payload> wanted(String question) {
    return Words.hasAny(question, CUES) ? Optional.of(query(question)) : Optional.empty();
  }

  /** What to look for, whatever the question's cues. */
  static Payload query(String question) {
    return Payload.of(
        Map.of("query", String.join(" ", Words.stems(CalculateTool.without(question)))));
  }

  @Override
  public Payload call(Payload parameters) {
    List<Hit> hits = corpus.search(parameters.text("query").orElse(""), most);
    return Payload.of(
        Map.of("searched", corpus.size(), "hits", hits.stream().map(SearchTool::fields).toList()));
  }

  @Override
  public String told(Payload result) {
    return result.fields().get("hits") instanceof List<?> hits && !hits.isEmpty()
        ? told(hits.get(0))
        : "None of the texts here says anything about that.";
  }

  private static String told(Object hit) {
    return hit instanceof Map<?, ?> fields
        ? "%s: %s".formatted(fields.get("title"), fields.get("text"))
        : "";
  }

  private static Map<String, Object> fields(Hit hit) {
    return Map.of(
        "title", hit.text().title(),
        "text", hit.text().body(),
        "score", Math.round(hit.score() * CENT) / CENT);
  }
}
