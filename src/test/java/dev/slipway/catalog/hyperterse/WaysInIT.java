package dev.slipway.catalog.hyperterse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.environment.Environment;
import dev.slipway.manifest.Manifest;
import dev.slipway.testing.EnvironmentFiles;
import dev.slipway.testing.controlplane.EnvironmentCluster;
import dev.slipway.testing.controlplane.Outcome;
import dev.slipway.testing.controlplane.Running;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Every way in with its sessions before an API server that knows these fields and no others. */
class WaysInIT {
  private static final Environment DECLARED =
      EnvironmentFiles.parse(
          """
          environment: ways-in
          cluster:
            name: tools
            kubernetes: "1.34"
            installed: [gateway-api]
            nodeGroups: [{name: general, machine: {cpu: 4, memory: 16Gi}, nodes: 3}]
          applications:
            - name: nginx
              namespace: tools
              system: hyperterse
              image: registry.example.com/hyperterse:1.4.2
              sessions: true
              ingresses:
                - host: nginx.example.com
                  class: nginx
                  tlsSecret: tools-tls
                  controllerNamespace: {kubernetes.io/metadata.name: ingress-nginx}
            - name: traefik
              namespace: tools
              system: hyperterse
              image: registry.example.com/hyperterse:1.4.2
              sessions: true
              ingresses:
                - {host: traefik.example.com, class: traefik, tlsSecret: tools-tls}
            - name: gateway
              namespace: tools
              system: hyperterse
              image: registry.example.com/hyperterse:1.4.2
              sessions: true
              routes:
                - gateway: public
                  gatewayNamespace: gateways
                  listener: https
                  host: "*.example.com"
                  path: /tools
                - {gateway: internal, host: tools.internal}
            - name: balanced
              namespace: tools
              system: hyperterse
              image: registry.example.com/hyperterse:1.4.2
              service: {type: LoadBalancer, from: [203.0.113.0/24]}
          """);

  @RegisterExtension
  static final Running<EnvironmentCluster> CLUSTER =
      Running.forClass(() -> EnvironmentCluster.startEmpty(DECLARED));

  private final EnvironmentCluster cluster = CLUSTER.get();

  @Test
  void everyObjectIsAcceptedUnderStrictValidationAndASecondApplyChangesNothing() {
    Outcome outcome = cluster.kubectl().apply(cluster.yaml(), "--validate=strict").orFail();

    assertThat(outcome.err()).isEmpty();
    assertThat(cluster.plan().all().ofKind("HTTPRoute"))
        .extracting(Manifest::ref)
        .extracting(ref -> ref.name())
        .containsExactly("gateway", "gateway-2");
    assertThat(cluster.kubectl().diff(cluster.yaml()).orFail().out()).isEmpty();
  }

  @Test
  void aFieldThatTheDefinitionLacksIsRefused() {
    String wrong = cluster.yaml().replace("sessionPersistence:", "sessionPersistance:");

    Outcome outcome = cluster.kubectl().apply(wrong, "--validate=strict", "--dry-run=server");

    assertThat(outcome.err()).contains("unknown field \"spec.rules[0].sessionPersistance\"");
  }
}
