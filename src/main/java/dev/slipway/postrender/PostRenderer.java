package dev.slipway.postrender;

import dev.slipway.cluster.Cluster;
import dev.slipway.manifest.InvalidInputException;
import dev.slipway.manifest.Manifest;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Problem;
import dev.slipway.manifest.Problems;
import dev.slipway.manifest.Text;
import dev.slipway.manifest.patch.Patch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Does to others' manifests what an environment's rules say, and nothing else. */
public final class PostRenderer {
  private final Cluster cluster;
  private final List<PostRenderRule> rules;
  private final PodPlacing placing;
  private final PodSecuring securing;

  private PostRenderer(Cluster cluster, List<PostRenderRule> rules) {
    this.cluster = cluster;
    this.rules = List.copyOf(rules);
    this.placing = new PodPlacing(cluster);
    this.securing = new PodSecuring(cluster);
  }

  /** What some rules do to manifests that are for a cluster. */
  public static PostRenderer on(Cluster cluster, List<PostRenderRule> rules) {
    return new PostRenderer(cluster, rules);
  }

  /**
   * Applies the rules, in their order, to what they match.
   *
   * @param beside what is in the cluster, too, such as what the environment itself renders
   * @throws InvalidInputException with every rule that matches nothing and is not optional, every
   *     two that contradict each other, and everything that cannot be done to its object
   */
  public PostRendered render(ManifestStream stream, List<Manifest> beside) {
    Problems problems = new Problems();
    List<List<PostRenderRule>> matching = new ArrayList<>();
    List<Manifest> changed = new ArrayList<>();
    for (StreamedObject object : stream.objects()) {
      List<PostRenderRule> spoke = matching(object.manifest());
      matching.add(spoke);
      new Contradictions(placing, object.manifest(), problems).find(spoke);
      changed.add(applied(spoke, object.manifest(), problems));
    }
    Accounts accounts = new Accounts(cluster, changed, beside);
    for (int i = 0; i < changed.size(); i++) {
      identify(i, matching.get(i), accounts, changed.get(i), problems);
    }
    PostRendered rendered = new PostRendered(stream, changed, names(matching));
    if (!rendered.isHooksOnly()) {
      for (PostRenderRule rule : rules) {
        if (!rule.optional() && matching.stream().noneMatch(spoke -> spoke.contains(rule))) {
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

  private static List<List<String>> names(List<List<PostRenderRule>> matching) {
    List<List<String>> names = new ArrayList<>();
    for (List<PostRenderRule> spoke : matching) {
      names.add(spoke.stream().map(PostRenderRule::name).toList());
    }
    return names;
  }

  private Manifest applied(List<PostRenderRule> matching, Manifest object, Problems problems) {
    Manifest changed = object;
    for (PostRenderRule rule : matching) {
      try {
        changed = same(changed, changed.withBody(applied(rule, changed)));
      } catch (InvalidInputException e) {
        report(e, rule, object, problems);
      }
    }
    return changed;
  }

  private Mapping applied(PostRenderRule rule, Manifest object) {
    Mapping body = rule.pods().isNone() ? object.body() : withPod(rule.pods(), object);
    for (Patch patch : rule.patches()) {
      body = patch.apply(body);
    }
    return body;
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

  private Mapping withPod(PodChange change, Manifest object) {
    EditedPod pod =
        EditedPod.of(object)
            .orElseThrow(
                () ->
                    new InvalidInputException(
                        Problem.of(
                            "%s has no pods that are known here.".formatted(object.ref()),
                            "Match workloads only, or say what is to be changed as patches.")));
    placing.place(pod, change.placement());
    change.security().ifPresent(profile -> securing.secure(pod, profile));
    change
        .serviceAccount()
        .ifPresent(
            // The field's old name, which must not say otherwise.
            name ->
                pod.spec(
                    pod.spec()
                        .with("serviceAccountName", Text.of(name))
                        .without("serviceAccount")));
    if (!change.imagePullSecrets().isEmpty()) {
      PodInjecting.pull(pod, change.imagePullSecrets());
    }
    if (!change.injection().isNone()) {
      PodInjecting.inject(pod, change.injection());
    }
    return pod.body();
  }

  private static void identify(
      int object,
      List<PostRenderRule> matching,
      Accounts accounts,
      Manifest manifest,
      Problems problems) {
    if (EditedPod.of(manifest).isEmpty()) {
      return;
    }
    for (PostRenderRule rule : matching) {
      try {
        accounts.identify(object, rule);
      } catch (InvalidInputException e) {
        report(e, rule, manifest, problems);
      }
    }
  }

  private static void report(
      InvalidInputException e, PostRenderRule rule, Manifest object, Problems problems) {
    for (Problem problem : e.problems()) {
      problems.add(
          new Problem(
                  Optional.empty(), problem.where(), List.of(), problem.message(), problem.remedy())
              .in("rule '" + rule.name() + "' on " + object.ref())
              .orAt(rule.origin().at()));
    }
  }
}
