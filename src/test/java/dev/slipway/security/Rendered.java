package dev.slipway.security;

import dev.slipway.cluster.Cloud;
import dev.slipway.cluster.Cluster;
import dev.slipway.cluster.Distribution;
import dev.slipway.manifest.Manifest;
import dev.slipway.manifest.Mapping;
import dev.slipway.podsecurity.PodTemplate;
import dev.slipway.render.Collected;
import dev.slipway.target.Defaults;
import dev.slipway.target.Naming;
import dev.slipway.target.Notice;
import dev.slipway.target.Target;
import dev.slipway.testing.YamlText;
import java.util.Arrays;
import java.util.List;

/** What an admission renders for pods in the namespace hyperscience. */
record Rendered(Collected all) {
  /** What the platform's pods need, by the vendor's own page. */
  static final SecurityProfile HYPERSCIENCE =
      SecurityProfile.builder()
          .addCapabilities("SETUID", "SETGID")
          .anyFsGroup()
          .allowPrivilegeEscalation(true)
          .readOnlyRootFilesystem(false)
          .volumeTypes("configMap", "emptyDir", "persistentVolumeClaim", "secret")
          .build();

  static Cluster cluster(Distribution distribution, String version) {
    return Cluster.builder("test")
        .cloud(cloud(distribution))
        .distribution(distribution)
        .kubernetes(version)
        .build();
  }

  private static Cloud cloud(Distribution distribution) {
    return switch (distribution) {
      case EKS -> Cloud.AWS;
      case GKE, GKE_AUTOPILOT -> Cloud.GCP;
      case AKS -> Cloud.AZURE;
      default -> Cloud.NONE;
    };
  }

  static Target target(Cluster cluster) {
    return new Target(
        cluster, "hyperscience", new Naming("hyperscience", "hs", ""), Defaults.STRICT);
  }

  static Rendered by(Admission admission, Cluster cluster, Subject who) {
    Collected collected = new Collected();
    admission.render(who, target(cluster), collected);
    return new Rendered(collected);
  }

  /** Pods of an account without its token, named as the platform is. */
  static Subject pods(String account, SecurityProfile... profiles) {
    return Subject.of(
        "platform",
        Arrays.asList(profiles),
        List.of(
            pod(
                "{serviceAccountName: %s, automountServiceAccountToken: false}"
                    .formatted(account))));
  }

  static PodTemplate pod(String spec) {
    return PodTemplate.of(Mapping.EMPTY, YamlText.mapping(spec));
  }

  Mapping only(String kind) {
    List<Manifest> found =
        all.objects().stream().filter(object -> object.ref().kind().equals(kind)).toList();
    if (found.size() != 1) {
      throw new AssertionError("There are " + found.size() + " objects of kind " + kind + ".");
    }
    return found.get(0).body();
  }

  List<String> names() {
    return all.objects().stream().map(object -> object.ref().toString()).toList();
  }

  List<Notice> notices() {
    return all.notices();
  }
}
