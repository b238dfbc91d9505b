package dev.slipway.security;

import dev.slipway.cluster.Cluster;
import dev.slipway.cluster.KubernetesVersion;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Node;
import dev.slipway.manifest.Seq;
import dev.slipway.manifest.Text;
import dev.slipway.podsecurity.Level;
import dev.slipway.podsecurity.PodSecurity;
import dev.slipway.podsecurity.PodTemplate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The labels by which a namespace tells Pod Security admission what to let in.
 *
 * <p>Enforced is the strictest level that admits every pod, as of the cluster's own version: a
 * version that is pinned keeps an upgrade of the cluster from refusing pods that were let in
 * before, and the next rendering moves it. Warnings and audit entries come at restricted, as of the
 * latest version: they tell ahead what is still missing.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/security/pod-security-admission/">Pod Security
 *     admission</a>
 */
public final class NamespaceLabels {
  private static final String PREFIX = "pod-security.kubernetes.io/";

  /** The label with the level by which pods are refused. */
  public static final String ENFORCE = PREFIX + "enforce";

  private static final List<String> TELLING = List.of(PREFIX + "warn", PREFIX + "audit");

  /** The labels that have a level, in the order in which people write them. */
  public static final List<String> LEVELS = List.of(ENFORCE, TELLING.get(0), TELLING.get(1));

  private static final String LATEST = "latest";

  /** On by default since 1.23, and what clusters decide by since PodSecurityPolicy is gone. */
  private static final int SINCE = PodSecurityPolicyAdmission.LAST_MINOR + 1;

  private NamespaceLabels() {}

  /** Whether a cluster decides by them. */
  public static boolean on(Cluster cluster) {
    return cluster.version().atLeast(SINCE);
  }

  /** The labels of a namespace that has these pods and no others. */
  public static Map<String, String> forPods(Collection<PodTemplate> pods, Cluster cluster) {
    return labels(PodSecurity.strictestLevel(pods, cluster.version()), cluster);
  }

  /** The labels of a namespace whose pods are yet to come and will have these profiles. */
  public static Map<String, String> forProfiles(
      Collection<SecurityProfile> profiles, Cluster cluster) {
    return labels(levelFor(profiles, cluster), cluster);
  }

  /** The strictest level that admits pods which use all that these profiles allow. */
  public static Level levelFor(Collection<SecurityProfile> profiles, Cluster cluster) {
    return PodSecurity.strictestLevel(
        profiles.stream().map(profile -> sample(profile, cluster)).toList(), cluster.version());
  }

  /** The labels that enforce a level, in the order in which people write them. */
  public static Map<String, String> labels(Level level, Cluster cluster) {
    Map<String, String> labels = new LinkedHashMap<>();
    labels.put(ENFORCE, level.label());
    labels.put(ENFORCE + "-version", "v" + judged(cluster.version()));
    for (String label : TELLING) {
      labels.put(label, Level.RESTRICTED.label());
      labels.put(label + "-version", LATEST);
    }
    return labels;
  }

  /** The first labels, enforcing the looser of both levels, for a namespace that has both pods. */
  public static Mapping looser(Mapping labels, Mapping others) {
    @Nullable String level = labels.string(ENFORCE);
    @Nullable String other = others.string(ENFORCE);
    return level == null || other == null || Level.of(other).includes(Level.of(level))
        ? labels
        : labels.with(ENFORCE, Text.of(other));
  }

  /** The version whose rules the pods were judged by. */
  private static KubernetesVersion judged(KubernetesVersion version) {
    return version.compareTo(PodSecurity.NEWEST) > 0 ? PodSecurity.NEWEST : version;
  }

  /** A pod that uses all that a profile allows. */
  public static PodTemplate sample(SecurityProfile profile, Cluster cluster) {
    Mapping container =
        Mapping.builder()
            .put("name", "sample")
            .put("securityContext", profile.containerContext(cluster))
            .build();
    Seq volumes =
        Seq.from(
            profile.volumeTypes(),
            type -> Mapping.of("name", (Node) Text.of("sample"), type, Mapping.EMPTY));
    return PodTemplate.of(
        Mapping.EMPTY,
        Mapping.builder()
            .put("securityContext", profile.podContext(cluster))
            .put("containers", Seq.of(container))
            .put("volumes", volumes)
            .build());
  }
}
