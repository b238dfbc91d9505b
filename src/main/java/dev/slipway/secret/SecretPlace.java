package dev.slipway.secret;

import dev.slipway.manifest.GroupKind;
import dev.slipway.manifest.Manifest;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.ObjectRef;
import dev.slipway.manifest.Origin;
import dev.slipway.target.Declaration;
import dev.slipway.target.Naming;
import dev.slipway.target.Notice;
import dev.slipway.target.Target;
import java.util.Map;
import java.util.Set;

/** Where a source's Secret stands, and how the objects around it are made. */
record SecretPlace(Target target, String name) {
  private static final GroupKind SECRET = GroupKind.of("", "Secret");

  ObjectRef secret() {
    return ObjectRef.of("v1", "Secret", target.namespace(), name);
  }

  /** An object of the Secret's own name. */
  Manifest object(String apiVersion, String kind, Map<String, String> annotations, Mapping rest) {
    return Manifest.of(
        Mapping.builder()
            .put("apiVersion", apiVersion)
            .put("kind", kind)
            .put("metadata", metadata(annotations))
            .putAll(rest)
            .build(),
        Origin.of(KeyNames.part(name)));
  }

  /** That the Secret will be there without a manifest of it. */
  Declaration comesFromElsewhere(Set<String> keys) {
    return new Declaration.Existing(new ObjectRef.Key(SECRET, target.namespace(), name), keys);
  }

  /** What to tell who has a source that cannot see its values change. */
  Notice rotationUnseen(String who) {
    return Notice.info(
            "secret-rotation",
            "%s. When a value changes, pods that read it from their environment keep the old one."
                .formatted(who),
            "Give the source a revision and change it after each rotation, or restart the workloads"
                + " then (kubectl rollout restart).")
        .about(secret());
  }

  /**
   * Only what every consumer would write: two applications of one namespace may share a source, and
   * labels of either would make two different objects of it.
   */
  private Mapping metadata(Map<String, String> annotations) {
    Mapping.Builder metadata =
        Mapping.builder().put("name", name).put("namespace", target.namespace());
    if (target.strict()) {
      metadata.put("labels", Mapping.of(Naming.MANAGED_BY, "slipway"));
    }
    return metadata.putUnlessEmpty("annotations", Mapping.ofStrings(annotations)).build();
  }
}
