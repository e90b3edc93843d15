package dev.ssot.reports;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ssot.rules.model.Location;
import dev.ssot.rules.model.MemberRef;
import dev.ssot.rules.model.Region;
import dev.ssot.rules.model.TypeRef;

/** Places in the code as JSON. */
final class JsonPlace {

  private JsonPlace() {}

  static ObjectNode location(Location location) {
    ObjectNode node = JsonPage.object().put("path", location.path());
    node.set("region", region(location.region()));
    return node;
  }

  static ObjectNode region(Region region) {
    return JsonPage.object()
        .put("line", region.line())
        .put("column", region.column())
        .put("endLine", region.endLine())
        .put("endColumn", region.endColumn());
  }

  static ObjectNode type(TypeRef type) {
    ObjectNode node = JsonPage.object().put("name", type.name());
    node.set("declaration", location(type.declaration()));
    return node;
  }

  static ObjectNode member(MemberRef member) {
    ObjectNode node = JsonPage.object().put("signature", member.signature());
    node.set("region", region(member.region()));
    return node;
  }
}
