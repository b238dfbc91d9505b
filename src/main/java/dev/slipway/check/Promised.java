package dev.slipway.check;

import dev.slipway.manifest.GroupKind;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Node;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What something in the cluster will make, of the objects or by itself. */
final class Promised {
  private static final GroupKind EXTERNAL = GroupKind.of("external-secrets.io", "ExternalSecret");
  private static final GroupKind SEALED = GroupKind.of("bitnami.com", "SealedSecret");
  private static final GroupKind STORE_CLASS =
      GroupKind.of("secrets-store.csi.x-k8s.io", "SecretProviderClass");
  private static final GroupKind CERTIFICATE = GroupKind.of("cert-manager.io", "Certificate");

  /** By which OpenShift makes a serving certificate for a Service. */
  private static final String SERVING = "service.beta.openshift.io/serving-cert-secret-name";

  /** ConfigMaps that the cluster itself, or OpenShift, puts into each namespace. */
  private static final Set<String> IN_EVERY_NAMESPACE =
      Set.of("kube-root-ca.crt", "openshift-service-ca.crt");

  private final Set<String> secrets = new HashSet<>();

  Promised(Facts facts) {
    for (Subject external : facts.ofKind(EXTERNAL)) {
      @Nullable String target = external.spec().mapping("target").string("name");
      add(external, target == null ? external.name() : target);
    }
    for (Subject sealed : facts.ofKind(SEALED)) {
      add(sealed, sealed.name());
    }
    for (Subject storeClass : facts.ofKind(STORE_CLASS)) {
      for (Node object : storeClass.spec().seq("secretObjects")) {
        add(storeClass, object instanceof Mapping made ? made.string("secretName") : null);
      }
    }
    for (Subject certificate : facts.ofKind(CERTIFICATE)) {
      add(certificate, certificate.spec().string("secretName"));
    }
    for (Subject service : facts.ofKind(Kinds.SERVICE)) {
      add(service, service.annotations().string(SERVING));
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

  private void add(Subject maker, @Nullable String name) {
    if (name != null) {
      secrets.add(maker.namespace() + "/" + name);
    }
  }
}
