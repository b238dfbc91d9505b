package dev.slipway.catalog.hyperscience;

import dev.slipway.app.ExpectedPods;
import dev.slipway.cluster.Cluster;
import dev.slipway.manifest.Text;
import dev.slipway.security.Admissions;
import dev.slipway.security.NamespaceLabels;
import dev.slipway.security.SecurityProfile;
import dev.slipway.target.Target;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The pods that somebody else starts in the namespace: blocks, and everything where only the
 * prerequisites are declared. Nobody here writes them, so it is said what they must look like.
 */
record OthersPods(Hyperscience system, Set<String> volumeTypes) {

  /** What admission is told of them. */
  ExpectedPods expected() {
    return new ExpectedPods(
        system.prerequisitesOnly()
            ? List.of("platform", "trainer", "operator")
            : List.of("platform"),
        Workloads.security(),
        volumeTypes,
        system.prerequisitesOnly());
  }

  /** Tells a sheet what they must look like to be let in, and what they had better look like. */
  void tell(Sheet sheet, Target target) {
    SecurityProfile profile = Workloads.security();
    Cluster cluster = target.cluster();
    String capabilities = String.join(" and ", profile.addedCapabilities());
    sheet.section(system.prerequisitesOnly() ? "Pods of the chart, and blocks" : "Pods of blocks");
    if (NamespaceLabels.on(cluster)) {
      sheet.line(
          "- The namespace enforces Pod Security level ",
          Sheet.code(NamespaceLabels.levelFor(List.of(profile), cluster).label()),
          Text.of(
              ": no privileged containers, no host namespaces, ports or paths, and no capability"
                  + " beyond those that the level names."));
    }
    sheet.line(
        "- Containers may add the capabilities "
            + capabilities
            + (system.exactSecurity() ? ", and a policy refuses all others." : ", and no others."));
    if (Admissions.on(cluster).isEmpty()) {
      sheet.line(
          "- Let them drop ",
          Sheet.code("ALL"),
          Text.of(
              " others: a container that does not is let in, with all that the container runtime"
                  + " gives it."));
    }
    sheet.line(
        "- They run as a user other than 0 (",
        Sheet.code("runAsNonRoot: true"),
        Text.of("), with "),
        Sheet.code("allowPrivilegeEscalation: true"),
        Text.of(
            ", by which the second user comes about, and with the runtime's own seccomp profile."));
    sheet.line(
        "- They mount volumes of the types " + String.join(", ", new TreeSet<>(volumeTypes)) + ".");
  }
}
