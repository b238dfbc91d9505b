package dev.slipway.app;

import dev.slipway.manifest.Copies;
import dev.slipway.manifest.Names;
import dev.slipway.manifest.Problems;
import dev.slipway.manifest.Quantity;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A namespace of an environment. Applications may share one.
 *
 * @param created whether it comes with the environment; one that does not must be there already
 * @param quota what everything in it together may ask for, by resource ({@code requests.cpu},
 *     {@code pods}); empty for no quota
 * @param limits defaults and bounds for containers that say nothing; empty for none
 */
public record Namespace(
    String name,
    boolean created,
    Map<String, String> labels,
    Map<String, String> annotations,
    Map<String, Quantity> quota,
    List<LimitRangeItem> limits) {
  public Namespace {
    labels = Copies.sorted(labels);
    annotations = Copies.sorted(annotations);
    quota = Copies.sorted(quota);
    limits = List.copyOf(limits);
    String namespace = name;
    Problems problems = new Problems();
    Optional<String> wrongName = Names.label(name);
    if (wrongName.isPresent()) {
      problems.add("The name '" + namespace + "' " + wrongName.get() + ".", "Rename it.", "name");
    }
    problems.throwIfAny("namespace '" + name + "'");
  }

  /** A namespace that comes with the environment. */
  public static Namespace of(String name) {
    return new Namespace(name, true, Map.of(), Map.of(), Map.of(), List.of());
  }

  /** A namespace that is there already; its labels are its owner's to set. */
  public static Namespace existing(String name) {
    return new Namespace(name, false, Map.of(), Map.of(), Map.of(), List.of());
  }

  public Namespace labels(Map<String, String> more) {
    return new Namespace(name, created, more, annotations, quota, limits);
  }

  public Namespace quota(Map<String, Quantity> hard) {
    return new Namespace(name, created, labels, annotations, hard, limits);
  }

  public Namespace limits(LimitRangeItem... items) {
    return new Namespace(name, created, labels, annotations, quota, List.of(items));
  }
}
