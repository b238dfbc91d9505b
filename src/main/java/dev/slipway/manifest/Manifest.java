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
   * @throws InvalidInputException if apiVersion, kind or metadata.name is missing, or one of them
   *     or metadata.namespace is no string that is known
   */
  public static Manifest of(Mapping body, Origin origin) {
    Problems problems = new Problems();
    Mapping metadata = body.mapping("metadata");
    String apiVersion = string(body, "apiVersion", "apiVersion", problems);
    String kind = string(body, "kind", "kind", problems);
    String name = string(metadata, "name", "metadata.name", problems);
    String namespace =
        metadata.get("namespace") == null || Scalar.NULL.equals(metadata.get("namespace"))
            ? ""
            : string(metadata, "namespace", "metadata.namespace", problems);
    if (!problems.isEmpty()) {
      String which =
          (kind.isEmpty() ? "object" : kind)
              + (name.isEmpty() ? "" : " '" + name + "'")
              + (origin.at().isPresent() ? "" : " from " + origin);
      throw new InvalidInputException(
          problems.all().stream().map(problem -> problem.in(which).orAt(origin.at())).toList());
    }
    return new Manifest(ObjectRef.of(apiVersion, kind, namespace, name), body, origin);
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

  /** A string that must be there, or an empty one and a problem. */
  private static String string(Mapping map, String key, String path, Problems problems) {
    @Nullable Node node = map.get(key);
    @Nullable String value = map.string(key);
    if (node == null || "".equals(value)) {
      problems.add(
          "There is no " + path + ".", "Every object has an apiVersion, a kind and a name.");
    } else if (value == null) {
      problems.add(
          path + " is " + (node instanceof Text text ? text.toString() : node.describe()) + ".",
          "Give a string that is known; put numbers in quotes.");
    }
    return value == null ? "" : value;
  }
}
