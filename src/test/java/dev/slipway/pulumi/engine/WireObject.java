package dev.slipway.pulumi.engine;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** An object as the engine sends it, with the marks of secrets taken off. */
record WireObject(JsonObject body) {
  private static final String SIGNATURE = "4dabf18193072939515e22adb298388d";
  private static final String SECRET = "1b47061264138c4ac30d75fd1eb44270";

  /** What the engine never tells about a resource of the program. */
  private static final Set<String> ENGINES = Set.of("__internal", "__defaults");

  static WireObject of(Struct properties) {
    return new WireObject(object(properties));
  }

  boolean isEmpty() {
    return !body.has("kind");
  }

  String json() {
    return body.toString();
  }

  /** As Pulumi's provider names objects: {@code namespace/name}. */
  String id() {
    JsonObject metadata = body.getAsJsonObject("metadata");
    return (metadata.has("namespace") ? metadata.get("namespace").getAsString() + "/" : "")
        + metadata.get("name").getAsString();
  }

  /** Whether it has pods of which a rollout can be waited for. */
  boolean isWorkload() {
    return !isEmpty()
        && Set.of("Deployment", "StatefulSet", "DaemonSet")
            .contains(body.get("kind").getAsString());
  }

  String namespace() {
    return body.getAsJsonObject("metadata").get("namespace").getAsString();
  }

  /** As kubectl names objects: {@code Deployment/web}. */
  String named() {
    return body.get("kind").getAsString()
        + "/"
        + body.getAsJsonObject("metadata").get("name").getAsString();
  }

  /** The fields in which two states of an object differ. */
  List<String> fieldsUnlike(WireObject other) {
    Set<String> fields = new LinkedHashSet<>(body.keySet());
    fields.addAll(other.body.keySet());
    fields.removeIf(field -> Objects.equals(body.get(field), other.body.get(field)));
    return List.copyOf(fields);
  }

  /** {@code Deployment shop/web}. */
  @Override
  public String toString() {
    return isEmpty() ? "nothing" : body.get("kind").getAsString() + " " + id();
  }

  private static JsonElement element(Value value) {
    return switch (value.getKindCase()) {
      case STRUCT_VALUE -> {
        Struct struct = value.getStructValue();
        boolean secret =
            struct.getFieldsMap().containsKey(SIGNATURE)
                && struct.getFieldsOrThrow(SIGNATURE).getStringValue().equals(SECRET);
        yield secret ? element(struct.getFieldsOrThrow("value")) : object(struct);
      }
      case LIST_VALUE -> {
        JsonArray array = new JsonArray();
        value.getListValue().getValuesList().forEach(item -> array.add(element(item)));
        yield array;
      }
      case NUMBER_VALUE -> number(value.getNumberValue());
      case BOOL_VALUE -> new JsonPrimitive(value.getBoolValue());
      case STRING_VALUE -> new JsonPrimitive(value.getStringValue());
      default -> JsonNull.INSTANCE;
    };
  }

  private static JsonObject object(Struct struct) {
    JsonObject object = new JsonObject();
    struct.getFieldsMap().entrySet().stream()
        .filter(entry -> !ENGINES.contains(entry.getKey()))
        .forEach(entry -> object.add(entry.getKey(), element(entry.getValue())));
    return object;
  }

  /** An API server takes no 1.0 for a 1. */
  private static JsonPrimitive number(double number) {
    return number == Math.rint(number)
        ? new JsonPrimitive((long) number)
        : new JsonPrimitive(number);
  }
}
