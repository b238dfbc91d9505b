package dev.slipway.render;

import dev.slipway.manifest.GroupKind;
import dev.slipway.manifest.MadeSecrets;
import dev.slipway.manifest.Manifest;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Node;
import dev.slipway.manifest.ObjectRef;
import dev.slipway.manifest.Suggestions;
import dev.slipway.podsecurity.PodTemplate;
import dev.slipway.target.Declaration;
import dev.slipway.target.Notice;
import dev.slipway.target.Sink;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds names of priority classes and of Ingresses' certificates that nothing here has. What else
 * objects name, rules look for: in a cluster that others use too, these two are the most likely to
 * be there all the same.
 */
final class UnknownNames {
  private static final GroupKind SECRET = GroupKind.of("", "Secret");
  private static final GroupKind PRIORITY_CLASS =
      GroupKind.of("scheduling.k8s.io", "PriorityClass");

  /**
   * The classes of every cluster.
   *
   * @see <a
   *     href="https://kubernetes.io/docs/tasks/administer-cluster/guaranteed-scheduling-critical-addon-pods/">Critical
   *     pods' priority classes</a>
   */
  private static final Set<String> BUILT_IN =
      Set.of("system-cluster-critical", "system-node-critical");

  private final Set<ObjectRef.Key> there = new HashSet<>();
  private final Sink out;

  private UnknownNames(Sink out) {
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
    UnknownNames names = new UnknownNames(out);
    for (Manifest manifest : rendered) {
      names.isThere(manifest);
    }
    for (Manifest manifest : judged) {
      names.isThere(manifest);
    }
    for (Declaration declaration : declared) {
      if (declaration instanceof Declaration.Existing existing) {
        names.there.add(existing.object());
      }
    }
    for (Manifest manifest : rendered) {
      names.judge(manifest);
    }
  }

  private void isThere(Manifest manifest) {
    there.add(manifest.ref().key());
    for (String name : MadeSecrets.of(manifest)) {
      there.add(new ObjectRef.Key(SECRET, manifest.ref().namespace(), name));
    }
  }

  private void judge(Manifest manifest) {
    Optional<PodTemplate> pod = PodTemplate.of(manifest);
    if (pod.isPresent()) {
      judgeClass(pod.get().spec().string("priorityClassName"), manifest.ref());
    }
    if (manifest.ref().kind().equals("Ingress")) {
      for (String name : certificates(manifest)) {
        ObjectRef.Key key = new ObjectRef.Key(SECRET, manifest.ref().namespace(), name);
        if (!there.contains(key)) {
          out.notice(certificate(key).about(manifest.ref()));
        }
      }
    }
  }

  private void judgeClass(@Nullable String name, ObjectRef by) {
    if (name != null && !name.isEmpty() && !BUILT_IN.contains(name)) {
      ObjectRef.Key key = new ObjectRef.Key(PRIORITY_CLASS, "", name);
      if (!there.contains(key)) {
        out.notice(priorityClass(key).about(by));
      }
    }
  }

  private static Set<String> certificates(Manifest ingress) {
    Set<String> names = new LinkedHashSet<>();
    for (Node tls : ingress.spec().seq("tls")) {
      @Nullable String name = tls instanceof Mapping one ? one.string("secretName") : null;
      if (name != null) {
        names.add(name);
      }
    }
    return names;
  }

  private Notice priorityClass(ObjectRef.Key missing) {
    return Notice.warning(
        "unknown-priority-class",
        "Priority class '%s' is neither built in nor rendered, and the API server refuses pods whose class there is not."
            .formatted(missing.name()),
        or(
            missing,
            "Declare it among the environment's priority classes, or waive this where the"
                + " cluster has it."));
  }

  private Notice certificate(ObjectRef.Key missing) {
    return Notice.warning(
        "unknown-tls-secret",
        "Its certificate is in Secret '%s', which nothing makes in namespace '%s' and nobody declares."
            .formatted(missing.name(), missing.namespace()),
        or(
            missing,
            "Name the cluster issuer of cert-manager that makes it, declare it among the"
                + " application's secrets, or waive this where somebody else makes it."));
  }

  /** What was probably meant, or what else to do. */
  private String or(ObjectRef.Key missing, String remedy) {
    String near =
        Suggestions.didYouMean(
            missing.name(),
            there.stream()
                .filter(key -> key.kind().equals(missing.kind()))
                .filter(key -> key.namespace().equals(missing.namespace()))
                .map(ObjectRef.Key::name)
                .sorted()
                .toList());
    return near.isEmpty() ? remedy : near;
  }
}
