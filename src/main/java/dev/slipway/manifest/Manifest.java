package dev.slipway.manifest;

import org.jspecify.annotations.Nullable;

/**
 * One Kubernetes object as it will be applied, and where it came from.
 *
 * @param body the whole object: {@code apiVersion}, {@code kind}, {@code metadata} and the rest
 */
public record Manifest(ObjectRef ref, Mapping body, Origin origin) {

  /**
   * The manifest that a body describes.
   *
   * @throws InvalidInputException if the body lacks apiVersion, kind or metadata.name
   */
  public static Manifest of(Mapping body, Origin origin) {
    Problems problems = new Problems();
    String apiVersion = required(body, "apiVersion", origin, problems);
    String kind = required(body, "kind", origin, problems);
    @Nullable String name = body.mapping("metadata").string("name");
    if (name == null || name.isEmpty()) {
      problems.add(
          (kind.isEmpty() ? "An object" : "A " + kind)
              + " from "
              + origin
              + " has no metadata.name.",
          "Give it a name.");
    }
    problems.throwIfAny();
    @Nullable String namespace = body.mapping("metadata").string("namespace");
    return new Manifest(
        ObjectRef.of(
            apiVersion, kind, namespace == null ? "" : namespace, name == null ? "" : name),
        body,
        origin);
  }

  /** The same object with another body; its identity is read from the new body. */
  public Manifest withBody(Mapping changed) {
    return of(changed, origin);
  }

  public Mapping metadata() {
    return body.mapping("metadata");
  }

  public Mapping spec() {
    return body.mapping("spec");
  }

  private static String required(Mapping body, String key, Origin origin, Problems problems) {
    @Nullable String value = body.string(key);
    if (value == null || value.isEmpty()) {
      problems.add(
          "An object from " + origin + " has no " + key + ".",
          "Every Kubernetes object names its apiVersion and kind.");
      return "";
    }
    return value;
  }
}
