package dev.ssot.reports;

import static java.util.Map.entry;

import dev.ssot.rules.model.AccessPath;
import dev.ssot.rules.model.Breach;
import dev.ssot.rules.model.BrokenCall;
import dev.ssot.rules.model.ConstantRef;
import dev.ssot.rules.model.DispatchedMessage;
import dev.ssot.rules.model.Evidence;
import dev.ssot.rules.model.Observation;
import dev.ssot.rules.model.Part;
import dev.ssot.rules.model.Pretence;
import dev.ssot.rules.model.Restated;
import dev.ssot.rules.model.SettingValue;
import dev.ssot.rules.model.ShimTerms;
import dev.ssot.rules.model.Sighting;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;

/** Reads what {@link JsonEvidence} writes. */
final class EvidenceReader {

  private static final Map<String, Function<JsonFields, Evidence>> KINDS =
      Map.ofEntries(
          entry("access", EvidenceReader::access),
          entry("bytecode", EvidenceReader::bytecode),
          entry("conflict", EvidenceReader::conflict),
          entry("dispatch", EvidenceReader::dispatch),
          entry("fake-success", EvidenceReader::fakeSuccess),
          entry("fragments", EvidenceReader::fragments),
          entry("idle-suppression", EvidenceReader::idleSuppression),
          entry("incompatible-contract", EvidenceReader::incompatibleContract),
          entry("malformed-suppression", EvidenceReader::malformedSuppression),
          entry("mocked", EvidenceReader::mocked),
          entry("policy-entry", EvidenceReader::policyEntry),
          entry("restatement", EvidenceReader::restatement),
          entry("rival", EvidenceReader::rival),
          entry("shim", EvidenceReader::shim),
          entry("stale-entry", EvidenceReader::staleEntry),
          entry("test-double", EvidenceReader::testDouble),
          entry("unresolved", EvidenceReader::unresolved));

  private EvidenceReader() {}

  static Evidence evidence(JsonFields fields) {
    String kind = fields.text("kind");
    Function<JsonFields, Evidence> reader = KINDS.get(kind);
    if (reader == null) {
      throw new UnreadableResult(
          "`%s` at %s/kind is none of %s"
              .formatted(kind, fields.pointer(), new TreeSet<>(KINDS.keySet())),
          SavedResult.REMEDY);
    }
    return reader.apply(fields);
  }

  private static Evidence rival(JsonFields fields) {
    return new Evidence.Rival(ComparisonReader.comparison(fields.object("comparison")));
  }

  private static Evidence fragments(JsonFields fields) {
    return new Evidence.Fragments(
        fields.texts("words"),
        fields.number("types"),
        PlaceReader.type(fields.object("canonical")),
        fields.text("reason"),
        fields.list("comparisons", ComparisonReader::comparison));
  }

  private static Evidence access(JsonFields fields) {
    return new Evidence.Access(
        fields.choice("path", AccessPath.values(), AccessPath::label),
        fields.text("target"),
        fields.text("pattern"),
        fields.textOrNone("replacement"),
        fields.text("reason"),
        fields.list("sightings", EvidenceReader::sighting));
  }

  private static Evidence bytecode(JsonFields fields) {
    return new Evidence.Bytecode(
        fields.text("about"),
        fields.text("reason"),
        fields.list("sightings", EvidenceReader::sighting),
        fields.number("more"));
  }

  private static Sighting sighting(JsonFields fields) {
    return new Sighting(
        fields.text("words"),
        PlaceReader.location(fields.object("location")),
        fields.text("classFile"));
  }

  private static Evidence unresolved(JsonFields fields) {
    return new Evidence.Unresolved(
        fields.text("imported"), fields.list("candidates", PlaceReader::type));
  }

  private static Evidence policyEntry(JsonFields fields) {
    return new Evidence.PolicyEntry(fields.text("key"), fields.text("value"));
  }

