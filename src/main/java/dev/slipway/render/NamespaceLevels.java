package dev.slipway.render;

import dev.slipway.cluster.Cluster;
import dev.slipway.manifest.InvalidInputException;
import dev.slipway.manifest.Manifest;
import dev.slipway.manifest.ManifestSet;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.ObjectRef;
import dev.slipway.podsecurity.Level;
import dev.slipway.podsecurity.PodSecurity;
import dev.slipway.podsecurity.PodTemplate;
import dev.slipway.podsecurity.Violation;
import dev.slipway.security.NamespaceLabels;
import dev.slipway.target.Notice;
import dev.slipway.target.Sink;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Which Pod Security level each of an environment's own namespaces needs for its pods, and what
 * there is to say of it.
 */
final class NamespaceLevels {
  private static final String LOWERED = "pod-security-level";
  private static final String DECLARED = "pod-security-label";

  private final Cluster cluster;
  private final Map<String, List<Started>> pods;
  private final Map<String, Level> needed = new TreeMap<>();

  private NamespaceLevels(Cluster cluster, Map<String, List<Started>> pods) {
    this.cluster = cluster;
    this.pods = pods;
    for (Map.Entry<String, List<Started>> all : pods.entrySet()) {
      needed.put(all.getKey(), strictest(all.getValue()));
    }
  }

  /** Pods, and the object that they come of; none for those that somebody else starts. */
  private record Started(Optional<ObjectRef> by, PodTemplate pod) {}

  /**
   * The levels that pods need.
   *
   * @param expected what somebody else will start, by namespace; one entry for each namespace whose
   *     labels are ours to give
   * @param objects what is rendered, and what operators will make of it
   */
  static NamespaceLevels of(
      Cluster cluster, Map<String, List<PodTemplate>> expected, Collection<Manifest> objects) {
    Map<String, List<Started>> pods = new TreeMap<>();
    for (Map.Entry<String, List<PodTemplate>> templates : expected.entrySet()) {
      List<Started> started = new ArrayList<>();
      for (PodTemplate pod : templates.getValue()) {
        started.add(new Started(Optional.empty(), pod));
      }
      pods.put(templates.getKey(), started);
    }
    for (Manifest object : objects) {
      List<Started> there = pods.get(object.ref().namespace());
      if (there != null) {
        Optional<PodTemplate> pod = PodTemplate.of(object);
        if (pod.isPresent()) {
          there.add(new Started(Optional.of(object.ref()), pod.get()));
        }
      }
    }
    return new NamespaceLevels(cluster, pods);
  }

  /** The labels of a namespace; none where they are not ours to give. */
  Map<String, String> labels(String namespace) {
    Level level = needed.get(namespace);
    return level == null ? Map.of() : NamespaceLabels.labels(level, cluster);
  }

  /**
   * Says where patches have made a namespace less strict, where a pod takes all strictness away,
   * and where a namespace's own labels say something else than its pods need.
   *
   * @param unpatched the levels that the pods needed before any patch
   * @param all the objects as they will be written
   */
  void tell(Supplier<NamespaceLevels> unpatched, ManifestSet all, Sink out) {
    for (Manifest namespace : all.ofKind("Namespace")) {
      Level level = needed.get(namespace.ref().name());
      if (level == null) {
        continue;
      }
      if (!level.includes(Level.RESTRICTED)) {
        Level before =
            unpatched.get().needed.getOrDefault(namespace.ref().name(), Level.RESTRICTED);
        Level due = before.includes(Level.BASELINE) ? before : Level.BASELINE;
        if (!level.includes(due)) {
          tellLowered(namespace.ref(), level, due, out);
        }
      }
      tellDeclared(namespace, level, out);
    }
  }

  private void tellLowered(ObjectRef namespace, Level level, Level due, Sink out) {
    Offences offences = offences(namespace.name(), due);
    out.notice(
        Notice.warning(
                LOWERED,
                "The pods of namespace '%s' need Pod Security level %s instead of %s: %s."
                    .formatted(namespace.name(), level, due, offences.told()),
                offences.remedies()
                    + " A pod that must be so keeps the others strict in a namespace of its own.")
            .about(namespace));
  }

  /** What is declared or patched into the labels must be a level, and one that suits the pods. */
  private void tellDeclared(Manifest namespace, Level level, Sink out) {
    Mapping labels = namespace.body().mapping("metadata").mapping("labels");
    for (String label : NamespaceLabels.LEVELS) {
      @Nullable String value = labels.string(label);
      if (value == null) {
        continue;
      }
      try {
        Level declared = Level.of(value);
        if (label.equals(NamespaceLabels.ENFORCE)) {
          tellEnforced(namespace.ref(), declared, level, out);
        }
      } catch (InvalidInputException e) {
        out.notice(
            Notice.error(
                    DECLARED,
                    "Namespace '%s' has the label %s: %s"
                        .formatted(namespace.ref().name(), label, e.problems().get(0).message()),
                    e.problems().get(0).remedy())
                .about(namespace.ref()));
      }
    }
  }

  private void tellEnforced(ObjectRef namespace, Level declared, Level level, Sink out) {
    if (declared.equals(level)) {
      return;
    }
    String name = namespace.name();
    String remedy = "Leave the label out: the level follows from the pods.";
    out.notice(
        (declared.includes(level)
                ? Notice.error(
                    DECLARED,
                    "Namespace '%s' is told to enforce %s, and would refuse its pods: %s."
                        .formatted(name, declared, offences(name, declared).told()),
                    remedy)
                : Notice.warning(
                    DECLARED,
                    "Namespace '%s' is told to enforce %s, and its pods pass %s."
                        .formatted(name, declared, level),
                    remedy))
            .about(namespace));
  }

  private Offences offences(String namespace, Level level) {
    Offences offences = new Offences(new LinkedHashSet<>(), new LinkedHashSet<>());
    for (Started started : pods.getOrDefault(namespace, List.of())) {
      for (Violation violation : PodSecurity.evaluate(level, cluster.version(), started.pod())) {
        offences.add(started.by(), violation);
      }
    }
    return offences;
  }

  private Level strictest(List<Started> all) {
    return PodSecurity.strictestLevel(all.stream().map(Started::pod).toList(), cluster.version());
  }

  /** What keeps pods from a level: which pod, by which control, in which field; and what to do. */
  private record Offences(Set<String> each, Set<String> remedy) {
    void add(Optional<ObjectRef> by, Violation violation) {
      each.add(
          "%s breaks %s%s (%s)"
              .formatted(
                  by.map(ref -> ref.kind() + " '" + ref.name() + "'")
                      .orElse("a pod that others start"),
                  violation.control(),
                  violation.fields().isEmpty()
                      ? ""
                      : " at "
                          + String.join(
                              ", ", violation.fields().stream().map(Object::toString).toList()),
                  violation));
      remedy.add(violation.remedy());
    }

    String told() {
      return String.join("; ", each);
    }

    String remedies() {
      return String.join(" ", remedy);
    }
  }
}
