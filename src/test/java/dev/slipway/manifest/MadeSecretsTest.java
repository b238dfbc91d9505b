package dev.slipway.manifest;

import static dev.slipway.testing.YamlText.mapping;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MadeSecretsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "external-secrets.io/v1 | ExternalSecret | spec: {target: {name: db}} | db",
        "external-secrets.io/v1beta1 | ExternalSecret | spec: {} | web",
        "bitnami.com/v1alpha1 | SealedSecret | spec: {template: {metadata: {name: other}}} | web",
        "secrets-store.csi.x-k8s.io/v1 | SecretProviderClass | spec: {secretObjects: [{secretName:"
            + " a}, {secretName: b}]} | a b",
        "secrets-store.csi.x-k8s.io/v1 | SecretProviderClass | spec: {} | ``",
        "cert-manager.io/v1 | Certificate | spec: {secretName: web-tls} | web-tls",
        "example.com/v1 | Certificate | spec: {secretName: web-tls} | ``",
        "networking.k8s.io/v1 | Ingress | spec: {tls: [{secretName: web-tls}]} | ``",
        "v1 | Service | spec: {} | ``",
        "v1 | Secret | data: {} | ``",
      })
  void controllersMakeSecretsOfObjects(String version, String kind, String rest, String names) {
    assertThat(String.join(" ", MadeSecrets.of(object(version, kind, "", rest)))).isEqualTo(names);
  }

  @ParameterizedTest
  @CsvSource({
    "networking.k8s.io/v1, Ingress, cert-manager.io/cluster-issuer: letsencrypt, web-tls",
    "networking.k8s.io/v1, Ingress, cert-manager.io/issuer: own, web-tls",
    "networking.k8s.io/v1, Ingress, example.com/issuer: own, ''",
    "v1, Service, service.beta.openshift.io/serving-cert-secret-name: serving, serving",
    "v1, Service, example.com/serving: serving, ''",
  })
  void annotationsAskForCertificates(String version, String kind, String annotation, String name) {
    String rest = kind.equals("Ingress") ? "spec: {tls: [{secretName: web-tls}]}" : "spec: {}";

    assertThat(String.join(" ", MadeSecrets.of(object(version, kind, annotation, rest))))
        .isEqualTo(name);
  }

  private static Manifest object(String version, String kind, String annotation, String rest) {
    return Manifest.of(
        mapping(
            """
            apiVersion: %s
            kind: %s
            metadata:
              name: web
              namespace: shop
              annotations: {%s}
            %s
            """
                .formatted(version, kind, annotation, rest)),
        Origin.of("test"));
  }
}
