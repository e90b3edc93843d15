package dev.ssot.reports;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ssot.rules.model.BrokenCall;
import dev.ssot.rules.model.ConstantRef;
import dev.ssot.rules.model.DispatchedMessage;
import dev.ssot.rules.model.Evidence;
import dev.ssot.rules.model.Observation;
import dev.ssot.rules.model.Restated;
import dev.ssot.rules.model.SettingValue;
import dev.ssot.rules.model.Sighting;
import java.util.List;

/** Evidence as JSON; the field {@code kind} tells which fields follow. */
final class JsonEvidence implements EvidenceVisitor<ObjectNode> {

  @Override
  public ObjectNode rival(Evidence.Rival rival) {
    ObjectNode node = kind("rival");
    node.set("comparison", JsonComparison.of(rival.comparison()));
    return node;
  }

  @Override
  public ObjectNode fragments(Evidence.Fragments fragments) {
    ObjectNode node = kind("fragments");
    node.set("words", JsonPage.texts(fragments.words()));
    node.put("types", fragments.types());
    node.set("canonical", JsonPlace.type(fragments.canonical()));
    node.put("reason", fragments.reason());
    node.set("comparisons", JsonPage.array(fragments.comparisons(), JsonComparison::of));
    return node;
  }

  @Override
  public ObjectNode access(Evidence.Access access) {
    ObjectNode node =
        kind("access")
            .put("path", access.path().label())
            .put("target", access.target())
            .put("pattern", access.pattern())
            .put("replacement", JsonPage.orNull(access.replacement()))
            .put("reason", access.reason());
    node.set("sightings", JsonPage.array(access.sightings(), JsonEvidence::sighting));
    return node;
  }

  @Override
  public ObjectNode bytecode(Evidence.Bytecode bytecode) {
    ObjectNode node =
        kind("bytecode").put("about", bytecode.about()).put("reason", bytecode.reason());
    node.set("sightings", JsonPage.array(bytecode.sightings(), JsonEvidence::sighting));
    return node.put("more", bytecode.more());
  }

  private static ObjectNode sighting(Sighting seen) {
    ObjectNode node = JsonPage.object().put("words", seen.words());
    node.set("location", JsonPlace.location(seen.location()));
    return node.put("classFile", seen.classFile());
  }

  @Override
  public ObjectNode unresolved(Evidence.Unresolved unresolved) {
    ObjectNode node = kind("unresolved").put("imported", unresolved.imported());
    node.set("candidates", JsonPage.array(unresolved.candidates(), JsonPlace::type));
    return node;
  }

  @Override
  public ObjectNode policyEntry(Evidence.PolicyEntry entry) {
    return kind("policy-entry").put("key", entry.key()).put("value", entry.value());
  }

  @Override
  public ObjectNode dispatch(Evidence.Dispatch dispatch) {
    ObjectNode node =
        kind("dispatch")
            .put("role", dispatch.role())
            .put("canonical", dispatch.canonical())
            .put("form", dispatch.form());
    node.set("messages", JsonPage.array(dispatch.messages(), JsonEvidence::message));
    return node;
  }

  private static ObjectNode message(DispatchedMessage message) {
    ObjectNode node = JsonPage.object().put("message", message.message());
    node.set("branch", JsonPlace.region(message.branch()));
    node.set("handled", JsonPage.array(message.handled(), JsonPlace::location));
    return node;
  }

  @Override
  public ObjectNode restatement(Evidence.Restatement restatement) {
    ConstantRef constant = restatement.constant();
    ObjectNode declared =
        JsonPage.object()
            .put("type", constant.type())
            .put("name", constant.name())
            .put("value", constant.value());
    declared.set("declaration", JsonPlace.location(constant.declaration()));
    ObjectNode node = kind("restatement").put("role", restatement.role());
    node.set("constant", declared);
    node.set("places", JsonPage.array(restatement.places(), JsonEvidence::restated));
    return node;
  }

  private static ObjectNode restated(Restated place) {
    ObjectNode node = JsonPage.object().put("declares", JsonPage.orNull(place.declares()));
    node.set("region", JsonPlace.region(place.region()));
    return node;
  }

