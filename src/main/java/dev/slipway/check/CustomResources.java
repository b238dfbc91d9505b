package dev.slipway.check;

import dev.slipway.manifest.Mapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The objects whose controllers may make what no manifest has: pods, Services, Secrets. What they
 * make goes by their names as a rule, so nothing is told to be missing that begins with one.
 */
final class CustomResources {
  /** Groups of which nothing makes pods or Services, whatever else it makes. */
  private static final Set<String> WITHOUT_PODS =
      Set.of(
          "bitnami.com",
          "cert-manager.io",
          "cilium.io",
          "crd.projectcalico.org",
          "external-secrets.io",
          "keda.sh",
          "kyverno.io",
          "networking.istio.io",
          "route.openshift.io",
          "secrets-store.csi.x-k8s.io",
          "security.istio.io",
          "security.openshift.io",
          "traefik.io");

  private static final Set<String> MONITORING =
      Set.of("PodMonitor", "Probe", "PrometheusRule", "ServiceMonitor");

  private final List<Subject> all = new ArrayList<>();

  CustomResources(List<Subject> subjects) {
    for (Subject subject : subjects) {
      if (isCustom(subject.kind().group()) && !MONITORING.contains(subject.kind().kind())) {
        all.add(subject);
      }
    }
  }

  /** Whether one of them may make pods that a selector of a namespace selects. */
  boolean mayMake(Selector selector, String namespace) {
    for (Subject resource : all) {
      if (Facts.together(resource.namespace(), namespace)
          && (isNamedIn(selector, resource) || isTemplateFor(selector, resource))) {
        return true;
      }
    }
    return false;
  }

  /** Whether one of them may make an object of a name. */
  boolean mayMake(String name, String namespace) {
    for (Subject resource : all) {
      if (Facts.together(resource.namespace(), namespace) && isOf(name, resource)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isNamedIn(Selector selector, Subject resource) {
    for (String value : selector.pairs().values()) {
      if (isOf(value, resource)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOf(String name, Subject resource) {
    return name.equals(resource.name()) || name.startsWith(resource.name() + "-");
  }

  private static boolean isTemplateFor(Selector selector, Subject resource) {
    Mapping labels = resource.spec().mapping("template").mapping("metadata").mapping("labels");
    return !labels.isEmpty() && selector.matches(Selector.strings(labels));
  }

  /** Kubernetes' own groups have no dot, or end in k8s.io; x-k8s.io is that of its subprojects. */
  private static boolean isCustom(String group) {
    return group.indexOf('.') >= 0
        && !WITHOUT_PODS.contains(group)
        && (!group.endsWith(".k8s.io") || group.endsWith(".x-k8s.io"));
  }
}
