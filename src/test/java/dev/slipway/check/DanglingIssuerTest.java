package dev.slipway.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.cluster.Cluster;
import dev.slipway.manifest.GroupKind;
import dev.slipway.manifest.ObjectRef;
import dev.slipway.target.Declaration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When the rule of cert-manager's issuers speaks, and when it cannot know. */
class DanglingIssuerTest {
  private static final Cluster CLUSTER = Cluster.builder("prod").kubernetes("1.34").build();
  private static final String CLUSTER_ISSUER =
      "metadata.annotations[\"cert-manager.io/cluster-issuer\"]";

  private static String ingress(String annotations) {
    return """
    ---
    apiVersion: networking.k8s.io/v1
    kind: Ingress
    metadata: {name: web, namespace: shop, annotations: {%s}}
    spec: {tls: [{hosts: [shop.example.com], secretName: web-tls}]}
    """
        .formatted(annotations);
  }

  private static String certificate(String issuerRef) {
    return """
    ---
    apiVersion: cert-manager.io/v1
    kind: Certificate
    metadata: {name: web, namespace: shop}
    spec: {secretName: web-tls, dnsNames: [shop.example.com], issuerRef: {%s}}
    """
        .formatted(issuerRef);
  }

  private static String issuer(String kind, String name, String namespace) {
    return """
    ---
    apiVersion: cert-manager.io/v1
    kind: %s
    metadata: {name: %s%s}
    spec: {selfSigned: {}}
    """
        .formatted(kind, name, namespace.isEmpty() ? "" : ", namespace: " + namespace);
  }

  private static List<Finding> findings(Checks checks, String... yaml) {
    return checks.run(Manifests.of(String.join("", yaml)), List.of()).findings().stream()
        .filter(finding -> finding.rule().equals("dangling-issuer"))
        .toList();
  }

  private static List<String> alone(String... yaml) {
    return findings(Checks.ofManifestsAlone(), yaml).stream()
        .map(finding -> finding.path().toString())
        .toList();
  }

  private static List<Finding> onTheCluster(String... yaml) {
    return findings(Checks.of(CLUSTER, List.of(), List.of()), yaml);
  }

  @Test
  void aClusterIssuerThatNobodyTellsOfIsMissingInAnEnvironment() {
    assertThat(onTheCluster(ingress("cert-manager.io/cluster-issuer: letsencrypt")))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.path()).hasToString(CLUSTER_ISSUER);
              assertThat(finding.message())
                  .isEqualTo(
                      "Ingress 'web' asks ClusterIssuer 'letsencrypt' for its certificate, and"
                          + " nothing makes it or says that it exists.");
            });
  }

  @Test
  void whereNobodyTellsOfAClusterItsIssuersAreNotKnown() {
    assertThat(alone(ingress("cert-manager.io/cluster-issuer: letsencrypt"))).isEmpty();
    assertThat(alone(certificate("name: letsencrypt, kind: ClusterIssuer"))).isEmpty();
  }

  @Test
  void whoseManifestsHaveClusterIssuersHasThemAll() {
    String mistyped = ingress("cert-manager.io/cluster-issuer: letsencrpyt");

    assertThat(alone(mistyped, issuer("ClusterIssuer", "letsencrypt", "")))
        .containsExactly(CLUSTER_ISSUER);
    assertThat(onTheCluster(mistyped, issuer("ClusterIssuer", "letsencrypt", "")))
        .singleElement()
        .satisfies(finding -> assertThat(finding.remedy()).contains("'letsencrypt'"));
    assertThat(alone(mistyped, issuer("ClusterIssuer", "letsencrpyt", ""))).isEmpty();
  }

  @Test
  void anIssuerIsOneOfTheSameNamespace() {
    String asking = ingress("cert-manager.io/issuer: internal-ca");

    assertThat(alone(asking)).containsExactly("metadata.annotations[\"cert-manager.io/issuer\"]");
    assertThat(alone(asking, issuer("Issuer", "internal-ca", "other"))).hasSize(1);
    assertThat(alone(asking, issuer("ClusterIssuer", "internal-ca", ""))).hasSize(1);
    assertThat(alone(asking, issuer("Issuer", "internal-ca", "shop"))).isEmpty();
    assertThat(alone(asking, issuer("Issuer", "internal-ca", ""))).isEmpty();
  }

  @Test
  void aCertificateThatNamesNoKindMeansAnIssuer() {
    assertThat(alone(certificate("name: internal-ca"))).containsExactly("spec.issuerRef.name");
    assertThat(alone(certificate("name: internal-ca"), issuer("ClusterIssuer", "internal-ca", "")))
        .hasSize(1);
    assertThat(alone(certificate("name: internal-ca"), issuer("Issuer", "internal-ca", "shop")))
        .isEmpty();
  }

  @Test
  void theKindOfAnAnnotatedIssuerMayStandBesideIt() {
    String asking =
        ingress("cert-manager.io/issuer: ca, cert-manager.io/issuer-kind: ClusterIssuer");

    assertThat(onTheCluster(asking, issuer("Issuer", "ca", "shop"))).hasSize(1);
    assertThat(onTheCluster(asking, issuer("ClusterIssuer", "ca", ""))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cert-manager.io/issuer: pca, cert-manager.io/issuer-group: awspca.cert-manager.io",
        "kubernetes.io/tls-acme: \"true\"",
        "cert-manager.io/common-name: shop.example.com",
      })
  void issuersOfOthersAndDefaultOnesAreNotKnown(String annotations) {
    assertThat(onTheCluster(ingress(annotations))).isEmpty();
  }

  @Test
  void theIssuerOfACertificateMayBeOfAnotherGroup() {
    assertThat(
            onTheCluster(
                certificate("name: pca, kind: AWSPCAIssuer, group: awspca.cert-manager.io")))
        .isEmpty();
  }

  @Test
  void anIssuerThatACustomResourcesControllerMayMakeIsNotToldToBeMissing() {
    String operated =
        """
        ---
        apiVersion: example.com/v1
        kind: Queue
        metadata: {name: queue, namespace: shop}
        """;

    assertThat(alone(certificate("name: queue-ca"), operated)).isEmpty();
    assertThat(alone(certificate("name: other-ca"), operated)).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "ClusterIssuer, '', true",
    "Issuer, shop, false",
    "Issuer, '', false",
  })
  void whatIsDeclaredIsThere(String kind, String namespace, boolean isTheOne) {
    Declaration declared =
        new Declaration.Existing(
            new ObjectRef.Key(GroupKind.of("cert-manager.io", kind), namespace, "letsencrypt"),
            Set.of());

    assertThat(
            findings(
                Checks.of(CLUSTER, List.of(declared), List.of()),
                ingress("cert-manager.io/cluster-issuer: letsencrypt")))
        .hasSize(isTheOne ? 0 : 1);
  }

  @Test
  void anAnnotationDeclaresToo() {
    assertThat(
            onTheCluster(
                ingress(
                    "cert-manager.io/cluster-issuer: letsencrypt, slipway.dev/existing:"
                        + " ClusterIssuer/letsencrypt")))
        .isEmpty();
  }

  @Test
  void gatewaysAreAnnotatedAsIngressesAre() {
    String gateway =
        """
        apiVersion: gateway.networking.k8s.io/v1
        kind: Gateway
        metadata: {name: web, namespace: shop, annotations: {cert-manager.io/issuer: internal-ca}}
        spec: {gatewayClassName: envoy}
        """;

    assertThat(alone(gateway)).hasSize(1);
    assertThat(alone(gateway, issuer("Issuer", "internal-ca", "shop"))).isEmpty();
  }
}
