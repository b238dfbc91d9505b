package dev.slipway.manifest;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The Secrets that controllers make of other objects, each in its object's own namespace.
 *
 * @see <a href="https://external-secrets.io/latest/api/externalsecret/">ExternalSecret</a>
 * @see <a href="https://github.com/bitnami-labs/sealed-secrets">SealedSecret</a>: the Secret has
 *     its name, whatever the template says
 * @see <a href="https://cert-manager.io/docs/usage/ingress/">Certificates of cert-manager, for
 *     Ingresses too</a>
 */
public final class MadeSecrets {
  /** The kinds of objects that Secrets are made of. */
  public static final List<GroupKind> MAKERS =
      List.of(
          GroupKind.of("external-secrets.io", "ExternalSecret"),
          GroupKind.of("bitnami.com", "SealedSecret"),
          GroupKind.of("secrets-store.csi.x-k8s.io", "SecretProviderClass"),
          GroupKind.of("cert-manager.io", "Certificate"),
          GroupKind.of("networking.k8s.io", "Ingress"),
          GroupKind.of("", "Service"));

  /** By which cert-manager makes the certificates of an Ingress. */
  private static final List<String> ISSUERS =
      List.of("cert-manager.io/cluster-issuer", "cert-manager.io/issuer", "kubernetes.io/tls-acme");

  /** By which OpenShift makes a serving certificate for a Service. */
  private static final List<String> SERVING =
      List.of(
          "service.beta.openshift.io/serving-cert-secret-name",
          "service.alpha.openshift.io/serving-cert-secret-name");

  private MadeSecrets() {}

  /** The names of the Secrets that are made of an object; none of most. */
  public static Set<String> of(Manifest object) {
    Set<String> names = new LinkedHashSet<>();
    Mapping spec = object.spec();
    if (MAKERS.contains(object.ref().type().groupKind())) {
      switch (object.ref().kind()) {
        case "ExternalSecret" -> {
          @Nullable String target = spec.mapping("target").string("name");
          names.add(target == null ? object.ref().name() : target);
        }
        case "SealedSecret" -> names.add(object.ref().name());
        case "SecretProviderClass" -> names.addAll(named(spec.seq("secretObjects")));
        case "Certificate" -> addIfGiven(spec.string("secretName"), names);
        case "Ingress" -> {
          if (ISSUERS.stream().anyMatch(annotations(object)::has)) {
            names.addAll(named(spec.seq("tls")));
          }
        }
        default -> SERVING.forEach(key -> addIfGiven(annotations(object).string(key), names));
      }
    }
    return names;
  }

  private static Mapping annotations(Manifest object) {
    return object.metadata().mapping("annotations");
  }

  private static List<String> named(Seq secrets) {
    List<String> names = new ArrayList<>();
    for (Node secret : secrets) {
      if (secret instanceof Mapping one) {
        addIfGiven(one.string("secretName"), names);
      }
    }
    return names;
  }

  private static void addIfGiven(@Nullable String name, Collection<String> names) {
    if (name != null) {
      names.add(name);
    }
  }
}
