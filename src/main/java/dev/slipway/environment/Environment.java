package dev.slipway.environment;

import dev.slipway.app.Application;
import dev.slipway.app.Namespace;
import dev.slipway.app.PriorityClass;
import dev.slipway.check.Checks;
import dev.slipway.check.Report;
import dev.slipway.check.Requirements;
import dev.slipway.check.Waiver;
import dev.slipway.cluster.Cluster;
import dev.slipway.definition.Places;
import dev.slipway.manifest.InvalidInputException;
import dev.slipway.manifest.patch.TargetedPatch;
import dev.slipway.placement.PlacementOptions;
import dev.slipway.postrender.PostRenderRule;
import dev.slipway.postrender.PostRenderer;
import dev.slipway.render.ImageOverrides;
import dev.slipway.render.Plan;
import dev.slipway.render.Planner;
import dev.slipway.target.Declaration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A cluster and the applications on it, with all that goes around them.
 *
 * @param name the environment's name, which is that of its folder of manifests
 * @param applications may be empty: the cluster alone is enough to judge others' manifests
 * @param postRender what is done to others' manifests that are for the cluster
 * @param existing what somebody else keeps in the cluster
 * @param scenarios which scenarios must hold on the cluster's nodes
 * @param places where in a file its parts are, if it came from one
 */
public record Environment(
    String name,
    Cluster cluster,
    List<Namespace> namespaces,
    List<PriorityClass> priorityClasses,
    List<Application> applications,
    List<TargetedPatch> patches,
    List<PostRenderRule> postRender,
    List<Declaration.Existing> existing,
    Requirements requirements,
    PlacementOptions scenarios,
    List<Waiver> waivers,
    Places places) {
  public Environment {
    namespaces = List.copyOf(namespaces);
    priorityClasses = List.copyOf(priorityClasses);
    applications = List.copyOf(applications);
    patches = List.copyOf(patches);
    postRender = List.copyOf(postRender);
    existing = List.copyOf(existing);
    waivers = List.copyOf(waivers);
  }

  /** An environment of a cluster's name with some applications and nothing else. */
  public static Environment of(Cluster cluster, Application... applications) {
    return new Environment(
        cluster.name(),
        cluster,
        List.of(),
        List.of(),
        List.of(applications),
        List.of(),
        List.of(),
        List.of(),
        Requirements.NONE,
        PlacementOptions.DEFAULT,
        List.of(),
        Places.NONE);
  }

  /**
   * What the environment is in its cluster, support calendars left aside.
   *
   * @throws dev.slipway.manifest.InvalidInputException with everything that does not fit
   */
  public Plan plan() {
    return plan(Optional.empty(), Map.of());
  }

  /**
   * What the environment is in its cluster.
   *
   * @param today the day that support calendars are held against
   * @param images references that replace those of containers' images, by the image's name: all of
   *     the reference before its tag, or what stands after its last slash
   * @throws dev.slipway.manifest.InvalidInputException with everything that does not fit
   */
  public Plan plan(Optional<LocalDate> today, Map<String, String> images) {
    return plan(() -> today, images);
  }

  /**
   * As {@link #plan(Optional, Map)}, with a day that is asked for where there is a calendar to hold
   * it against.
   */
  public Plan plan(Supplier<Optional<LocalDate>> today, Map<String, String> images) {
    Planner planner = Planner.on(cluster).asOf(today);
    for (Namespace namespace : namespaces) {
      planner.namespace(namespace);
    }
    for (PriorityClass priorityClass : priorityClasses) {
      planner.priorityClass(priorityClass);
    }
    for (Application application : applications) {
      planner.application(application);
    }
    for (TargetedPatch patch : patches) {
      planner.patch(patch);
    }
    for (Declaration.Existing object : existing) {
      planner.declare(object);
    }
    if (!images.isEmpty()) {
      planner.images(new ImageOverrides(images));
    }
    try {
      return planner.plan();
    } catch (InvalidInputException e) {
      throw new InvalidInputException(e.problems().stream().map(places::placed).toList());
    }
  }

  /**
   * How this environment's manifests are checked: for its cluster and what that demands, with its
   * waivers.
   */
  public Checks checks(Plan plan) {
    return Checks.of(cluster, plan.declared(), waivers)
        .requiring(requirements)
        .holding(scenarios)
        .located(new RenderedFrom(plan, places));
  }

  /** What the rules and the model have to say of a plan of this environment. */
  public Report check(Plan plan) {
    return checks(plan).run(plan.everything(), plan.notices());
  }

  /** What this environment does to others' manifests. */
  public PostRenderer postRenderer() {
    return PostRenderer.on(cluster, postRender);
  }

  /** This environment with more patches, which are applied after its own. */
  public Environment patched(List<TargetedPatch> more) {
    List<TargetedPatch> all = new ArrayList<>(patches);
    all.addAll(more);
    return new Environment(
        name,
        cluster,
        namespaces,
        priorityClasses,
        applications,
        all,
        postRender,
        existing,
        requirements,
        scenarios,
        waivers,
        places);
  }
}
