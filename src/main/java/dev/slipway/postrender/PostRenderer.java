package dev.slipway.postrender;

import dev.slipway.cluster.Cluster;
import dev.slipway.manifest.InvalidInputException;
import dev.slipway.manifest.Manifest;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Problem;
import dev.slipway.manifest.Problems;
import dev.slipway.manifest.patch.Patch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Does to others' manifests what an environment's rules say, and nothing else. */
public final class PostRenderer {
  private final List<PostRenderRule> rules;
  private final PodPlacing placing;

  private PostRenderer(Cluster cluster, List<PostRenderRule> rules) {
    this.rules = List.copyOf(rules);
    this.placing = new PodPlacing(cluster);
  }

  /** What some rules do to manifests that are for a cluster. */
  public static PostRenderer on(Cluster cluster, List<PostRenderRule> rules) {
    return new PostRenderer(cluster, rules);
  }

  /**
   * Applies the rules, in their order, to what they match.
   *
   * @throws InvalidInputException with every rule that matches nothing and is not optional, every
   *     two that contradict each other, and everything that cannot be done to its object
   */
  public PostRendered render(ManifestStream stream) {
    Problems problems = new Problems();
    List<Manifest> changed = new ArrayList<>();
    List<List<String>> spoke = new ArrayList<>();
    for (StreamedObject object : stream.objects()) {
      List<PostRenderRule> matching = matching(object.manifest());
      spoke.add(matching.stream().map(PostRenderRule::name).toList());
      new Contradictions(placing, object.manifest(), problems).find(matching);
      changed.add(applied(matching, object.manifest(), problems));
    }
    PostRendered rendered = new PostRendered(stream, changed, spoke);
    if (!rendered.isHooksOnly()) {
      for (PostRenderRule rule : rules) {
        if (!rule.optional() && spoke.stream().noneMatch(names -> names.contains(rule.name()))) {
          problems.add(new NothingMatched(rule, stream).problem());
        }
      }
    }
    problems.throwIfAny();
    return rendered;
  }

  private List<PostRenderRule> matching(Manifest object) {
    List<PostRenderRule> matching = new ArrayList<>();
    for (PostRenderRule rule : rules) {
      if (rule.match().matches(object)) {
        matching.add(rule);
      }
    }
    return matching;
  }

  private Manifest applied(List<PostRenderRule> matching, Manifest object, Problems problems) {
    Manifest changed = object;
    for (PostRenderRule rule : matching) {
      changed = applied(rule, changed, problems);
    }
    return changed;
  }

  private Manifest applied(PostRenderRule rule, Manifest object, Problems problems) {
    try {
      Mapping body = rule.isForPods() ? withPod(rule, object) : object.body();
      for (Patch patch : rule.patches()) {
        body = patch.apply(body);
      }
      return same(object, object.withBody(body));
    } catch (InvalidInputException e) {
      for (Problem problem : e.problems()) {
        problems.add(
            new Problem(
                    Optional.empty(),
                    problem.where(),
                    List.of(),
                    problem.message(),
                    problem.remedy())
                .in("rule '" + rule.name() + "' on " + object.ref())
                .orAt(rule.origin().at()));
      }
      return object;
    }
  }

  private static Manifest same(Manifest before, Manifest after) {
    if (!before.ref().equals(after.ref())) {
      throw new InvalidInputException(
          Problem.of(
              "A patch makes another object of it: %s.".formatted(after.ref()),
              "Leave apiVersion, kind, name and namespace as they are; whoever renders the object"
                  + " says them."));
    }
    return after;
  }

  private Mapping withPod(PostRenderRule rule, Manifest object) {
    EditedPod pod =
        EditedPod.of(object)
            .orElseThrow(
                () ->
                    new InvalidInputException(
                        Problem.of(
                            "%s has no pods that are known here, to be put on nodes."
                                .formatted(object.ref()),
                            "Match workloads only, or say what is to be changed as patches.")));
    placing.place(pod, rule.placement());
    return pod.body();
  }
}
