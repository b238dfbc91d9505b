package dev.slipway.catalog.hyperbytedb;

import dev.slipway.definition.Field;
import dev.slipway.definition.Format;
import dev.slipway.definition.Type;
import dev.slipway.manifest.Mapping;

/** TLS, of the HTTP API or between members: {@code spec.server.tls}, {@code spec.cluster.tls}. */
public final class TlsPart {
  /** {@code enabled}: whether there is TLS; must be set with the others. */
  public final Setting<Boolean> enabled;

  /**
   * {@code secretName}: a Secret of the type kubernetes.io/tls; without it, the operator signs a
   * certificate itself.
   */
  public final Setting<String> secretName;

  /** {@code certManagerIssuerRef.name}: the issuer of cert-manager that signs the certificate. */
  public final Setting<String> issuerName;

  /** {@code certManagerIssuerRef.kind}: {@code Issuer} or {@code ClusterIssuer}. */
  public final Setting<String> issuerKind;

  /** {@code certManagerIssuerRef.group}: the API group of an issuer that is not cert-manager's. */
  public final Setting<String> issuerGroup;

  TlsPart(Part part) {
    enabled =
        part.setting(
            Field.required("enabled", Type.bool(), "Whether there is TLS.").example("true"));
    secretName =
        part.setting(
            Field.optional(
                    "secretName",
                    Type.string().of(Format.DNS_SUBDOMAIN),
                    "A Secret of the type kubernetes.io/tls.")
                .byDefaultIs("the operator signs a certificate itself")
                .example("hyperbytedb-tls-cert"));
    Part issuer = part.under("certManagerIssuerRef");
    issuerName =
        issuer.setting(
            Field.required("name", Type.string(), "The issuer's name.").example("internal-ca"));
    issuerKind =
        issuer.setting(
            Field.required("kind", Type.string(), "The issuer's kind, such as ClusterIssuer.")
                .example("ClusterIssuer"));
    issuerGroup =
        issuer.setting(
            Field.optional(
                    "group",
                    Type.string(),
                    "The API group of an issuer that is not cert-manager's.")
                .byDefaultIs("cert-manager.io")
                .example("awspca.cert-manager.io"));
  }

  /** Whether a spec has cert-manager sign the certificate. */
  boolean byCertManager(Mapping spec) {
    return enabled.isTrue(spec) && issuerName.isGiven(spec);
  }

  /** The Secret that the operator mounts. */
  String secret(Mapping spec, String cluster) {
    return secretName.isGiven(spec) ? secretName.text(spec) : cluster + "-tls";
  }

  Shape shape(String whose, String doc) {
    Shape issuer =
        Shape.of(
            "certManagerIssuerRef",
            whose + " issuer",
            "The issuer of cert-manager that signs the certificate.",
            "{name: internal-ca, kind: ClusterIssuer}",
            issuerName,
            issuerKind,
            issuerGroup);
    return Shape.of("tls", whose + " TLS", doc, "{enabled: true}", enabled, secretName, issuer);
  }
}
