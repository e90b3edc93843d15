package dev.ssot.router.config;

import dev.ssot.router.limits.Bytes;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * Reads records of limits by their components: what the file does not say stays as it is by
 * default, and what a record refuses is refused where the file says it. A new limit needs nothing
 * here.
 */
final class LimitsReader {

  private static final Pattern NAME = Pattern.compile("\\b([a-z]\\w*)\\.([a-z]\\w*)\\b");

  private final Faults faults;
  private final Map<String, Place> places = new HashMap<>();

  LimitsReader(Faults faults) {
    this.faults = faults;
  }

  private record Place(String path, Node node) {}

  /** The limits below a key, the standard ones where the file says nothing. */
  <T extends Record> T read(ConfigMap above, String key, T standard) {
    return read(above, key, key, standard);
  }

  private <T extends Record> T read(ConfigMap above, String key, String name, T standard) {
    Optional<ConfigMap> below = above.map(key, LimitKeys.of(standard.getClass()));
    return below.map(map -> changed(map, name, standard)).orElse(standard);
  }

  private <T extends Record> T changed(ConfigMap map, String name, T standard) {
    RecordComponent[] components = standard.getClass().getRecordComponents();
    Object[] values = new Object[components.length];
    for (int i = 0; i < components.length; i++) {
      values[i] = value(map, name, components[i], LimitKeys.value(standard, components[i]));
    }
    return made(map, standard, values);
  }

  private Object value(ConfigMap map, String name, RecordComponent component, Object standard) {
    String key = LimitKeys.of(component);
    if (standard instanceof Record nested) {
      return read(map, key, component.getName(), nested);
    }
    Optional<Node> node = map.find(key);
    if (node.isEmpty()) {
      return standard;
    }
    places.put(name + "." + component.getName(), new Place(map.path(key), node.get()));
    return scalar(map, component, node.get()).orElse(standard);
  }

  private Optional<Object> scalar(ConfigMap map, RecordComponent component, Node node) {
    String key = LimitKeys.of(component);
    String text =
        node instanceof ScalarNode scalar && isTextOrNumber(scalar) ? scalar.getValue() : "";
    if (component.getType().equals(Duration.class)) {
      Optional<Duration> time = Units.time(text);
      if (time.isEmpty()) {
        map.wrong(key, "must be a time", "write a whole number with ms, s, m, h or d");
      }
      return time.map(Object.class::cast);
    }
    boolean size = component.isAnnotationPresent(Bytes.class);
    Optional<Long> number = size ? Units.bytes(text) : whole(text);
    if (number.isEmpty()) {
      map.wrong(
          key,
          size ? "must be a size" : "must be a whole number",
          size ? "write a whole number, with KiB, MiB or GiB or without" : "write digits only");
    }
    return number.flatMap(value -> fitting(map, component, value));
  }

  private static boolean isTextOrNumber(ScalarNode scalar) {
    return scalar.getTag().equals(Tag.STR) || scalar.getTag().equals(Tag.INT);
  }

  private static Optional<Long> whole(String text) {
    return text.matches("[0-9]{1,18}") ? Optional.of(Long.parseLong(text)) : Optional.empty();
  }

  private static Optional<Object> fitting(ConfigMap map, RecordComponent component, long value) {
    if (component.getType().equals(long.class)) {
      return Optional.of(value);
    }
    if (value > Integer.MAX_VALUE) {
      map.wrong(LimitKeys.of(component), "is too large", "keep to at most " + Integer.MAX_VALUE);
      return Optional.empty();
    }
    return Optional.of((int) value);
  }

  @SuppressWarnings("unchecked") // The constructor is that of the record's own class.
  private <T extends Record> T made(ConfigMap map, T standard, Object[] values) {
    Class<?>[] types =
        Arrays.stream(standard.getClass().getRecordComponents())
            .map(RecordComponent::getType)
            .toArray(Class<?>[]::new);
    try {
      return (T) standard.getClass().getDeclaredConstructor(types).newInstance(values);
    } catch (InvocationTargetException refused) {
      blame(map, refused.getCause());
      return standard;
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException("Limits are public records", impossible);
    }
  }

  /** Limits say `cause; remedy`, and the names of the limits that they are about. */
  private void blame(ConfigMap map, @Nullable Throwable refusal) {
    String[] parts = (refusal == null ? "" : refusal.getMessage() + "").split("; ", 2);
    String help = parts.length == 2 ? parts[1] : "give another value";
    Place place = place(map, parts[0]);
    faults.add(place.node(), "`%s`: %s".formatted(place.path(), parts[0]), help);
  }

  private Place place(ConfigMap map, String cause) {
    Matcher names = NAME.matcher(cause);
    while (names.find()) {
      String key = LimitKeys.of(names.group(2));
      Optional<Node> own = map.has(key) ? map.find(key) : Optional.empty();
      if (own.isPresent() && own.get() instanceof ScalarNode) {
        return new Place(map.path(key), own.get());
      }
      Place elsewhere = places.get(names.group());
      if (elsewhere != null) {
        return elsewhere;
      }
    }
    return new Place(map.path(), map.node());
  }
}
