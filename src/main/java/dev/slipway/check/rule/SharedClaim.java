package dev.slipway.check.rule;

import dev.slipway.check.Facts;
import dev.slipway.check.Findings;
import dev.slipway.check.Kinds;
import dev.slipway.check.Reference;
import dev.slipway.check.Rule;
import dev.slipway.check.RuleText;
import dev.slipway.check.Subject;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Node;
import dev.slipway.target.Notice.Severity;

/** A volume of one node at a time is mounted by one workload. */
final class SharedClaim implements Rule {
  private static final String HOST = "kubernetes.io/hostname";
  private static final String CLAIM =
      """
      apiVersion: v1
      kind: PersistentVolumeClaim
      metadata:
        name: data
      spec:
        accessModes: [ReadWriteOnce]
        resources:
          requests: {storage: 10Gi}
      """;

  @Override
  public String id() {
    return "shared-claim";
  }

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public void inspect(Subject object, Facts facts, Findings out) {
    if (object.pod() == null) {
      return;
    }
    for (Reference reference : Reference.of(object.pod())) {
      if (reference.kind().equals(Kinds.CLAIM) && Claims.isOfOneNode(object, reference, facts)) {
        judge(object, reference, facts, out);
      }
    }
  }

  private static void judge(Subject object, Reference claim, Facts facts, Findings out) {
    if (object.is(Kinds.DAEMON_SET)) {
      out.add(
          claim.path(),
          "%s has a pod on every node, and claim '%s' can be held by one node at a time."
              .formatted(object, claim.name()));
      return;
    }
    for (Subject other : facts.mounting(claim.name())) {
      if (other == object) {
        return; // the pair is told at the second of the two
      }
      if (other.namespace().equals(object.namespace())
          && !other.is(Kinds.DAEMON_SET)
          && !isTied(object)
          && !isTied(other)) {
        out.add(
            claim.path(),
            "%s and %s mount claim '%s', which one node at a time can hold."
                .formatted(other, object, claim.name()));
        return;
      }
    }
  }

  /** Whether pods say themselves on which node they must be, or with which others. */
  private static boolean isTied(Subject object) {
    if (object.pod() == null) {
      return false;
    }
    Mapping spec = object.pod().spec();
    if (spec.has("nodeName") || spec.mapping("nodeSelector").has(HOST)) {
      return true;
    }
    Mapping affinity = spec.mapping("affinity");
    for (Node node :
        affinity.mapping("podAffinity").seq("requiredDuringSchedulingIgnoredDuringExecution")) {
      if (node instanceof Mapping term && HOST.equals(term.string("topologyKey"))) {
        return true;
      }
    }
    return false;
  }

  @Override
  public RuleText text() {
    return RuleText.of("A volume of one node at a time is mounted by one workload.")
        .why(
            "A ReadWriteOnce volume is attached to one node: pods of the other workload wait for it"
                + " for ever unless they happen to be on the same one. The rule is silent where a"
                + " node's name or a required affinity brings them together, and for volumes that"
                + " are folders of a node.")
        .remedy(
            "Take a ReadWriteMany volume, run both as containers of one pod, or bring the pods"
                + " together with a required podAffinity by kubernetes.io/hostname.")
        .failing(
            CLAIM + pod("web", "") + pod("backup", ""),
            "spec.volumes[0].persistentVolumeClaim.claimName",
            "Pod 'web' and Pod 'backup' mount claim 'data', which one node at a time can hold.")
        .passing(
            CLAIM
                + pod("web", "")
                + pod(
                    "backup",
                    """
                    affinity:
                      podAffinity:
                        requiredDuringSchedulingIgnoredDuringExecution:
                        - topologyKey: kubernetes.io/hostname
                          labelSelector:
                            matchLabels: {app: web}
                    """));
  }

  private static String pod(String name, String lines) {
    return """
    ---
    apiVersion: v1
    kind: Pod
    metadata:
      name: %1$s
      labels: {app: %1$s}
    spec:
      containers:
      - name: main
        image: registry.example.com/shop:1.4.2
        resources:
          requests: {cpu: 100m, memory: 128Mi}
        volumeMounts:
        - {name: data, mountPath: /data}
      volumes:
      - name: data
        persistentVolumeClaim: {claimName: data}
    """
            .formatted(name)
        + lines.indent(2);
  }
}
