package dev.slipway.security;

import dev.slipway.cluster.Cluster;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Seq;
import dev.slipway.manifest.Text;

/** What a container may do on its node. */
public final class SecurityProfile {
  private static final SecurityProfile RESTRICTED = new SecurityProfile();

  private SecurityProfile() {}

  /** The strict default: what the restricted Pod Security Standard asks, and a read-only root. */
  public static SecurityProfile restricted() {
    return RESTRICTED;
  }

  /** The pod's {@code securityContext} on a cluster. */
  public Mapping podContext(Cluster cluster) {
    return Mapping.builder()
        .put("runAsNonRoot", true)
        .put("seccompProfile", Mapping.of("type", "RuntimeDefault"))
        .build();
  }

  /** A container's {@code securityContext} on a cluster. */
  public Mapping containerContext(Cluster cluster) {
    return Mapping.builder()
        .put("allowPrivilegeEscalation", false)
        .put("readOnlyRootFilesystem", true)
        .put("capabilities", Mapping.of("drop", Seq.of(Text.of("ALL"))))
        .build();
  }
}