  @Override
  public ObjectNode conflict(Evidence.Conflict conflict) {
    ObjectNode node =
        kind("conflict").put("role", conflict.role()).put("setting", conflict.setting());
    node.set("values", JsonPage.array(conflict.values(), JsonEvidence::value));
    return node;
  }

  private static ObjectNode value(SettingValue value) {
    ObjectNode node =
        JsonPage.object()
            .put("type", value.type())
            .put("name", value.name())
            .put("written", value.written())
            .put("value", value.value());
    node.set("place", JsonPlace.location(value.place()));
    return node;
  }

  @Override
  public ObjectNode fakeSuccess(Evidence.FakeSuccess success) {
    ObjectNode node =
        kind("fake-success")
            .put("canonical", success.canonical())
            .put("part", success.part().label());
    node.set("member", JsonPlace.member(success.member()));
    node.put("pretence", success.pretence().label());
    node.set("observations", observations(success.observations()));
    node.set("unread", JsonPage.texts(success.unread()));
    return node;
  }

  @Override
  public ObjectNode testDouble(Evidence.TestDouble testDouble) {
    ObjectNode node =
        kind("test-double")
            .put("canonical", testDouble.canonical())
            .put("part", testDouble.part().label());
    node.set("type", JsonPlace.type(testDouble.type()));
    node.set("observations", observations(testDouble.observations()));
    node.set("users", JsonPage.array(testDouble.users(), JsonPlace::type));
    return node;
  }

  @Override
  public ObjectNode mocked(Evidence.Mocked mocked) {
    ObjectNode node =
        kind("mocked")
            .put("role", mocked.role())
            .put("canonical", mocked.canonical())
            .put("real", mocked.real())
            .put("reason", mocked.reason());
    node.set("standIns", JsonPage.array(mocked.standIns(), JsonTests::standIn));
    return node;
  }

  @Override
  public ObjectNode shim(Evidence.Shim shim) {
    ObjectNode node = kind("shim").put("canonical", JsonPage.orNull(shim.canonical()));
    node.set("type", JsonPlace.type(shim.type()));
    node.put("owner", JsonPage.orNull(shim.terms().owner()));
    node.put("until", JsonPage.orNull(shim.terms().until()));
    node.set("users", JsonPage.array(shim.users(), JsonPlace::type));
    return node;
  }

  @Override
  public ObjectNode incompatibleContract(Evidence.IncompatibleContract contract) {
    ObjectNode node =
        kind("incompatible-contract")
            .put("canonical", contract.canonical())
            .put("part", contract.part().label());
    node.set("type", JsonPlace.type(contract.type()));
    node.set("broken", JsonPage.array(contract.broken(), JsonEvidence::broken));
    return node.put("bound", contract.bound()).put("undecided", contract.undecided());
  }

  private static ObjectNode broken(BrokenCall call) {
    ObjectNode node = JsonPage.object();
    node.set("location", JsonPlace.location(call.location()));
    return node.put("caller", call.caller())
        .put("member", call.member())
        .put("breach", call.breach().label())
        .put("words", call.words());
  }

  @Override
  public ObjectNode malformedSuppression(Evidence.MalformedSuppression malformed) {
    return kind("malformed-suppression")
        .put("text", malformed.text())
        .put("fault", malformed.fault());
  }

  @Override
  public ObjectNode idleSuppression(Evidence.IdleSuppression idle) {
    ObjectNode node = kind("idle-suppression");
    node.set("suppression", JsonTriage.suppression(idle.suppression()));
    return node;
  }

  @Override
  public ObjectNode staleEntry(Evidence.StaleEntry stale) {
    ObjectNode node = kind("stale-entry");
    node.set("entry", JsonTriage.entry(stale.entry()));
    return node;
  }

  private static ArrayNode observations(List<Observation> observations) {
    return JsonPage.array(
        observations,
        seen -> {
          ObjectNode node = JsonPage.object();
          node.set("location", JsonPlace.location(seen.location()));
          return node.put("words", seen.words());
        });
  }

  private static ObjectNode kind(String kind) {
    return JsonPage.object().put("kind", kind);
  }
}
