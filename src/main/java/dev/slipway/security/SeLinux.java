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
    if (user.isPresent()) {
      node.put("user", user.get());
    }
    if (role.isPresent()) {
      node.put("role", role.get());
    }
    if (type.isPresent()) {
      node.put("type", type.get());
    }
    if (level.isPresent()) {
      node.put("level", level.get());
    }
    return node.build();
  }
}
