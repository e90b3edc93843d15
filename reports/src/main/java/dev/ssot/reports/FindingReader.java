package dev.ssot.reports;

import dev.ssot.rules.model.CommitRef;
import dev.ssot.rules.model.Finding;
import dev.ssot.rules.model.Fingerprint;
import dev.ssot.rules.model.Novelty;
import dev.ssot.rules.model.Related;
import dev.ssot.rules.model.Resurrection;
import dev.ssot.rules.model.Resurrection.Sign;
import dev.ssot.rules.model.Severity;
import dev.ssot.rules.model.Statement;
import dev.ssot.rules.model.Subject;

/** Reads what {@link JsonFinding} writes. */
final class FindingReader {

  private FindingReader() {}

  static Finding finding(JsonFields fields) {
    return new Finding(
        fields.text("rule"),
        fields.choice("severity", Severity.values(), Severity::label),
        PlaceReader.location(fields.object("location")),
        subject(fields.object("subject")),
        new Statement(
            fields.text("message"),
            fields.text("help"),
            fields.list("related", FindingReader::related)),
        EvidenceReader.evidence(fields.object("evidence")),
        new Fingerprint(fields.text("fingerprint")),
        TriageReader.triage(fields.object("triage")),
        novelty(fields),
        fields.has("introduced")
            ? fields
                .objectOrNone("resurrected")
                .map(FindingReader::resurrection)
                .orElseGet(Resurrection::none)
            : Resurrection.none());
  }

  private static Resurrection resurrection(JsonFields fields) {
    JsonFields commit = fields.object("deletedIn");
    return new Resurrection(
        new CommitRef(
            commit.text("id"),
            commit.textOrNone("author"),
            commit.textOrNone("time"),
            commit.textOrNone("subject")),
        fields.text("path"),
        fields.choice("sign", Sign.values(), Sign::label));
  }

  private static Novelty novelty(JsonFields fields) {
    if (!fields.has("introduced")) {
      return Novelty.NOT_COMPARED;
    }
    return fields.flag("introduced") ? Novelty.INTRODUCED : Novelty.THERE_BEFORE;
  }

  private static Subject subject(JsonFields fields) {
    return new Subject(fields.text("type"), fields.textOrNone("member"));
  }

  private static Related related(JsonFields fields) {
    return new Related(
        fields.text("label"), fields.text("name"), PlaceReader.location(fields.object("location")));
  }
}
