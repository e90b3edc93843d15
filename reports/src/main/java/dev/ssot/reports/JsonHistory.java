package dev.ssot.reports;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ssot.rules.model.Forecast;
import dev.ssot.rules.model.History;
import dev.ssot.rules.model.HistoryPoint;
import dev.ssot.rules.model.Liveness;
import dev.ssot.rules.model.RivalLife;
import dev.ssot.rules.model.RivalStay;
import dev.ssot.rules.model.RolePoint;
import dev.ssot.rules.model.ShimTrend;
import java.io.IOException;
import java.io.Writer;

/**
 * A history as JSON.
 *
 * <p>The document is described by {@code history.schema.json} beside this class. Every field is
 * always there; what there is not, or is not known, is null. A field that is added, removed or
 * changed in meaning raises {@link #SCHEMA_VERSION}.
 */
final class JsonHistory {

  static final int SCHEMA_VERSION = 1;

  private JsonHistory() {}

  static void write(History history, ReportOptions options, Writer out) throws IOException {
    JsonGenerator json = JsonPage.generator(out);
    ObjectNode root = JsonPage.object().put("schemaVersion", SCHEMA_VERSION);
    root.set("tool", JsonReporter.tool(options));
    root.set("walk", walk(history.walk()));
    root.set("points", JsonPage.array(history.points(), JsonHistory::point));
    root.set("rivals", JsonPage.array(history.rivals(), JsonHistory::rival));
    root.set("shims", JsonPage.array(history.shims(), JsonHistory::shim));
    JsonPage.write(json, root);
    json.close();
    out.append('\n');
  }

  private static ObjectNode walk(History.Walk walk) {
    return JsonPage.object()
        .put("head", walk.head())
        .put("since", JsonPage.orNull(walk.since()))
        .put("every", JsonPage.orNull(walk.every()))
        .put("commits", walk.commits())
        .put("limit", walk.limit() == 0 ? null : Integer.valueOf(walk.limit()))
        .put("shallow", JsonPage.orNull(walk.shallow()))
        .put("policy", JsonPage.orNull(walk.policy()))
        .put("policyOf", walk.policyOf().label());
  }

  private static ObjectNode point(HistoryPoint point) {
    ObjectNode node = JsonPage.object();
    node.set("commit", JsonCommit.of(point.commit()));
    node.put("refusal", JsonPage.orNull(point.refusal()));
    node.put("unread", point.isScanned() ? Integer.valueOf(point.unread()) : null);
    node.set("score", point.isJudged() ? JsonCompliance.tally(point.score()) : null);
    node.set("roles", JsonPage.array(point.roles(), JsonHistory::role));
    return node;
  }

  private static ObjectNode role(RolePoint role) {
    boolean judged = role.isJudged();
    ObjectNode node =
        JsonPage.object()
            .put("role", role.role())
            .put("canonical", role.canonical())
            .put("refusal", JsonPage.orNull(role.refusal()));
    node.set("total", judged ? JsonCompliance.tally(role.total()) : null);
    node.set("implementations", judged ? JsonCompliance.tally(role.implementations()) : null);
    node.set("uses", judged ? JsonCompliance.tally(role.uses()) : null);
    node.set("rivals", judged ? rivals(role) : null);
    return node.put("shims", judged ? Integer.valueOf(role.shims()) : null)
        .put("shimCallers", judged ? Integer.valueOf(role.callers()) : null);
  }

  private static ObjectNode rivals(RolePoint role) {
    ObjectNode node = JsonPage.object();
    for (Liveness liveness : Liveness.values()) {
      node.put(liveness.label(), role.rivals().getOrDefault(liveness, 0));
    }
    return node;
  }

  private static ObjectNode rival(RivalLife life) {
    ObjectNode node =
        JsonPage.object()
            .put("role", life.role())
            .put("name", life.name())
            .put("fingerprint", life.fingerprint().value())
            .put("liveness", life.liveness().label())
            .put("there", life.isThere());
    node.set("stays", JsonPage.array(life.stays(), JsonHistory::stay));
    node.set(
        "resurrected",
        JsonPage.array(life.resurrections(), stay -> resurrection(life.before(stay), stay)));
    return node;
  }

  private static ObjectNode stay(RivalStay stay) {
    ObjectNode node = JsonPage.object();
    node.set("first", sighting(stay.first()));
    node.set("last", sighting(stay.last()));
    node.put("before", JsonPage.orNull(stay.before()));
    ObjectNode end = JsonPage.object().put("kind", stay.end().kind().label());
    end.set("commit", JsonCommit.orNull(stay.end().commit()));
    end.set("change", JsonCommit.change(stay.end().change()));
    node.set("end", end);
    return node;
  }

  private static ObjectNode sighting(RivalStay.Sighting sighting) {
    ObjectNode node = JsonPage.object();
    node.set("commit", JsonCommit.of(sighting.commit()));
    node.put("path", sighting.path()).put("name", sighting.name());
    node.set("touched", JsonCommit.change(sighting.touched()));
    return node;
  }

  private static ObjectNode resurrection(RivalStay deleted, RivalStay back) {
    ObjectNode node = JsonPage.object();
    node.set("deletedIn", JsonCommit.change(deleted.end().change()));
    node.set("missingAt", JsonCommit.of(deleted.end().commit()));
    node.set("backAt", JsonCommit.of(back.first().commit()));
    return node;
  }

  private static ObjectNode shim(ShimTrend shim) {
    ObjectNode node = JsonPage.object();
    node.set("type", JsonPlace.type(shim.type()));
    node.put("canonical", JsonPage.orNull(shim.canonical()))
        .put("owner", JsonPage.orNull(shim.terms().owner()))
        .put("until", JsonPage.orNull(shim.terms().until()));
    node.set(
        "counts",
        JsonPage.array(
            shim.counts(),
            count ->
                JsonPage.object()
                    .put("commit", count.commit().id())
                    .put("time", count.commit().time())
                    .put("callers", count.callers())));
    node.set("forecast", forecast(shim.forecast()));
    return node;
  }

  private static ObjectNode forecast(Forecast forecast) {
    return JsonPage.object()
        .put("state", forecast.state().label())
        .put("points", forecast.points())
        .put("days", forecast.days())
        .put("numerator", forecast.numerator())
        .put("denominator", forecast.denominator())
        .put("zero", JsonPage.orNull(forecast.zero()));
  }
}
