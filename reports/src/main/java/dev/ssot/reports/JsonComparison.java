package dev.ssot.reports;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ssot.rules.model.ChannelStrength;
import dev.ssot.rules.model.Comparison;
import dev.ssot.rules.model.MemberMatch;
import dev.ssot.rules.model.SharedTraits;
import dev.ssot.rules.model.SharedWord;
import dev.ssot.rules.model.Usage;

/** One type held against another, as JSON. */
final class JsonComparison {

  private JsonComparison() {}

  static ObjectNode of(Comparison comparison) {
    ObjectNode node = JsonPage.object();
    node.set("canonical", JsonPlace.type(comparison.canonical()));
    node.set("rival", JsonPlace.type(comparison.rival()));
    node.put("verdict", comparison.verdict().label());
    node.put("confidence", comparison.confidence());
    shared(comparison.shared(), node);
    node.set("usage", usage(comparison.usage()));
    return node;
  }

  private static void shared(SharedTraits shared, ObjectNode node) {
    node.set("channels", JsonPage.array(shared.channels(), JsonComparison::channel));
    node.set("members", JsonPage.array(shared.members(), JsonComparison::match));
    node.set("words", JsonPage.array(shared.words(), JsonComparison::word));
    node.set("constants", JsonPage.array(shared.constants(), JsonComparison::word));
    node.set("onlyInRival", JsonPage.array(shared.onlyInRival(), JsonPlace::member));
  }

  private static ObjectNode channel(ChannelStrength channel) {
    return JsonPage.object()
        .put("channel", channel.channel().label())
        .put("percent", channel.percent())
        .put("sentence", channel.sentence());
  }

  private static ObjectNode match(MemberMatch match) {
    ObjectNode node = JsonPage.object();
    node.set("canonical", JsonPlace.member(match.canonical()));
    node.set("rival", JsonPlace.member(match.rival()));
    node.put("similarity", match.similarity());
    return node;
  }

  private static ObjectNode word(SharedWord word) {
    return JsonPage.object().put("word", word.word()).put("types", word.types());
  }

  private static ObjectNode usage(Usage usage) {
    ObjectNode node = JsonPage.object();
    node.set("ofCanonical", JsonPage.array(usage.ofCanonical(), JsonPlace::type));
    node.set("ofRival", JsonPage.array(usage.ofRival(), JsonPlace::type));
    node.set("ofBoth", JsonPage.array(usage.ofBoth(), JsonPlace::type));
    return node.put("canonical", usage.canonical().label()).put("rival", usage.rival().label());
  }
}
