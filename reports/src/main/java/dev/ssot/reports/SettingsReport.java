package dev.ssot.reports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ssot.reports.ConsolePage.Style;
import dev.ssot.rules.model.PolicyLine;
import dev.ssot.rules.model.PolicySettings;
import dev.ssot.rules.model.PolicySettings.Kind;
import dev.ssot.rules.model.PolicySettings.Layer;
import dev.ssot.rules.model.PolicySettings.Setting;
import java.util.stream.Collectors;

/** What a policy comes to and where each value comes from, for a person or for a program. */
public final class SettingsReport extends AnswerReport<PolicySettings> {

  @Override
  JsonNode json(PolicySettings settings) {
    ObjectNode root = JsonPage.object().put("policy", settings.policy());
    root.set("extends", JsonPage.array(settings.layers(), SettingsReport::layer));
    root.set("settings", JsonPage.array(settings.settings(), SettingsReport::setting));
    return root;
  }

  private static JsonNode layer(Layer layer) {
    ObjectNode node = JsonPage.object().put("kind", layer.kind().label()).put("name", layer.name());
    node.set("extendedAt", place(layer.extendedAt()));
    return node;
  }

  private static JsonNode setting(Setting setting) {
    ObjectNode node =
        JsonPage.object()
            .put("key", setting.key())
            .put("value", setting.value())
            .put("kind", setting.kind().label());
    setting.place().ifPresent(line -> node.set("place", place(line)));
    node.set("over", JsonPage.array(setting.over(), SettingsReport::place));
    return node;
  }

  private static JsonNode place(PolicyLine line) {
    return JsonPage.object()
        .put("file", line.file())
        .put("line", line.line())
        .put("column", line.column());
  }

  @Override
  void console(PolicySettings settings, ConsolePage page) {
    page.line(0).styled(Style.STRONG, settings.policy()).end();
    for (Layer layer : settings.layers()) {
      page.line(1)
          .text("over %s %s".formatted(noun(layer.kind()), Phrases.quoted(layer.name())))
          .styled(Style.FAINT, "  " + text(layer.extendedAt()))
          .end();
    }
    for (Setting setting : settings.settings()) {
      page.line(0)
          .styled(Style.STRONG, setting.key() + ":")
          .text(" " + setting.value())
          .styled(Style.FAINT, "  " + origin(setting))
          .end();
    }
  }

  private static String noun(Kind kind) {
    return kind == Kind.BUILT_IN ? "the built-in policy" : "the policy";
  }

  private static String origin(Setting setting) {
    String place = setting.place().map(SettingsReport::text).orElse(setting.kind().label());
    String over =
        setting.over().stream().map(SettingsReport::text).collect(Collectors.joining(", over "));
    return over.isEmpty() ? "[" + place + "]" : "[%s, over %s]".formatted(place, over);
  }

  private static String text(PolicyLine line) {
    return line.file() + ":" + line.line();
  }
}
