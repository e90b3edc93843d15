package dev.ssot.reports;

import dev.ssot.rules.model.BaselineEntry;
import dev.ssot.rules.model.Fingerprint;
import dev.ssot.rules.model.Suppression;
import dev.ssot.rules.model.Triage;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;

/** Reads what {@link JsonTriage} writes. */
final class TriageReader {

  private TriageReader() {}

  static Triage triage(JsonFields fields) {
    return switch (fields.choice("state", Triage.State.values(), Triage.State::label)) {
      case OPEN -> new Triage.Open();
      case SUPPRESSED -> new Triage.Suppressed(suppression(fields.object("suppression")));
      case KNOWN -> new Triage.Known(fields.number("baselineLine"));
    };
  }

  static Suppression suppression(JsonFields fields) {
    return new Suppression(
        fields.text("rule"),
        fields.text("subject"),
        new Suppression.Terms(
            fields.text("reason"), fields.textOrNone("owner"), day(fields, "until")),
        fields.choice("origin", Suppression.Origin.values(), Suppression.Origin::label),
        PlaceReader.location(fields.object("location")));
  }

  private static LocalDate day(JsonFields fields, String name) {
    String text = fields.text(name);
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw new UnreadableResult(
          "`%s` at %s/%s is no day".formatted(text, fields.pointer(), name), SavedResult.REMEDY);
    }
  }

  static BaselineEntry entry(JsonFields fields) {
    return new BaselineEntry(
        fields.text("rule"),
        fields.text("subject"),
        fields.textOrNone("about"),
        new Fingerprint(fields.text("fingerprint")),
        fields.text("path"));
  }
}
