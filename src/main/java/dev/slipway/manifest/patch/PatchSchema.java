package dev.slipway.manifest.patch;

import dev.slipway.manifest.GroupKind;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How strategic merge patches treat the fields of Kubernetes' own kinds: which lists are merged,
 * and by which key. Fields that are not listed are treated as in a JSON merge patch.
 *
 * <p>These are the {@code patchStrategy} and {@code patchMergeKey} tags of the published Go types
 * ({@code k8s.io/api} and {@code k8s.io/apimachinery}, v0.34.2), those of {@code status} left out:
 * it is the cluster's to write. Since v0.24 fields were added, and none changed. The one tag that a
 * custom resource definition has, on its schemas' {@code x-kubernetes-validations}, is left out,
 * too.
 *
 * @see <a href="https://pkg.go.dev/k8s.io/api@v0.34.2">k8s.io/api</a>
 */
final class PatchSchema {
  /** A field without anything of its own, and a kind of object that is not known. */
  static final PatchSchema NONE = new PatchSchema(Map.of());

  private static final PatchSchema METADATA =
      define().merged("ownerReferences", "uid").set("finalizers").build();

  private static final PatchSchema OBJECT = define().within("metadata", METADATA).build();

  private static final PatchSchema CONTAINER =
      define()
          .merged("ports", "containerPort")
          .merged("env", "name")
          .merged("volumeMounts", "mountPath")
          .merged("volumeDevices", "devicePath")
          .build();

  private static final PatchSchema VOLUME =
      define().within("ephemeral", define().within("volumeClaimTemplate", OBJECT).build()).build();

  private static final PatchSchema POD =
      object(
          define()
              .merged("volumes", "name", VOLUME)
              .merged("initContainers", "name", CONTAINER)
              .merged("containers", "name", CONTAINER)
              .merged("ephemeralContainers", "name", CONTAINER)
              .merged("imagePullSecrets", "name")
              .merged("hostAliases", "ip")
              .merged("topologySpreadConstraints", "topologyKey")
              .merged("schedulingGates", "name")
              .merged("resourceClaims", "name"));

  private static final PatchSchema POD_OWNER = object(define().within("template", POD));

  private static final PatchSchema WEBHOOKS =
      define()
          .within("metadata", METADATA)
          .merged("webhooks", "name", define().merged("matchConditions", "name").build())
          .build();

  private static final Map<GroupKind, PatchSchema> KINDS =
      Map.ofEntries(
          kind("", "Pod", POD),
          kind(
              "",
              "PodTemplate",
              define().within("metadata", METADATA).within("template", POD).build()),
          kind("", "ReplicationController", POD_OWNER),
          kind("", "Service", object(define().merged("ports", "port"))),
          kind(
              "",
              "ServiceAccount",
              define().within("metadata", METADATA).merged("secrets", "name").build()),
          kind("", "Node", object(define().set("podCIDRs"))),
          kind("apps", "DaemonSet", POD_OWNER),
          kind("apps", "Deployment", POD_OWNER),
          kind("apps", "ReplicaSet", POD_OWNER),
          kind("apps", "StatefulSet", POD_OWNER),
          kind("batch", "Job", POD_OWNER),
          kind("batch", "CronJob", object(define().within("jobTemplate", POD_OWNER))),
          kind("policy", "PodDisruptionBudget", object(define().replaced("selector"))),
          kind("storage.k8s.io", "CSINode", object(define().merged("drivers", "name"))),
          kind(
              "resource.k8s.io",
              "ResourceClaimTemplate",
              object(define().within("metadata", METADATA))),
          kind(
              "admissionregistration.k8s.io",
              "ValidatingAdmissionPolicy",
              object(define().merged("matchConditions", "name").merged("variables", "name"))),
          kind(
              "admissionregistration.k8s.io",
              "MutatingAdmissionPolicy",
              object(define().merged("matchConditions", "name"))),
          kind("admissionregistration.k8s.io", "ValidatingWebhookConfiguration", WEBHOOKS),
          kind("admissionregistration.k8s.io", "MutatingWebhookConfiguration", WEBHOOKS));

  /** The groups of Kubernetes' own kinds that do not end in {@code .k8s.io}. */
  private static final Set<String> GROUPS =
      Set.of("", "apps", "autoscaling", "batch", "extensions", "policy");

  private static final Set<String> K8S_IO_GROUPS =
      Set.of(
          "admissionregistration.k8s.io",
          "apiextensions.k8s.io",
          "apiregistration.k8s.io",
          "authentication.k8s.io",
          "authorization.k8s.io",
          "certificates.k8s.io",
          "coordination.k8s.io",
          "discovery.k8s.io",
          "events.k8s.io",
          "flowcontrol.apiserver.k8s.io",
          "networking.k8s.io",
          "node.k8s.io",
          "rbac.authorization.k8s.io",
          "resource.k8s.io",
          "scheduling.k8s.io",
          "storage.k8s.io");

  private final Map<String, Field> fields;

  private PatchSchema(Map<String, Field> fields) {
    this.fields = fields;
  }

  /** What a strategic merge patch does with a value that is there already. */
  enum Strategy {
    /** Maps are merged, lists replaced. */
    DEFAULT,
    /** Lists are merged. */
    MERGE,
    /** Maps are replaced, too. */
    REPLACE
  }

  /**
   * A field of an object.
   *
   * @param key the key by which a list of maps is merged; null for a set of plain values
   * @param below the fields of the map, or of each item of the list
   */
  record Field(Strategy strategy, @Nullable String key, PatchSchema below) {
    static final Field PLAIN = new Field(Strategy.DEFAULT, null, NONE);
  }

  /** The fields of a kind, or null if it is not one of Kubernetes' own. */
  static @Nullable PatchSchema of(GroupKind kind) {
    PatchSchema known = KINDS.get(kind);
    if (known != null) {
      return known;
    }
    return GROUPS.contains(kind.group()) || K8S_IO_GROUPS.contains(kind.group()) ? OBJECT : null;
  }

  Field field(String name) {
    return fields.getOrDefault(name, Field.PLAIN);
  }

  private static Map.Entry<GroupKind, PatchSchema> kind(
      String group, String kind, PatchSchema schema) {
    return Map.entry(GroupKind.of(group, kind), schema);
  }

  private static Definition define() {
    return new Definition();
  }

  private static PatchSchema object(Definition spec) {
    return define().within("metadata", METADATA).within("spec", spec.build()).build();
  }

  private static final class Definition {
    private final Map<String, Field> fields = new HashMap<>();

    Definition within(String name, PatchSchema below) {
      return put(name, new Field(Strategy.DEFAULT, null, below));
    }

    Definition merged(String name, String key) {
      return merged(name, key, NONE);
    }

    Definition merged(String name, String key, PatchSchema below) {
      return put(name, new Field(Strategy.MERGE, key, below));
    }

    Definition set(String name) {
      return put(name, new Field(Strategy.MERGE, null, NONE));
    }

    Definition replaced(String name) {
      return put(name, new Field(Strategy.REPLACE, null, NONE));
    }

    PatchSchema build() {
      return new PatchSchema(Map.copyOf(fields));
    }

    private Definition put(String name, Field field) {
      fields.put(name, field);
      return this;
    }
  }
}
