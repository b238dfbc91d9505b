package dev.slipway.pulumi;

import static java.util.Collections.disjoint;

import dev.slipway.manifest.MadeSecrets;
import dev.slipway.manifest.Manifest;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Node;
import dev.slipway.manifest.ObjectRef;
import dev.slipway.manifest.Seq;
import dev.slipway.manifest.Text;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which objects must be in the cluster before another one is created. All else is left to Pulumi to
 * do at the same time.
 *
 * <ul>
 *   <li>A namespace, with its quotas and limits, before what is in it.
 *   <li>A CustomResourceDefinition before objects of its kind.
 *   <li>What pods name before who creates them: ConfigMaps, Secrets and what brings them, claims,
 *       service accounts, priority classes; and what lets them be admitted: roles and bindings, pod
 *       security policies.
 *   <li>A role before its binding, an admission policy before its own.
 * </ul>
 */
final class Needs {
  /** Which field of a reference names what: {@code secretKeyRef: {name}}, {@code secretName}. */
  private static final Map<String, String> BY_NAME_IN =
      Map.of(
          "secretKeyRef", "Secret",
          "secretRef", "Secret",
          "configMapKeyRef", "ConfigMap",
          "configMapRef", "ConfigMap",
          "configMap", "ConfigMap",
          "secret", "Secret",
          "roleRef", "");

  private static final Map<String, String> BY_NAME =
      Map.of(
          "secretName", "Secret",
          "claimName", "PersistentVolumeClaim",
          "serviceAccountName", "ServiceAccount",
          "priorityClassName", "PriorityClass",
          "storageClassName", "StorageClass",
          "secretProviderClass", "SecretProviderClass",
          "policyName", "ValidatingAdmissionPolicy");

  /** What must stand before any pod of its namespace is created. */
  private static final Set<String> GATES =
      Set.of(
          "RoleBinding",
          "ResourceQuota",
          "LimitRange",
          "ValidatingAdmissionPolicyBinding",
          "SecurityContextConstraints");

  private final Map<String, List<Manifest>> named = new HashMap<>();
  private final Map<String, List<Manifest>> gates = new HashMap<>();
  private final Map<String, Manifest> definitions = new HashMap<>();

  /** What any of these objects needs, be they of several applications. */
  Needs(Iterable<Manifest> objects) {
    for (Manifest object : objects) {
      ObjectRef ref = object.ref();
      named.computeIfAbsent(ref.kind() + " " + ref.name(), key -> new ArrayList<>()).add(object);
      for (String made : MadeSecrets.of(object)) {
        named.computeIfAbsent("Secret " + made, key -> new ArrayList<>()).add(object);
      }
      if (GATES.contains(ref.kind())) {
        gates.computeIfAbsent(ref.namespace(), key -> new ArrayList<>()).add(object);
      }
      if (ref.kind().equals("CustomResourceDefinition")) {
        Mapping spec = object.spec();
        definitions.put(spec.string("group") + "/" + spec.mapping("names").string("kind"), object);
      }
    }
  }

  /** The objects that must be there before this one, each once. */
  Collection<Manifest> of(Manifest object) {
    Map<ObjectRef.Key, Manifest> needs = new LinkedHashMap<>();
    String namespace = object.ref().namespace();
    if (!namespace.isEmpty()) {
      add(needs, "Namespace", namespace, "");
    }
    @Nullable Manifest definition =
        definitions.get(object.ref().type().group() + "/" + object.ref().kind());
    if (definition != null) {
      needs.put(definition.ref().key(), definition);
    }
    collect(object.body(), namespace, needs);
    if (createsPods(object)) {
      gates.getOrDefault(namespace, List.of()).forEach(gate -> needs.put(gate.ref().key(), gate));
      gates.getOrDefault("", List.of()).forEach(gate -> needs.put(gate.ref().key(), gate));
    }
    // Neither itself nor what else makes the same Secret: those would wait for each other.
    needs.remove(object.ref().key());
    Set<String> made = MadeSecrets.of(object);
    needs.values().removeIf(other -> !disjoint(made, MadeSecrets.of(other)));
    return needs.values();
  }

  /** Whether pods start once an object is there. */
  static boolean createsPods(Manifest object) {
    return object.ref().kind().equals("Pod")
        || object.spec().has("template")
        || object.spec().has("jobTemplate");
  }

  private void collect(Node node, String namespace, Map<ObjectRef.Key, Manifest> needs) {
    if (node instanceof Seq seq) {
      seq.forEach(item -> collect(item, namespace, needs));
    } else if (node instanceof Mapping mapping) {
      mapping.forEach(
          (key, value) -> {
            @Nullable String kind = BY_NAME.get(key);
            if (kind != null && value instanceof Text text) {
              text.known().ifPresent(name -> add(needs, kind, name, namespace));
            }
            @Nullable String referred = BY_NAME_IN.get(key);
            if (referred != null && value instanceof Mapping reference) {
              @Nullable String name = reference.string("name");
              @Nullable String named = referred.isEmpty() ? reference.string("kind") : referred;
              if (name != null && named != null) {
                add(needs, named, name, namespace);
              }
            }
            if (key.equals("imagePullSecrets") && value instanceof Seq secrets) {
              secrets.forEach(
                  secret -> {
                    @Nullable String name =
                        secret instanceof Mapping one ? one.string("name") : null;
                    if (name != null) {
                      add(needs, "Secret", name, namespace);
                    }
                  });
            }
            collect(value, namespace, needs);
          });
    }
  }

  /** Adds what has a kind and a name, in the same namespace or in none. */
  private void add(Map<ObjectRef.Key, Manifest> needs, String kind, String name, String namespace) {
    for (Manifest candidate : named.getOrDefault(kind + " " + name, List.of())) {
      String where = candidate.ref().namespace();
      if (where.isEmpty() || where.equals(namespace)) {
        needs.put(candidate.ref().key(), candidate);
      }
    }
  }
}
