package dev.ssot.router.wire;

import dev.ssot.router.wire.SchemaCheck.Violation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Keywords about what a value is made of, and those that join schemas. */
final class ObjectChecks {

  private ObjectChecks() {}

  static SchemaCheck required(List<String> names) {
    return value -> {
      if (value instanceof Map<?, ?> object) {
        for (String name : names) {
          if (!object.containsKey(name)) {
            return Optional.of(new Violation("." + name, "is missing"));
          }
        }
      }
      return Optional.empty();
    };
  }

  static SchemaCheck properties(Map<String, SchemaCheck> checks) {
    return value -> {
      if (value instanceof Map<?, ?> object) {
        for (Map.Entry<String, SchemaCheck> property : checks.entrySet()) {
          String name = property.getKey();
          if (object.containsKey(name)) {
            Optional<Violation> found = property.getValue().violation(object.get(name));
            if (found.isPresent()) {
              return found.map(violation -> violation.within("." + name));
            }
          }
        }
      }
      return Optional.empty();
    };
  }

  static SchemaCheck additional(Set<String> named, SchemaCheck check) {
    return value -> {
      if (value instanceof Map<?, ?> object) {
        for (Map.Entry<?, ?> field : object.entrySet()) {
          Optional<Violation> found =
              named.contains(String.valueOf(field.getKey()))
                  ? Optional.empty()
                  : check.violation(field.getValue());
          if (found.isPresent()) {
            return found.map(violation -> violation.within("." + field.getKey()));
          }
        }
      }
      return Optional.empty();
    };
  }

  static SchemaCheck items(SchemaCheck check) {
    return value -> {
      if (value instanceof List<?> array) {
        for (int i = 0; i < array.size(); i++) {
          String step = "[" + i + "]";
          Optional<Violation> found = check.violation(array.get(i));
          if (found.isPresent()) {
            return found.map(violation -> violation.within(step));
          }
        }
      }
      return Optional.empty();
    };
  }

  static SchemaCheck exactlyOne(List<SchemaCheck> checks) {
    return value -> {
      long fitting = fitting(checks, value);
      return fitting == 1
          ? Optional.empty()
          : Violation.of("fits %d of %d alternatives; fit one".formatted(fitting, checks.size()));
    };
  }

  static SchemaCheck atLeastOne(List<SchemaCheck> checks) {
    return value ->
        fitting(checks, value) > 0
            ? Optional.empty()
            : Violation.of("fits none of %d alternatives".formatted(checks.size()));
  }

  private static long fitting(List<SchemaCheck> checks, @Nullable Object value) {
    return checks.stream().filter(check -> check.violation(value).isEmpty()).count();
  }
}
