package dev.slipway.check;

import dev.slipway.manifest.GroupKind;
import dev.slipway.manifest.MadeSecrets;
import java.util.HashSet;
import java.util.Set;

/** What something in the cluster will make, of the objects or by itself. */
final class Promised {
  /** ConfigMaps that the cluster itself, or OpenShift, puts into each namespace. */
  private static final Set<String> IN_EVERY_NAMESPACE =
      Set.of("kube-root-ca.crt", "openshift-service-ca.crt");

  private final Set<String> secrets = new HashSet<>();

  Promised(Facts facts) {
    for (GroupKind maker : MadeSecrets.MAKERS) {
      for (Subject object : facts.ofKind(maker)) {
        for (String name : MadeSecrets.of(object.manifest())) {
          secrets.add(object.namespace() + "/" + name);
        }
      }
    }
  }

  /** Whether something will make what is named, whatever keys it will have. */
  boolean has(Reference reference, String namespace) {
    if (reference.kind().equals(Kinds.CONFIG_MAP)) {
      return IN_EVERY_NAMESPACE.contains(reference.name());
    }
    String name = reference.name();
    return reference.kind().equals(Kinds.SECRET) && hasSecret(namespace, name);
  }

  private boolean hasSecret(String namespace, String name) {
    return secrets.contains(namespace + "/" + name)
        || secrets.contains("/" + name)
        || (namespace.isEmpty() && anywhere(name));
  }

  private boolean anywhere(String name) {
    for (String secret : secrets) {
      if (secret.endsWith("/" + name)) {
        return true;
      }
    }
    return false;
  }
}