  private static Evidence dispatch(JsonFields fields) {
    return new Evidence.Dispatch(
        fields.text("role"),
        fields.text("canonical"),
        fields.text("form"),
        fields.list("messages", EvidenceReader::message));
  }

  private static DispatchedMessage message(JsonFields fields) {
    return new DispatchedMessage(
        fields.text("message"),
        PlaceReader.region(fields.object("branch")),
        fields.list("handled", PlaceReader::location));
  }

  private static Evidence restatement(JsonFields fields) {
    JsonFields constant = fields.object("constant");
    return new Evidence.Restatement(
        fields.text("role"),
        new ConstantRef(
            constant.text("type"),
            constant.text("name"),
            constant.text("value"),
            PlaceReader.location(constant.object("declaration"))),
        fields.list("places", EvidenceReader::restated));
  }

  private static Restated restated(JsonFields fields) {
    return new Restated(PlaceReader.region(fields.object("region")), fields.textOrNone("declares"));
  }

  private static Evidence conflict(JsonFields fields) {
    return new Evidence.Conflict(
        fields.text("role"), fields.text("setting"), fields.list("values", EvidenceReader::value));
  }

  private static SettingValue value(JsonFields fields) {
    return new SettingValue(
        fields.text("type"),
        fields.text("name"),
        fields.text("written"),
        fields.text("value"),
        PlaceReader.location(fields.object("place")));
  }

  private static Evidence fakeSuccess(JsonFields fields) {
    return new Evidence.FakeSuccess(
        fields.text("canonical"),
        part(fields),
        PlaceReader.member(fields.object("member")),
        fields.choice("pretence", Pretence.values(), Pretence::label),
        fields.list("observations", EvidenceReader::observation),
        fields.texts("unread"));
  }

  private static Evidence testDouble(JsonFields fields) {
    return new Evidence.TestDouble(
        fields.text("canonical"),
        part(fields),
        PlaceReader.type(fields.object("type")),
        fields.list("observations", EvidenceReader::observation),
        fields.list("users", PlaceReader::type));
  }

  private static Evidence mocked(JsonFields fields) {
    return new Evidence.Mocked(
        fields.text("role"),
        fields.text("canonical"),
        fields.text("real"),
        fields.text("reason"),
        fields.list("standIns", TestsReader::standIn));
  }

  private static Evidence shim(JsonFields fields) {
    return new Evidence.Shim(
        fields.textOrNone("canonical"),
        PlaceReader.type(fields.object("type")),
        terms(fields),
        fields.list("users", PlaceReader::type));
  }

  static ShimTerms terms(JsonFields fields) {
    return new ShimTerms(fields.textOrNone("owner"), fields.textOrNone("until"));
  }

  private static Evidence incompatibleContract(JsonFields fields) {
    return new Evidence.IncompatibleContract(
        fields.text("canonical"),
        part(fields),
        PlaceReader.type(fields.object("type")),
        fields.list("broken", EvidenceReader::broken),
        fields.number("bound"),
        fields.number("undecided"));
  }

  private static BrokenCall broken(JsonFields fields) {
    return new BrokenCall(
        PlaceReader.location(fields.object("location")),
        fields.text("caller"),
        fields.text("member"),
        fields.choice("breach", Breach.values(), Breach::label),
        fields.text("words"));
  }

  private static Evidence malformedSuppression(JsonFields fields) {
    return new Evidence.MalformedSuppression(fields.text("text"), fields.text("fault"));
  }

  private static Evidence idleSuppression(JsonFields fields) {
    return new Evidence.IdleSuppression(TriageReader.suppression(fields.object("suppression")));
  }

  private static Evidence staleEntry(JsonFields fields) {
    return new Evidence.StaleEntry(TriageReader.entry(fields.object("entry")));
  }

  private static Part part(JsonFields fields) {
    return fields.choice("part", Part.values(), Part::label);
  }

  private static Observation observation(JsonFields fields) {
    return new Observation(PlaceReader.location(fields.object("location")), fields.text("words"));
  }
}
