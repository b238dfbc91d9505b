package dev.slipway.podsecurity;

import dev.slipway.cluster.KubernetesVersion;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Judges pods by the Pod Security Standards, version by version.
 *
 * <p>Pods are judged as they are written, before an API server or a webhook has filled in what is
 * left out. A field of the wrong type counts as absent: an API server refuses it before it looks at
 * pod security. A value that is secret or known only later is never taken for an allowed one.
 *
 * <p>The standards are those of Kubernetes 1.0 to 1.36. A version before is judged as 1.0, a later
 * one as 1.36, as an API server does with a version it does not know.
 *
 * @see <a href="https://pkg.go.dev/k8s.io/pod-security-admission/policy">The implementation in the
 *     API server</a>, which decides where the standards' text leaves room
 */
public final class PodSecurity {
  /** The newest version whose standards are known here. */
  public static final KubernetesVersion NEWEST = KubernetesVersion.NEWEST;

  private static final KubernetesVersion OLDEST = new KubernetesVersion(1, 0);

  private PodSecurity() {}

  /** What keeps a pod from a level at a version; nothing if the level admits it. */
  public static List<Violation> evaluate(Level level, KubernetesVersion version, PodTemplate pod) {
    List<Violation> violations = new ArrayList<>();
    for (Revision revision : revisions(level, version)) {
      Optional<Violation> violation = revision.check().violation(pod);
      if (violation.isPresent()) {
        violations.add(violation.get());
      }
    }
    return violations;
  }

  /** Whether a level admits a pod at a version. */
  public static boolean admits(Level level, KubernetesVersion version, PodTemplate pod) {
    for (Revision revision : revisions(level, version)) {
      if (revision.check().violation(pod).isPresent()) {
        return false;
      }
    }
    return true;
  }

  /** The strictest level that admits every one of the pods; restricted where there are none. */
  public static Level strictestLevel(Collection<PodTemplate> pods, KubernetesVersion version) {
    if (admitsAll(Level.RESTRICTED, version, pods)) {
      return Level.RESTRICTED;
    }
    return admitsAll(Level.BASELINE, version, pods) ? Level.BASELINE : Level.PRIVILEGED;
  }

  private static boolean admitsAll(
      Level level, KubernetesVersion version, Collection<PodTemplate> pods) {
    for (PodTemplate pod : pods) {
      if (!admits(level, version, pod)) {
        return false;
      }
    }
    return true;
  }

  private static List<Revision> revisions(Level level, KubernetesVersion version) {
    KubernetesVersion known = version.compareTo(OLDEST) < 0 ? OLDEST : version;
    Map<String, Revision> revisions = new LinkedHashMap<>();
    Set<String> overridden = new HashSet<>();
    for (Control control : Controls.all()) {
      Optional<Revision> revision =
          level.includes(control.level()) ? control.at(known) : Optional.empty();
      if (revision.isPresent()) {
        revisions.put(control.id(), revision.get());
        overridden.addAll(revision.get().overrides());
      }
    }
    revisions.keySet().removeAll(overridden);
    return List.copyOf(revisions.values());
  }
}
