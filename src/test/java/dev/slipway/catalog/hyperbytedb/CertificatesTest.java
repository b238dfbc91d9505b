package dev.slipway.catalog.hyperbytedb;

import static dev.slipway.testing.YamlText.mapping;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.manifest.Manifest;
import dev.slipway.render.Planner;
import dev.slipway.target.Notice;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The certificates that the operator mounts and has nobody make. */
class CertificatesTest {

  private static HyperbytedbCluster.Builder signedBy(String issuer) {
    return Databases.database()
        .namespace("data")
        .set(Server.TLS.enabled, true)
        .set(Server.TLS.issuerName, issuer)
        .set(Server.TLS.issuerKind, "ClusterIssuer");
  }

  private static List<Manifest> certificates(HyperbytedbCluster.Builder database) {
    return Databases.plan(database).all().ofKind("Certificate");
  }

  @Test
  void theCertificateOfTheApiHasTheSecretThatIsMountedAndTheNamesOfTheServices() {
    assertThat(certificates(signedBy("internal-ca")).get(0).body().without("metadata"))
        .isEqualTo(
            mapping(
                """
                apiVersion: cert-manager.io/v1
                kind: Certificate
                spec:
                  secretName: metrics-tls
                  dnsNames:
                  - metrics.data.svc
                  - metrics.data.svc.cluster.local
                  - metrics-headless.data.svc
                  - metrics-headless.data.svc.cluster.local
                  - "*.metrics-headless.data.svc"
                  - "*.metrics-headless.data.svc.cluster.local"
                  usages: [server auth, client auth]
                  issuerRef: {name: internal-ca, kind: ClusterIssuer}
                """));
  }

  @Test
  void theCertificateBetweenMembersIsAnotherWhereItsSecretIs() {
    HyperbytedbCluster.Builder database =
        signedBy("internal-ca")
            .set(Spec.REPLICAS, 3)
            .set(Peers.TLS.enabled, true)
            .set(Peers.TLS.issuerName, "peer-ca")
            .set(Peers.TLS.issuerKind, "Issuer")
            .set(Peers.TLS.issuerGroup, "awspca.cert-manager.io")
            .set(Peers.TLS.secretName, "metrics-peers");

    assertThat(certificates(database))
        .extracting(certificate -> certificate.ref().name())
        .containsExactly("metrics-peers", "metrics-tls");
    assertThat(certificates(database).get(0).spec().get("issuerRef"))
        .isEqualTo(mapping("{name: peer-ca, kind: Issuer, group: awspca.cert-manager.io}"));
  }

  @Test
  void oneSecretHasOneCertificateAndOneIssuer() {
    HyperbytedbCluster.Builder same =
        signedBy("internal-ca")
            .set(Spec.REPLICAS, 3)
            .set(Peers.TLS.enabled, true)
            .set(Peers.TLS.issuerName, "internal-ca")
            .set(Peers.TLS.issuerKind, "ClusterIssuer");

    assertThat(certificates(same)).hasSize(1);
    assertThatThrownBy(() -> same.set(Peers.TLS.issuerName, "another").build())
        .hasMessageContaining("different issuers and one Secret");
  }

  @Test
  void noCertificateIsMadeWhereTheOperatorSignsItselfOrTheSecretIsThere() {
    assertThat(certificates(Databases.database().set(Server.TLS.enabled, true))).isEmpty();
    assertThat(
            certificates(
                Databases.database()
                    .set(Server.TLS.enabled, true)
                    .set(Server.TLS.secretName, "mine")))
        .isEmpty();
  }

  @Test
  void anIssuerOfAcmeSignsNoNamesInsideTheClusterAndNamesCanBeGiven() {
    assertThat(Databases.rules(signedBy("letsencrypt-prod")))
        .containsExactly("hyperbytedb-certificate-names");

    HyperbytedbCluster.Builder named =
        signedBy("letsencrypt-prod").certificateNames(List.of("metrics.example.com"));
    assertThat(Databases.rules(named)).isEmpty();
    assertThat(certificates(named).get(0).spec().seq("dnsNames"))
        .isEqualTo(mapping("names: [metrics.example.com]").seq("names"));
  }

  @Test
  void aClusterWithoutCertManagerIsAnError() {
    assertThat(
            Planner.on(Databases.cluster(Databases.operator()))
                .application(signedBy("internal-ca").build().application())
                .plan()
                .notices())
        .extracting(Notice::rule)
        .containsExactly("api-not-installed");
  }

  @Test
  void anIssuerWithoutItsKindIsRefused() {
    assertThatThrownBy(
            () ->
                Databases.database()
                    .set(Server.TLS.enabled, true)
                    .set(Server.TLS.issuerName, "internal-ca")
                    .build())
        .hasMessageContaining(
            "'server.tls.certManagerIssuerRef.name' and 'server.tls.certManagerIssuerRef.kind' need"
                + " each other.");
  }
}
