package dev.slipway.check;

import dev.slipway.manifest.FieldPath;
import dev.slipway.manifest.GroupKind;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Node;
import dev.slipway.manifest.Seq;
import dev.slipway.target.Declaration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An object of its own namespace that a pod names, and does not start without.
 *
 * @param key the key in it that is wanted, if it is one
 * @param path where the pod names it; the field that holds the name, or the key
 */
public record Reference(GroupKind kind, String name, Optional<String> key, FieldPath path) {
  private static final List<String> DATA = List.of("data", "stringData", "binaryData");
  private static final String DEFAULT_ACCOUNT = "default";

  /** Whether what is named is there. */
  public enum Answer {
    THERE,
    NO_OBJECT,
    NO_KEY
  }

  /** Whether a manifest has what is named. */
  Answer answeredBy(Subject object) {
    if (key.isEmpty()) {
      return Answer.THERE;
    }
    // The token of a service account comes with keys that no manifest holds.
    boolean filled = "kubernetes.io/service-account-token".equals(object.body().string("type"));
    for (String field : DATA) {
      if (filled || object.body().mapping(field).has(key.get())) {
        return Answer.THERE;
      }
    }
    return Answer.NO_KEY;
  }

  /** Whether what is declared has what is named. */
  Answer answeredBy(Declaration.Existing object) {
    return key.isEmpty() || object.keys().isEmpty() || object.keys().contains(key.get())
        ? Answer.THERE
        : Answer.NO_KEY;
  }

  /** What a pod names; what it says it can do without is left out. */
  public static List<Reference> of(Pod pod) {
    Collector found = new Collector();
    FieldPath spec = pod.specPath();
    @Nullable String account = pod.spec().string("serviceAccountName");
    if (account != null && !account.equals(DEFAULT_ACCOUNT)) {
      found.add(Kinds.SERVICE_ACCOUNT, account, spec.key("serviceAccountName"));
    }
    Seq pullSecrets = pod.spec().seq("imagePullSecrets");
    for (int i = 0; i < pullSecrets.size(); i++) {
      found.whole(Kinds.SECRET, pullSecrets.get(i), "name", spec.key("imagePullSecrets").index(i));
    }
    Seq volumes = pod.spec().seq("volumes");
    for (int i = 0; i < volumes.size(); i++) {
      if (volumes.get(i) instanceof Mapping volume) {
        found.volume(volume, spec.key("volumes").index(i));
      }
    }
    for (Container container : pod.containers()) {
      found.container(container);
    }
    return found.references;
  }

  private static final class Collector {
    private final List<Reference> references = new ArrayList<>();

    void add(GroupKind kind, String name, FieldPath path) {
      references.add(new Reference(kind, name, Optional.empty(), path));
    }

    void container(Container container) {
      Seq env = container.body().seq("env");
      for (int i = 0; i < env.size(); i++) {
        if (env.get(i) instanceof Mapping variable && variable.has("valueFrom")) {
          Mapping from = variable.mapping("valueFrom");
          FieldPath path = container.path().key("env").index(i).key("valueFrom");
          key(Kinds.SECRET, from.get("secretKeyRef"), path.key("secretKeyRef"));
          key(Kinds.CONFIG_MAP, from.get("configMapKeyRef"), path.key("configMapKeyRef"));
        }
      }
      Seq all = container.body().seq("envFrom");
      for (int i = 0; i < all.size(); i++) {
        if (all.get(i) instanceof Mapping from) {
          FieldPath path = container.path().key("envFrom").index(i);
          whole(Kinds.SECRET, from.get("secretRef"), "name", path.key("secretRef"));
          whole(Kinds.CONFIG_MAP, from.get("configMapRef"), "name", path.key("configMapRef"));
        }
      }
    }

    void volume(Mapping volume, FieldPath path) {
      items(Kinds.SECRET, volume.get("secret"), "secretName", path.key("secret"));
      items(Kinds.CONFIG_MAP, volume.get("configMap"), "name", path.key("configMap"));
      whole(
          Kinds.CLAIM,
          volume.get("persistentVolumeClaim"),
          "claimName",
          path.key("persistentVolumeClaim"));
      Seq sources = volume.mapping("projected").seq("sources");
      for (int i = 0; i < sources.size(); i++) {
        if (sources.get(i) instanceof Mapping source) {
          FieldPath at = path.key("projected").key("sources").index(i);
          items(Kinds.SECRET, source.get("secret"), "name", at.key("secret"));
          items(Kinds.CONFIG_MAP, source.get("configMap"), "name", at.key("configMap"));
        }
      }
    }

    /** A reference to an object as a whole. */
    void whole(GroupKind kind, @Nullable Node written, String field, FieldPath path) {
      @Nullable String name = needed(written).string(field);
      if (name != null) {
        add(kind, name, path.key(field));
      }
    }

    /** A reference to an object of which single keys may be named. */
    private void items(GroupKind kind, @Nullable Node written, String field, FieldPath path) {
      Mapping from = needed(written);
      @Nullable String name = from.string(field);
      if (name == null) {
        return;
      }
      add(kind, name, path.key(field));
      Seq items = from.seq("items");
      for (int i = 0; i < items.size(); i++) {
        @Nullable String key = items.get(i) instanceof Mapping item ? item.string("key") : null;
        if (key != null) {
          FieldPath at = path.key("items").index(i).key("key");
          references.add(new Reference(kind, name, Optional.of(key), at));
        }
      }
    }

    /** A reference to one key. */
    private void key(GroupKind kind, @Nullable Node written, FieldPath path) {
      Mapping from = needed(written);
      @Nullable String name = from.string("name");
      if (name != null) {
        add(kind, name, path.key("name"));
        @Nullable String key = from.string("key");
        if (key != null) {
          references.add(new Reference(kind, name, Optional.of(key), path.key("key")));
        }
      }
    }

    /** What is written, or nothing where the pod can do without it. */
    private static Mapping needed(@Nullable Node written) {
      return written instanceof Mapping map && !Boolean.TRUE.equals(map.bool("optional"))
          ? map
          : Mapping.EMPTY;
    }
  }
}
