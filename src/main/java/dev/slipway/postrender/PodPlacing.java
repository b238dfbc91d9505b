package dev.slipway.postrender;

import dev.slipway.app.Placement;
import dev.slipway.app.Spread;
import dev.slipway.cluster.Cluster;
import dev.slipway.cluster.Feature;
import dev.slipway.manifest.InvalidInputException;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Node;
import dev.slipway.manifest.Problem;
import dev.slipway.manifest.Seq;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Puts pods that somebody else described on node groups. What they ask for by themselves stays,
 * unless it says otherwise of the same label.
 */
final class PodPlacing {
  private static final String REQUIRED = "requiredDuringSchedulingIgnoredDuringExecution";
  private static final String PREFERRED = "preferredDuringSchedulingIgnoredDuringExecution";
  private static final String TERMS = "nodeSelectorTerms";
  private static final String EXPRESSIONS = "matchExpressions";
  private static final String SPREAD = "topologySpreadConstraints";

  private final Cluster cluster;

  PodPlacing(Cluster cluster) {
    this.cluster = cluster;
  }

  /** What a placement asks of a pod that says nothing itself. */
  Mapping asked(Placement placement) {
    Mapping.Builder fields = Mapping.builder();
    placement.renderInto(fields, cluster);
    return fields.build();
  }

  /**
   * Places a pod.
   *
   * @throws InvalidInputException if the cluster lacks a group, or pods cannot be told apart that
   *     are to be spread
   */
  void place(EditedPod pod, Placement placement) {
    Mapping asked = asked(placement);
    Mapping spec = pod.spec();
    if (asked.has("nodeSelector")) {
      spec = spec.with("nodeSelector", laidOver(spec, "nodeSelector", asked));
    }
    if (asked.has("affinity")) {
      spec = spec.with("affinity", affinity(spec.mapping("affinity"), asked.mapping("affinity")));
    }
    if (asked.has("tolerations")) {
      spec = spec.with("tolerations", tolerations(spec.seq("tolerations"), asked));
    }
    if (placement.spread().isPresent() && !pod.manifest().ref().kind().equals("DaemonSet")) {
      spec = spread(spec, pod, placement.spread().get());
    }
    pod.spec(spec);
  }

  private static Mapping laidOver(Mapping spec, String key, Mapping asked) {
    return Mapping.builder().putAll(spec.mapping(key)).putAll(asked.mapping(key)).build();
  }

  private static Seq tolerations(Seq has, Mapping asked) {
    List<Node> all = new ArrayList<>(has.asList());
    for (Node toleration : asked.seq("tolerations")) {
      if (toleration instanceof Mapping ours && all.stream().noneMatch(one -> covers(one, ours))) {
        all.add(ours);
      }
    }
    return Seq.of(all);
  }

  /** Whether who has one toleration needs no other. */
  private static boolean covers(Node one, Mapping other) {
    if (!(one instanceof Mapping has)) {
      return false;
    }
    boolean exists = "Exists".equals(has.string("operator"));
    @Nullable String key = has.string("key");
    boolean sameKey = key == null || key.isEmpty() ? exists : key.equals(other.string("key"));
    @Nullable String effect = has.string("effect");
    boolean sameEffect =
        effect == null || effect.isEmpty() || effect.equals(other.string("effect"));
    return sameKey
        && sameEffect
        && !has.has("tolerationSeconds")
        && (exists || value(has).equals(value(other)) && !isExists(other));
  }

  private static boolean isExists(Mapping toleration) {
    return "Exists".equals(toleration.string("operator"));
  }

  private static String value(Mapping toleration) {
    @Nullable String value = toleration.string("value");
    return value == null ? "" : value;
  }

  private static Mapping affinity(Mapping has, Mapping asked) {
    Mapping merged = has;
    for (String kind : asked.keys()) {
      merged =
          merged.with(
              kind,
              kind.equals("nodeAffinity")
                  ? nodeAffinity(has.mapping(kind), asked.mapping(kind))
                  : podAffinity(has.mapping(kind), asked.mapping(kind)));
    }
    return merged;
  }

  private static Mapping nodeAffinity(Mapping has, Mapping asked) {
    Mapping merged = has;
    if (asked.has(REQUIRED)) {
      Seq terms = both(has.mapping(REQUIRED).seq(TERMS), asked.mapping(REQUIRED).seq(TERMS));
      merged = merged.with(REQUIRED, has.mapping(REQUIRED).with(TERMS, terms));
    }
    return asked.has(PREFERRED)
        ? merged.with(PREFERRED, withMissing(has.seq(PREFERRED), asked.seq(PREFERRED)))
        : merged;
  }

  private static Mapping podAffinity(Mapping has, Mapping asked) {
    Mapping merged = has;
    for (String strength : asked.keys()) {
      merged = merged.with(strength, withMissing(has.seq(strength), asked.seq(strength)));
    }
    return merged;
  }

  /** Terms of which a node fulfils one exactly where it fulfils one of each of two lists. */
  private static Seq both(Seq has, Seq asked) {
    if (has.isEmpty()) {
      return asked;
    }
    List<Node> terms = new ArrayList<>();
    for (Node one : has) {
      if (!(one instanceof Mapping term) || isFulfilling(term, asked)) {
        terms.add(one);
        continue;
      }
      for (Node other : asked) {
        if (other instanceof Mapping more) {
          terms.add(
              term.with(EXPRESSIONS, withMissing(term.seq(EXPRESSIONS), more.seq(EXPRESSIONS))));
        }
      }
    }
    return Seq.of(terms);
  }

  private static boolean isFulfilling(Mapping term, Seq asked) {
    List<Node> expressions = term.seq(EXPRESSIONS).asList();
    for (Node one : asked) {
      if (one instanceof Mapping more && expressions.containsAll(more.seq(EXPRESSIONS).asList())) {
        return true;
      }
    }
    return false;
  }

  private static Seq withMissing(Seq has, Seq asked) {
    List<Node> all = new ArrayList<>(has.asList());
    for (Node one : asked) {
      if (!all.contains(one)) {
        all.add(one);
      }
    }
    return Seq.of(all);
  }

  /** Exactly the ways that are asked for, as where a workload is declared. */
  private Mapping spread(Mapping spec, EditedPod pod, List<Spread> ways) {
    if (ways.isEmpty()) {
      return spec.without(SPREAD);
    }
    Mapping selector = pod.selector();
    if (selector.isEmpty()) {
      throw new InvalidInputException(
          Problem.of(
              "The pods have no labels by which they could be told from others, to be spread.",
              "Label them, or leave the spread out."));
    }
    boolean rolls =
        pod.manifest().ref().kind().equals("Deployment")
            && Feature.SPREAD_MATCH_LABEL_KEYS.in(cluster.version());
    Optional<String> revision = rolls ? Optional.of("pod-template-hash") : Optional.empty();
    boolean honors = Feature.SPREAD_NODE_POLICIES.in(cluster.version());
    return spec.with(
        SPREAD,
        Seq.from(
            ways,
            way -> way.toNode(Mapping.EMPTY, revision, honors).with("labelSelector", selector)));
  }
}
