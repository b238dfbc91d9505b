package dev.slipway.postrender;

import dev.slipway.cluster.Cluster;
import dev.slipway.identity.AzureWorkloadIdentity;
import dev.slipway.identity.Identity;
import dev.slipway.manifest.GroupKind;
import dev.slipway.manifest.InvalidInputException;
import dev.slipway.manifest.Manifest;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Node;
import dev.slipway.manifest.Problem;
import dev.slipway.manifest.Problems;
import dev.slipway.manifest.Text;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The service accounts that pods run as, which rules tell who they are to a cloud. */
final class Accounts {
  private static final GroupKind SERVICE_ACCOUNT = GroupKind.of("", "ServiceAccount");

  private final Cluster cluster;
  private final List<Manifest> objects;
  private final List<Manifest> beside;

  /** Which rule has said what of an account: by its place among the objects and what it is. */
  private final Map<String, Said> said = new HashMap<>();

  private record Said(PostRenderRule rule, Node value) {}

  /**
   * The accounts among some objects.
   *
   * @param objects what came in, as it is now; accounts among them are changed in their places
   * @param beside what the environment renders
   */
  Accounts(Cluster cluster, List<Manifest> objects, List<Manifest> beside) {
    this.cluster = cluster;
    this.objects = objects;
    this.beside = beside;
  }

  /**
   * Tells a cloud who an object's pods are: the account gets the identity's annotations and labels,
   * and the pods its labels.
   *
   * @throws InvalidInputException if the identity works on no such cluster, the account is not
   *     there to be changed, or another rule says otherwise of it
   */
  void identify(int object, PostRenderRule rule) {
    PodChange change = rule.pods();
    if (change.identity().isPresent()) {
      Identity identity = change.identity().get();
      identity
          .misfit(cluster)
          .ifPresent(
              problem -> {
                throw new InvalidInputException(problem);
              });
      annotate(object, identity, rule);
      label(object, identity.podLabels());
    } else if (change.serviceAccount().isPresent()) {
      @Nullable Manifest account = account(object, beside);
      if (account != null) {
        label(
            object, AzureWorkloadIdentity.podLabelsFor(account.metadata().mapping("annotations")));
      }
    }
  }

  private void annotate(int object, Identity identity, PostRenderRule rule) {
    Map<String, Text> annotations = new TreeMap<>(identity.serviceAccountAnnotations());
    Map<String, Text> labels = new TreeMap<>();
    identity.serviceAccountLabels().forEach((key, value) -> labels.put(key, Text.of(value)));
    if (annotations.isEmpty() && labels.isEmpty()) {
      return;
    }
    @Nullable Manifest account = account(object, objects);
    if (account == null) {
      refuseUnlessSaid(object, annotations);
      return;
    }
    int place = objects.indexOf(account);
    Problems problems = new Problems();
    Mapping metadata = account.metadata();
    metadata = with(metadata, "annotations", annotations, place, rule, problems);
    metadata = with(metadata, "labels", labels, place, rule, problems);
    problems.throwIfAny();
    objects.set(place, account.withBody(account.body().with("metadata", metadata)));
  }

  private Mapping with(
      Mapping metadata,
      String field,
      Map<String, Text> entries,
      int place,
      PostRenderRule rule,
      Problems problems) {
    Mapping all = metadata.mapping(field);
    for (Map.Entry<String, Text> entry : entries.entrySet()) {
      String what = place + " " + field + " " + entry.getKey();
      @Nullable Said before = said.putIfAbsent(what, new Said(rule, entry.getValue()));
      if (before != null && !before.value().equals(entry.getValue())) {
        problems.add(
            "The rules '%s' and '%s' give %s two identities."
                .formatted(before.rule().name(), rule.name(), objects.get(place).ref()),
            "Let their pods run as two accounts, or give both the same identity.");
      }
      all = all.with(entry.getKey(), entry.getValue());
    }
    return all.isEmpty() ? metadata : metadata.with(field, all);
  }

  /** An account of the environment's own has the identity, or it is a mistake. */
  private void refuseUnlessSaid(int object, Map<String, Text> annotations) {
    @Nullable Manifest own = account(object, beside);
    boolean has =
        own != null
            && annotations.entrySet().stream()
                .allMatch(
                    a ->
                        a.getValue().equals(own.metadata().mapping("annotations").get(a.getKey())));
    if (!has) {
      throw new InvalidInputException(
          Problem.of(
              "The pods run as service account '%s', which is not among what came in%s."
                  .formatted(
                      name(object),
                      own == null ? "" : ", and the environment's has another identity"),
              "Have the chart make it (often serviceAccount.create), or name one that is there by"
                  + " serviceAccount. It needs "
                  + annotations.entrySet().stream()
                      .map(a -> a.getKey() + ": " + a.getValue())
                      .collect(Collectors.joining(", "))
                  + "."));
    }
  }

  private void label(int object, Map<String, String> labels) {
    if (labels.isEmpty()) {
      return;
    }
    Manifest manifest = objects.get(object);
    EditedPod pod = EditedPod.of(manifest).orElseThrow();
    Mapping all = pod.metadata().mapping("labels");
    for (Map.Entry<String, String> label : new TreeMap<>(labels).entrySet()) {
      all = all.with(label.getKey(), Text.of(label.getValue()));
    }
    pod.metadata(pod.metadata().with("labels", all));
    objects.set(object, manifest.withBody(pod.body()));
  }

  /** The account that an object's pods run as, if it is among some. */
  private @Nullable Manifest account(int object, List<Manifest> among) {
    String name = name(object);
    String namespace = objects.get(object).ref().namespace();
    for (Manifest candidate : among) {
      if (candidate.ref().type().groupKind().equals(SERVICE_ACCOUNT)
          && candidate.ref().name().equals(name)
          && (candidate.ref().namespace().equals(namespace)
              || candidate.ref().namespace().isEmpty()
              || namespace.isEmpty())) {
        return candidate;
      }
    }
    return null;
  }

  private String name(int object) {
    @Nullable String name =
        EditedPod.of(objects.get(object)).orElseThrow().spec().string("serviceAccountName");
    return name == null || name.isEmpty() ? "default" : name;
  }
}
