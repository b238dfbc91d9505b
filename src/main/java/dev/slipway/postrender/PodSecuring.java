package dev.slipway.postrender;

import dev.slipway.cluster.Cluster;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Node;
import dev.slipway.manifest.Seq;
import dev.slipway.security.SecurityProfile;
import java.util.ArrayList;
import java.util.List;

/**
 * Gives pods that somebody else described a security profile. Of what the profile speaks of, the
 * profile counts, in the pod and in every container; users and groups that it leaves open stay.
 */
final class PodSecuring {
  private static final String CONTEXT = "securityContext";
  private static final List<String> LISTS = List.of("initContainers", "containers");

  /** What no profile gives anybody. */
  private static final List<String> NEVER = List.of("privileged", "procMount");

  private final Cluster cluster;

  PodSecuring(Cluster cluster) {
    this.cluster = cluster;
  }

  void secure(EditedPod pod, SecurityProfile profile) {
    Mapping ofPod = profile.podContext(cluster);
    Mapping ofContainer = profile.containerContext(cluster);
    Mapping spec = pod.spec();
    Mapping context = laidOver(spec.mapping(CONTEXT), ofPod, ofContainer);
    if (!context.isEmpty() || spec.has(CONTEXT)) {
      spec = spec.with(CONTEXT, context);
    }
    for (String list : LISTS) {
      if (spec.has(list)) {
        spec = spec.with(list, secured(spec.seq(list), ofPod, ofContainer));
      }
    }
    pod.spec(spec);
  }

  private static Seq secured(Seq containers, Mapping ofPod, Mapping ofContainer) {
    List<Node> secured = new ArrayList<>();
    for (Node container : containers) {
      secured.add(
          container instanceof Mapping body ? secured(body, ofPod, ofContainer) : container);
    }
    return Seq.of(secured);
  }

  /** A container must not undo what its pod says. */
  private static Mapping secured(Mapping container, Mapping ofPod, Mapping ofContainer) {
    Mapping context = laidOver(container.mapping(CONTEXT), ofContainer, ofPod);
    for (String field : NEVER) {
      context = context.without(field);
    }
    return context.isEmpty() && !container.has(CONTEXT)
        ? container
        : container.with(CONTEXT, context);
  }

  /**
   * A context with a profile's fields.
   *
   * @param elsewhere fields that the profile has in the other context; here they would contradict
   *     it
   */
  private static Mapping laidOver(Mapping has, Mapping fields, Mapping elsewhere) {
    Mapping context = has;
    for (String field : elsewhere.keys()) {
      context = fields.has(field) ? context : context.without(field);
    }
    for (int i = 0; i < fields.size(); i++) {
      context = context.with(fields.key(i), fields.value(i));
    }
    return context;
  }
}
