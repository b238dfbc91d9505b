package dev.slipway.skeleton;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.manifest.Deferred;
import dev.slipway.manifest.InvalidInputException;
import dev.slipway.manifest.ManifestSet;
import dev.slipway.manifest.Text;
import dev.slipway.manifest.YamlWriter;
import org.junit.jupiter.api.Test;

class YamlSkeletonTest {
  // printf 's3cr3t' | sha256sum; printf 's3cr3t' | base64
  private static final String EXPECTED =
      """
      apiVersion: v1
      kind: Secret
      metadata:
        name: web-db
        namespace: web
      data:
        password: czNjcjN0
      ---
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: web
        namespace: web
        labels:
          app.kubernetes.io/name: web
          app.kubernetes.io/instance: web
          app.kubernetes.io/part-of: web
          app.kubernetes.io/managed-by: slipway
      spec:
        selector:
          matchLabels:
            app.kubernetes.io/name: web
            app.kubernetes.io/instance: web
        template:
          metadata:
            labels:
              app.kubernetes.io/name: web
              app.kubernetes.io/instance: web
              app.kubernetes.io/part-of: web
              app.kubernetes.io/managed-by: slipway
            annotations:
              slipway.dev/secret-revision: "4e738ca5563c06cfd0018299933d58db1dd8bf97f6973dc99bf6cdc64b5550bd"
          spec:
            containers:
            - name: web
              image: registry.example.com/web:1.0
              ports:
              - name: http
                containerPort: 8080
              env:
              - name: DB_URL
                value: postgres://db.internal:5432/app
              - name: DB_PASSWORD
                valueFrom:
                  secretKeyRef:
                    name: web-db
                    key: password
      """;

  @Test
  void everythingKnownIsWrittenInApplyOrder() {
    ManifestSet objects = Skeleton.render(Text.of("db.internal:5432"), Text.secret("s3cr3t"));

    assertThat(YamlWriter.write(objects)).isEqualTo(EXPECTED);
  }

  @Test
  void aValueThatIsKnownOnlyLaterIsRefusedByName() {
    ManifestSet objects = Skeleton.render(Text.deferred(new Later()), Text.secret("s3cr3t"));

    assertThatThrownBy(() -> YamlWriter.write(objects))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("Deployment web/web")
        .hasMessageContaining("spec.template.spec.containers[0].env[0].value")
        .hasMessageContaining("output 'endpoint'")
        .hasMessageNotContaining("s3cr3t");
  }

  private record Later() implements Deferred {
    @Override
    public String label() {
      return "output 'endpoint'";
    }

    @Override
    public boolean secret() {
      return false;
    }
  }
}
