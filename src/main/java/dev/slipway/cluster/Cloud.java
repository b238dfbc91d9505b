package dev.slipway.cluster;

import dev.slipway.manifest.InvalidInputException;
import java.util.List;
import java.util.stream.Stream;

/** Whose machines a cluster runs on. */
public enum Cloud {
  AWS("aws"),
  GCP("gcp"),
  AZURE("azure"),
  /** Machines of one's own, or a cloud that Slipway knows nothing of. */
  NONE("none");

  private final String id;

  Cloud(String id) {
    this.id = id;
  }

  /** What a user calls it: {@code aws}. */
  public String id() {
    return id;
  }

  /** What users call each of them. */
  public static List<String> ids() {
    return Stream.of(values()).map(Cloud::id).toList();
  }

  /**
   * The cloud that a user names.
   *
   * @throws InvalidInputException if Slipway knows none of that name
   */
  public static Cloud of(String id) {
    return Choices.of("cloud", id, List.of(values()), Cloud::id);
  }
}
