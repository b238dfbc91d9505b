package dev.slipway.check.rule;

import dev.slipway.check.Kinds;
import dev.slipway.check.Reference;
import dev.slipway.check.Subject;
import dev.slipway.manifest.FieldPath;
import dev.slipway.manifest.GroupKind;
import dev.slipway.manifest.Mapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where objects name the issuers of cert-manager. Those of other groups are left out: what they
 * are, and whether they have a namespace, only their makers know.
 *
 * @see <a href="https://cert-manager.io/docs/usage/ingress/">Annotated Ingresses</a>, <a
 *     href="https://cert-manager.io/docs/usage/gateway/">annotated Gateways</a>
 */
final class Issuers {
  private static final String GROUP = "cert-manager.io";
  private static final String ISSUER = GROUP + "/issuer";
  private static final String CLUSTER_ISSUER = GROUP + "/cluster-issuer";
  private static final Set<GroupKind> ANNOTATED =
      Set.of(
          Kinds.INGRESS,
          GroupKind.of("extensions", "Ingress"),
          GroupKind.of("gateway.networking.k8s.io", "Gateway"));
  private static final Set<GroupKind> REFERRING =
      Set.of(GroupKind.of(GROUP, "Certificate"), GroupKind.of(GROUP, "CertificateRequest"));

  private Issuers() {}

  /** Those that an object asks for certificates; none for most. */
  static List<Reference> namedBy(Subject object) {
    List<Reference> found = new ArrayList<>();
    if (REFERRING.contains(object.kind())) {
      Mapping issuer = object.spec().mapping("issuerRef");
      FieldPath path = FieldPath.of("spec", "issuerRef", "name");
      add(issuer.string("name"), issuer.string("group"), issuer.string("kind"), path, found);
    } else if (ANNOTATED.contains(object.kind())) {
      annotated(object.annotations(), ISSUER, "Issuer", found);
      annotated(object.annotations(), CLUSTER_ISSUER, "ClusterIssuer", found);
    }
    return found;
  }

  private static void annotated(
      Mapping annotations, String annotation, String usualKind, List<Reference> found) {
    @Nullable String kind = annotations.string(GROUP + "/issuer-kind");
    add(
        annotations.string(annotation),
        annotations.string(GROUP + "/issuer-group"),
        kind == null ? usualKind : kind,
        FieldPath.of("metadata", "annotations", annotation),
        found);
  }

  private static void add(
      @Nullable String name,
      @Nullable String group,
      @Nullable String kind,
      FieldPath path,
      List<Reference> found) {
    if (name != null && !name.isEmpty() && (group == null || group.equals(GROUP))) {
      GroupKind named = "ClusterIssuer".equals(kind) ? Kinds.CLUSTER_ISSUER : Kinds.ISSUER;
      found.add(new Reference(named, name, Optional.empty(), path));
    }
  }
}
