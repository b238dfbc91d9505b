package dev.slipway.secret;

import dev.slipway.cluster.Api;
import dev.slipway.manifest.FieldPath;
import dev.slipway.manifest.GroupVersionKind;
import dev.slipway.manifest.Manifest;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.ObjectRef;
import dev.slipway.manifest.Origin;
import dev.slipway.manifest.Text;
import dev.slipway.target.Declaration;
import dev.slipway.target.Naming;
import dev.slipway.target.Notice;
import dev.slipway.target.Sink;
import dev.slipway.target.Target;
import java.util.Map;
import java.util.Set;

/** Where a source's Secret stands, and how the objects around it are made. */
record SecretPlace(Target target, String name) {
  static final GroupVersionKind SECRET = GroupVersionKind.of("v1", "Secret");

  ObjectRef secret() {
    return new ObjectRef(SECRET, target.namespace(), name);
  }

  /**
   * An object of the Secret's own name, with only those labels that every consumer would write: two
   * applications of one namespace may share a source, and labels of either would make two different
   * objects of it.
   */
  Manifest object(GroupVersionKind type, Map<String, String> annotations, Mapping fields) {
    return object(type, Mapping.EMPTY, annotations, fields);
  }

  /** The same with labels that the source itself was given. */
  Manifest object(
      GroupVersionKind type, Mapping given, Map<String, String> annotations, Mapping fields) {
    Mapping labels = target.strict() ? given.with(Naming.MANAGED_BY, Text.of("slipway")) : given;
    return target.object(
        type,
        name,
        labels,
        Mapping.ofStrings(annotations),
        fields,
        Origin.of(
            KeyNames.part(name),
            FieldPath.of("applications", target.naming().instance(), "secrets")));
  }

  /** Says so where the cluster lacks what is to make the Secret. */
  void require(Api api, Sink out) {
    if (!target.cluster().has(api)) {
      out.notice(
          Notice.error(
                  "api-not-installed",
                  "Secret '%s' comes by way of %s, which cluster '%s' does not have."
                      .formatted(name, api, target.cluster().name()),
                  "Install it and declare it (installed: [%s]), or take the secret from another"
                          .formatted(api)
                      + " source.")
              .about(secret()));
    }
  }

  /** That the Secret will be there without a manifest of it. */
  Declaration comesFromElsewhere(Set<String> keys) {
    return new Declaration.Existing(secret().key(), keys);
  }

  /** What to tell who has a source that cannot see its values change. */
  Notice rotationUnseen(String who) {
    return rotationUnseen(
        who,
        "Give the source a revision and change it after each rotation, or restart the workloads"
            + " then (kubectl rollout restart).");
  }

  Notice rotationUnseen(String who, String remedy) {
    return Notice.info(
            SecretSource.ROTATION,
            "%s. When a value changes, pods that read it from their environment keep the old one."
                .formatted(who),
            remedy)
        .about(secret());
  }
}
