package dev.slipway.cluster;

import dev.slipway.manifest.InvalidInputException;
import java.util.List;
import java.util.stream.Stream;

/** A processor architecture, as the node label {@code kubernetes.io/arch} has it. */
public enum Architecture {
  AMD64("amd64"),
  ARM64("arm64");

  private final String id;

  Architecture(String id) {
    this.id = id;
  }

  /** What Kubernetes and users call it: {@code amd64}. */
  public String id() {
    return id;
  }

  /** What users call each of them. */
  public static List<String> ids() {
    return Stream.of(values()).map(Architecture::id).toList();
  }

  /**
   * The architecture that a user names.
   *
   * @throws InvalidInputException if Slipway knows none of that name
   */
  public static Architecture of(String id) {
    return Choices.of("architecture", id, List.of(values()), Architecture::id);
  }
}
