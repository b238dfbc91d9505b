package dev.slipway.security;

import dev.slipway.manifest.Mapping;
import java.util.Optional;

/**
 * The SELinux label of containers; what is left out is the container runtime's to choose.
 *
 * @param level the sensitivity and categories: {@code s0:c123,c456}
 */
public record SeLinux(
    Optional<String> user, Optional<String> role, Optional<String> type, Optional<String> level) {

  public static SeLinux ofType(String type) {
    return new SeLinux(Optional.empty(), Optional.empty(), Optional.of(type), Optional.empty());
  }

  public static SeLinux ofLevel(String level) {
    return new SeLinux(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(level));
  }

  /** The {@code seLinuxOptions} of a security context. */
  Mapping toNode() {
    Mapping.Builder node = Mapping.builder();
    user.ifPresent(value -> node.put("user", value));
    role.ifPresent(value -> node.put("role", value));
    type.ifPresent(value -> node.put("type", value));
    level.ifPresent(value -> node.put("level", value));
    return node.build();
  }
}
