package dev.slipway.pod;

import dev.slipway.manifest.FieldPath;
import dev.slipway.manifest.InvalidInputException;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Problem;
import dev.slipway.manifest.Text;
import java.util.List;

/** An environment variable of a container and where its value comes from. */
public sealed interface EnvVar {

  String name();

  /** The entry of a container's {@code env}. */
  Mapping toNode();

  /** A variable with a value of its own; {@code $(OTHER)} in it refers to variables before it. */
  static EnvVar of(String name, String value) {
    return new Value(name, Text.of(value));
  }

  /**
   * A variable with a value of its own, which may be known only later.
   *
   * @throws IllegalArgumentException if the value is secret: a secret belongs into a Secret
   */
  static EnvVar of(String name, Text value) {
    return new Value(name, value);
  }

  /** A variable whose value stands in a Secret. */
  static EnvVar secret(String name, KeyRef key) {
    return new FromSecret(name, key);
  }

  /** A variable whose value stands in a ConfigMap. */
  static EnvVar config(String name, String configMap, String key) {
    return new FromConfig(name, configMap, key);
  }

  /** A variable that tells the pod about itself: {@code metadata.name}, {@code status.podIP}. */
  static EnvVar field(String name, String fieldPath) {
    return new FromField(name, fieldPath);
  }

  /** A variable that tells the container about its resources: {@code limits.cpu}. */
  static EnvVar resource(String name, String resource) {
    return new FromResource(name, resource);
  }

  record Value(String name, Text value) implements EnvVar {
    public Value {
      if (value.isSecret()) {
        throw new InvalidInputException(
            Problem.of(
                    "The value of environment variable '"
                        + name
                        + "' is secret, and would stand in the manifests.",
                    "Put it into a Secret, and refer to its key.")
                .about(List.of(FieldPath.of("env", name))));
      }
    }

    @Override
    public Mapping toNode() {
      return Mapping.of("name", Text.of(name), "value", value);
    }
  }

  record FromSecret(String name, KeyRef key) implements EnvVar {
    @Override
    public Mapping toNode() {
      return from(
          name,
          "secretKeyRef",
          Mapping.of("name", Text.of(key.secret()), "key", Text.of(key.key())));
    }
  }

  record FromConfig(String name, String configMap, String key) implements EnvVar {
    @Override
    public Mapping toNode() {
      return from(
          name, "configMapKeyRef", Mapping.of("name", Text.of(configMap), "key", Text.of(key)));
    }
  }

  record FromField(String name, String fieldPath) implements EnvVar {
    @Override
    public Mapping toNode() {
      return from(name, "fieldRef", Mapping.of("fieldPath", fieldPath));
    }
  }

  record FromResource(String name, String resource) implements EnvVar {
    @Override
    public Mapping toNode() {
      return from(name, "resourceFieldRef", Mapping.of("resource", resource));
    }
  }

  private static Mapping from(String name, String source, Mapping reference) {
    return Mapping.of("name", Text.of(name), "valueFrom", Mapping.of(source, reference));
  }
}
