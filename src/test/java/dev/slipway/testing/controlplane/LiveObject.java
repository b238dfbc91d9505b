package dev.slipway.testing.controlplane;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An object as the API server gave it. */
public record LiveObject(Map<String, Object> body) {

  public String kind() {
    return text("kind").orElseThrow();
  }

  public String name() {
    return text("metadata", "name").orElseThrow();
  }

  /** What stands at the path, as text; empty where nothing does. */
  public Optional<String> text(String... path) {
    return value(path).map(String::valueOf);
  }

  /** The objects of a list; none where there is no list. */
  public List<LiveObject> list(String... path) {
    return value(path).map(LiveObject::objects).orElse(List.of());
  }

  /** The entry of {@code status.conditions} of this type. */
  public Optional<LiveObject> condition(String type) {
    return list("status", "conditions").stream()
        .filter(condition -> condition.text("type").equals(Optional.of(type)))
        .findFirst();
  }

  /** Whether {@code status.conditions} has this type with status True. */
  public boolean is(String condition) {
    return condition(condition).flatMap(found -> found.text("status")).equals(Optional.of("True"));
  }

  private Optional<Object> value(String... path) {
    @Nullable Object value = body;
    for (String key : path) {
      value = value instanceof Map<?, ?> map ? map.get(key) : null;
    }
    return Optional.ofNullable(value);
  }

  private static List<LiveObject> objects(Object list) {
    return ((List<?>) list).stream().map(LiveObject::of).toList();
  }

  @SuppressWarnings("unchecked") // JSON has no other keys.
  private static LiveObject of(@Nullable Object body) {
    return new LiveObject((Map<String, Object>) Objects.requireNonNull(body));
  }
}
