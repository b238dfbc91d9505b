package dev.slipway.render;

import dev.slipway.manifest.GroupKind;
import dev.slipway.manifest.MadeSecrets;
import dev.slipway.manifest.Manifest;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.ObjectRef;
import dev.slipway.manifest.Seq;
import dev.slipway.manifest.Suggestions;
import dev.slipway.podsecurity.PodTemplate;
import dev.slipway.target.Declaration;
import dev.slipway.target.Notice;
import dev.slipway.target.Sink;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds what objects name that is neither rendered, nor made from what is, nor declared. */
final class DanglingReferences {
  private static final GroupKind SECRET = GroupKind.of("", "Secret");
  private static final GroupKind CONFIG_MAP = GroupKind.of("", "ConfigMap");
  private static final GroupKind CLAIM = GroupKind.of("", "PersistentVolumeClaim");
  private static final GroupKind SERVICE = GroupKind.of("", "Service");
  private static final GroupKind PRIORITY_CLASS =
      GroupKind.of("scheduling.k8s.io", "PriorityClass");

  /**
   * What Kubernetes puts there itself: two classes into every cluster, its authorities'
   * certificates into every namespace, as OpenShift does with its services'.
   *
   * @see <a
   *     href="https://kubernetes.io/docs/tasks/administer-cluster/guaranteed-scheduling-critical-addon-pods/">Critical
   *     pods' priority classes</a>
   */
  private static final Set<String> BUILT_IN =
      Set.of(
          "system-cluster-critical",
          "system-node-critical",
          "kube-root-ca.crt",
          "openshift-service-ca.crt");

  private final Set<ObjectRef.Key> there = new HashSet<>();
  private final Sink out;

  private DanglingReferences(Sink out) {
    this.out = out;
  }

  /**
   * Gives a notice for each.
   *
   * @param rendered what is written, and judged here
   * @param judged what operators will create from it
   */
  static void report(
      List<Manifest> rendered, List<Manifest> judged, List<Declaration> declared, Sink out) {
    DanglingReferences references = new DanglingReferences(out);
    rendered.forEach(references::isThere);
    judged.forEach(references::isThere);
    for (Declaration declaration : declared) {
      if (declaration instanceof Declaration.Existing existing) {
        references.there.add(existing.object());
      }
    }
    rendered.forEach(references::judge);
  }

  private void isThere(Manifest manifest) {
    there.add(manifest.ref().key());
    for (String name : MadeSecrets.of(manifest)) {
      there.add(new ObjectRef.Key(SECRET, manifest.ref().namespace(), name));
    }
  }

  private void judge(Manifest manifest) {
    References found = new References(manifest.ref().namespace());
    PodTemplate.of(manifest).ifPresent(pod -> found.inPod(pod.spec()));
    Mapping spec = manifest.spec();
    switch (manifest.ref().kind()) {
      case "StatefulSet" -> found.add(SERVICE, spec.string("serviceName"));
      case "Ingress" -> found.inIngress(spec);
      default -> {}
    }
    for (ObjectRef.Key key : found.keys) {
      if (!isThere(key) && !BUILT_IN.contains(key.name())) {
        out.notice(notice(key, manifest.ref()).about(manifest.ref()));
      }
    }
  }

  /** Of what is declared to exist, the namespace may be left open. */
  private boolean isThere(ObjectRef.Key key) {
    return there.contains(key) || there.contains(new ObjectRef.Key(key.kind(), "", key.name()));
  }

  private Notice notice(ObjectRef.Key missing, ObjectRef by) {
    String kind = missing.kind().kind();
    List<String> names =
        there.stream()
            .filter(key -> key.kind().equals(missing.kind()))
            .filter(key -> key.namespace().equals(missing.namespace()))
            .map(ObjectRef.Key::name)
            .sorted()
            .toList();
    String near = Suggestions.didYouMean(missing.name(), names);
    if (missing.kind().equals(PRIORITY_CLASS)) {
      return Notice.warning(
          "unknown-priority-class",
          "Priority class '%s' is neither built in nor rendered, and the API server refuses pods whose class there is not."
              .formatted(missing.name()),
          near.isEmpty()
              ? "Declare it among the environment's priority classes, or waive this where the"
                  + " cluster has it."
              : near);
    }
    return Notice.warning(
        "dangling-reference",
        "%s '%s' is neither rendered nor declared to be in namespace '%s'."
            .formatted(kind, missing.name(), missing.namespace()),
        near.isEmpty() ? remedy(missing, by) : near);
  }

  private static String remedy(ObjectRef.Key missing, ObjectRef by) {
    if (!missing.kind().equals(SECRET)) {
      return "Add it, or waive this where somebody else puts it there.";
    }
    return by.kind().equals("Ingress")
        ? "Name the cluster issuer of cert-manager that makes it, or waive this where somebody else"
            + " does."
        : "Declare it among the application's secrets: as an existing one where somebody else puts"
            + " it there.";
  }

  private static List<Mapping> mappings(Seq seq) {
    return seq.asList().stream()
        .filter(Mapping.class::isInstance)
        .map(Mapping.class::cast)
        .toList();
  }

  /** What one object names, each once. */
  private static final class References {
    private final String namespace;
    private final Set<ObjectRef.Key> keys = new LinkedHashSet<>();

    References(String namespace) {
      this.namespace = namespace;
    }

    void add(GroupKind kind, @Nullable String name) {
      if (name != null && !name.isEmpty()) {
        keys.add(new ObjectRef.Key(kind, kind.equals(PRIORITY_CLASS) ? "" : namespace, name));
      }
    }

    /** What may be missing is let be. */
    private void add(GroupKind kind, Mapping reference, String nameField) {
      if (!Boolean.TRUE.equals(reference.bool("optional"))) {
        add(kind, reference.string(nameField));
      }
    }

    void inPod(Mapping pod) {
      add(PRIORITY_CLASS, pod.string("priorityClassName"));
      mappings(pod.seq("imagePullSecrets")).forEach(secret -> add(SECRET, secret.string("name")));
      for (String list : List.of("initContainers", "containers")) {
        mappings(pod.seq(list)).forEach(this::inContainer);
      }
      mappings(pod.seq("volumes")).forEach(this::inVolume);
    }

    private void inContainer(Mapping container) {
      for (Mapping variable : mappings(container.seq("env"))) {
        Mapping from = variable.mapping("valueFrom");
        add(SECRET, from.mapping("secretKeyRef"), "name");
        add(CONFIG_MAP, from.mapping("configMapKeyRef"), "name");
      }
      for (Mapping source : mappings(container.seq("envFrom"))) {
        add(SECRET, source.mapping("secretRef"), "name");
        add(CONFIG_MAP, source.mapping("configMapRef"), "name");
      }
    }

    private void inVolume(Mapping volume) {
      add(SECRET, volume.mapping("secret"), "secretName");
      add(CONFIG_MAP, volume.mapping("configMap"), "name");
      add(CLAIM, volume.mapping("persistentVolumeClaim"), "claimName");
      for (Mapping source : mappings(volume.mapping("projected").seq("sources"))) {
        add(SECRET, source.mapping("secret"), "name");
        add(CONFIG_MAP, source.mapping("configMap"), "name");
      }
    }

    void inIngress(Mapping spec) {
      mappings(spec.seq("tls")).forEach(tls -> add(SECRET, tls.string("secretName")));
      for (Mapping rule : mappings(spec.seq("rules"))) {
        for (Mapping path : mappings(rule.mapping("http").seq("paths"))) {
          add(SERVICE, path.mapping("backend").mapping("service").string("name"));
        }
      }
    }
  }
}
