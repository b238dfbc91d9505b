package dev.slipway.security;

import dev.slipway.cluster.Cluster;
import java.util.ArrayList;
import java.util.List;

/**
 * The ways in which clusters decide which pods they let in, but for the labels of namespaces
 * ({@link NamespaceLabels}).
 */
public final class Admissions {
  private static final List<Admission> ALL =
      List.of(
          new PodSecurityPolicyAdmission(),
          new SecurityContextConstraintsAdmission(),
          new RancherAdmission(),
          new ValidatingAdmissionPolicyAdmission());

  private Admissions() {}

  public static List<Admission> all() {
    return ALL;
  }

  /** Those that a cluster has, less what is rendered on request alone. */
  public static List<Admission> on(Cluster cluster) {
    List<Admission> on = new ArrayList<>();
    for (Admission admission : ALL) {
      if (admission.on(cluster) && !admission.onRequest()) {
        on.add(admission);
      }
    }
    return on;
  }
}
