package dev.slipway.render;

import dev.slipway.manifest.FieldPath;
import dev.slipway.manifest.Manifest;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Node;
import dev.slipway.manifest.ObjectRef;
import dev.slipway.manifest.Scalar;
import dev.slipway.manifest.Seq;
import dev.slipway.manifest.Text;
import dev.slipway.podsecurity.PodTemplate;
import dev.slipway.target.StrictDefault;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Something that an object has under strict defaults and lacks as it is given.
 *
 * @param field the root where the whole object is meant
 */
record Addition(ObjectRef object, FieldPath field, Node value) {
  private static final String CONTEXT = "securityContext";

  /** Maps whose entries each stand for themselves. */
  private static final Set<String> APART =
      Set.of("labels", "annotations", "podAnnotations", CONTEXT);

  /** How the annotations begin that roll pods when what they read has changed. */
  private static final String DIGEST = "slipway.dev/";

  /** What tells one thing in a list from another. */
  private static final List<String> NAMES = List.of("name", "topologyKey");

  private static final int LONGEST_VALUE = 40;

  /**
   * What an object would have more.
   *
   * @param strict the object under strict defaults
   * @param given the object as given; null where there is none
   * @param written the same after its patches: what somebody has patched is theirs
   */
  static List<Addition> of(Manifest strict, @Nullable Manifest given, @Nullable Manifest written) {
    if (given == null || written == null) {
      return written == null
          ? List.of(new Addition(strict.ref(), FieldPath.ROOT, strict.body()))
          : List.of();
    }
    List<Addition> found = new ArrayList<>();
    Comparison comparison = new Comparison(strict.ref(), given, found);
    comparison.compare(strict.body(), given.body(), written.body(), FieldPath.ROOT);
    return found;
  }

  /** Which of the strict defaults it is. */
  StrictDefault what() {
    if (field.equals(FieldPath.ROOT)) {
      return switch (object.kind()) {
        case "ServiceAccount" -> StrictDefault.SERVICE_ACCOUNT;
        case "PodDisruptionBudget" -> StrictDefault.BUDGET;
        case "NetworkPolicy" -> StrictDefault.NETWORK_POLICY;
        default -> StrictDefault.OTHER;
      };
    }
    List<Object> way = field.segments();
    if (way.contains(CONTEXT)) {
      return StrictDefault.SECURITY;
    }
    if (way.contains("topologySpreadConstraints")) {
      return StrictDefault.SPREAD;
    }
    if (way.contains("labels")) {
      return StrictDefault.LABELS;
    }
    String key = key();
    return switch (key) {
      case "serviceAccountName" -> StrictDefault.SERVICE_ACCOUNT;
      case "automountServiceAccountToken" -> StrictDefault.ACCOUNT_TOKEN;
      case "enableServiceLinks" -> StrictDefault.SERVICE_LINKS;
      case "resources" -> StrictDefault.REQUESTS;
      case "unhealthyPodEvictionPolicy" -> StrictDefault.UNHEALTHY_EVICTION;
      default -> key.startsWith(DIGEST) ? StrictDefault.ROLLOUT : StrictDefault.OTHER;
    };
  }

  /** It as a phrase: {@code 'enableServiceLinks: false'}, {@code NetworkPolicy 'shop-web'}. */
  String phrase() {
    if (field.equals(FieldPath.ROOT)) {
      return object.kind() + " '" + object.name() + "'";
    }
    boolean byKey = field.segments().contains("labels") || key().startsWith(DIGEST);
    return "'" + key() + (byKey ? "" : shown(value)) + "'";
  }

  private String key() {
    List<Object> way = field.segments();
    int last = way.size() - 1;
    return String.valueOf(way.get(last) instanceof Integer ? way.get(last - 1) : way.get(last));
  }

  /** A value that fits into a sentence, or nothing. */
  private static String shown(Node value) {
    if (value instanceof Mapping one && one.size() == 1) {
      return "." + one.key(0) + shown(one.value(0));
    }
    boolean simple =
        value instanceof Scalar
            || value instanceof Text
            || (value instanceof Seq items
                && items.asList().stream().allMatch(item -> item instanceof Text));
    String text = value.toString();
    return simple && text.length() <= LONGEST_VALUE ? ": " + text : "";
  }

  /** Finds what one version of an object has and another lacks. */
  private record Comparison(ObjectRef object, Manifest whole, List<Addition> found) {

    void compare(Mapping strict, Mapping given, Mapping written, FieldPath path) {
      for (int i = 0; i < strict.size(); i++) {
        String key = strict.key(i);
        compare(strict.value(i), given.get(key), written.get(key), path.key(key));
      }
    }

    private void compare(
        Node strict, @Nullable Node given, @Nullable Node written, FieldPath path) {
      if (given == null) {
        if (written == null) {
          add(strict, path);
        }
      } else if (strict instanceof Mapping s
          && given instanceof Mapping g
          && written instanceof Mapping w) {
        compare(s, g, w, path);
      } else if (strict instanceof Seq s && given instanceof Seq g && written instanceof Seq w) {
        compare(s, g, w, path);
      }
    }

    private void compare(Seq strict, Seq given, Seq written, FieldPath path) {
      for (Node item : strict) {
        Optional<String> name = name(item);
        if (name.isPresent()) {
          int index = index(written, name.get());
          int before = index(given, name.get());
          compare(
              item,
              before < 0 ? null : given.get(before),
              index < 0 ? null : written.get(index),
              index < 0 ? path : path.index(index));
        }
      }
    }

    private static Optional<String> name(Node item) {
      return item instanceof Mapping fields
          ? NAMES.stream().filter(fields::has).findFirst().map(key -> key + fields.get(key))
          : Optional.empty();
    }

    private static int index(Seq items, String name) {
      for (int i = 0; i < items.size(); i++) {
        if (name(items.get(i)).filter(name::equals).isPresent()) {
          return i;
        }
      }
      return -1;
    }

    private void add(Node strict, FieldPath path) {
      List<Object> way = path.segments();
      if (strict instanceof Mapping entries && APART.contains(way.get(way.size() - 1))) {
        entries.forEach((key, value) -> add(value, path.key(key)));
      } else if (!containersHave(strict, path)) {
        found.add(new Addition(object, path, strict));
      }
    }

    /** Whether it is said of the whole pod what each container says of itself as it is. */
    private boolean containersHave(Node strict, FieldPath path) {
      Optional<PodTemplate> pod = PodTemplate.of(whole);
      List<Object> way = path.segments();
      if (pod.isEmpty()
          || !path.parent().equals(pod.get().path().then(FieldPath.of("spec", CONTEXT)))) {
        return false;
      }
      String key = (String) way.get(way.size() - 1);
      return pod.get().spec().seq("containers").asList().stream()
          .allMatch(c -> strict.equals(((Mapping) c).mapping(CONTEXT).get(key)));
    }
  }
}
