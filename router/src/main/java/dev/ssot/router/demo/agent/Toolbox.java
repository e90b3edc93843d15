package dev.ssot.router.demo.agent;

import dev.ssot.router.limits.DemoLimits;
import dev.ssot.router.protocol.Payload;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The tools by name, in the order in which an agent would use them. Immutable. */
final class Toolbox {

  private final Map<String, Tool> tools;

  private Toolbox(List<Tool> all) {
    Map<String, Tool> byName = new LinkedHashMap<>();
    all.forEach(tool -> byName.put(tool.name(), tool));
    tools = Collections.unmodifiableMap(byName);
  }

  /** The tools of the demonstration. */
  static Toolbox of(DemoLimits limits) {
    return new Toolbox(
        List.of(
            new SlowTool(limits.agent().pace().multipliedBy(limits.agent().slowness())),
            new CalculateTool(),
            new WeatherTool(),
            new SearchTool(Corpus.bundled(), limits.agent().hits())));
  }

  /** The calls that a question asks for; searching, if it asks for none. */
  List<ToolCall> plan(String question) {
    List<ToolCall> calls = new ArrayList<>();
    tools.forEach(
        (name, tool) ->
            tool.wanted(question).ifPresent(given -> calls.add(new ToolCall(name, given))));
    return calls.isEmpty()
        ? List.of(new ToolCall(SearchTool.NAME, SearchTool.query(question)))
        : List.copyOf(calls);
  }

  /** Calls a tool by its name. */
  Payload dispatch(ToolCall call) throws ToolFailed, InterruptedException {
    return find(call).call(call.parameters());
  }

  /** What came of a call, as a sentence. */
  String told(ToolCall call, Payload result) throws ToolFailed {
    return find(call).told(result);
  }

  private Tool find(ToolCall call) throws ToolFailed {
    Tool tool = tools.get(call.tool());
    if (tool == null) {
      throw new ToolFailed("There is no tool `%s`".formatted(call.tool()));
    }
    return tool;
  }
}
