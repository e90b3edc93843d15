package dev.ssot.reports;

import dev.ssot.rules.model.Channel;
import dev.ssot.rules.model.ChannelStrength;
import dev.ssot.rules.model.Comparison;
import dev.ssot.rules.model.Liveness;
import dev.ssot.rules.model.MemberMatch;
import dev.ssot.rules.model.SharedTraits;
import dev.ssot.rules.model.SharedWord;
import dev.ssot.rules.model.Usage;
import dev.ssot.rules.model.Verdict;

/** Reads what {@link JsonComparison} writes. */
final class ComparisonReader {

  private ComparisonReader() {}

  static Comparison comparison(JsonFields fields) {
    return new Comparison(
        PlaceReader.type(fields.object("canonical")),
        PlaceReader.type(fields.object("rival")),
        fields.choice("verdict", Verdict.values(), Verdict::label),
        fields.number("confidence"),
        shared(fields),
        usage(fields.object("usage")));
  }

  private static SharedTraits shared(JsonFields fields) {
    return new SharedTraits(
        fields.list("channels", ComparisonReader::channel),
        fields.list("members", ComparisonReader::match),
        fields.list("words", ComparisonReader::word),
        fields.list("constants", ComparisonReader::word),
        fields.list("onlyInRival", PlaceReader::member));
  }

  private static ChannelStrength channel(JsonFields fields) {
    return new ChannelStrength(
        fields.choice("channel", Channel.values(), Channel::label),
        fields.number("percent"),
        fields.text("sentence"));
  }

  private static MemberMatch match(JsonFields fields) {
    return new MemberMatch(
        PlaceReader.member(fields.object("canonical")),
        PlaceReader.member(fields.object("rival")),
        fields.number("similarity"));
  }

  private static SharedWord word(JsonFields fields) {
    return new SharedWord(fields.text("word"), fields.number("types"));
  }

  private static Usage usage(JsonFields fields) {
    return new Usage(
        fields.list("ofCanonical", PlaceReader::type),
        fields.list("ofRival", PlaceReader::type),
        fields.list("ofBoth", PlaceReader::type),
        fields.choice("canonical", Liveness.values(), Liveness::label),
        fields.choice("rival", Liveness.values(), Liveness::label));
  }
}
