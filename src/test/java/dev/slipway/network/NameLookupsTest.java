package dev.slipway.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.cluster.Cluster;
import dev.slipway.cluster.Distribution;
import dev.slipway.manifest.Mapping;
import dev.slipway.testing.YamlText;
import java.util.List;
import org.junit.jupiter.api.Test;

class NameLookupsTest {
  private static final String COREDNS =
      """
      - namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: kube-system}}
        podSelector: {matchLabels: {k8s-app: kube-dns}}
      """;

  private static Mapping egress(Distribution distribution) {
    Cluster cluster = Cluster.builder("test").distribution(distribution).kubernetes("1.34").build();
    return (Mapping)
        NetworkAccess.closed().spec(Mapping.EMPTY, List.of(), cluster).seq("egress").get(0);
  }

  private static Mapping rule(int port, String peers) {
    return YamlText.mapping(
        "to:\n"
            + peers
            + "ports: [{protocol: UDP, port: %1$s}, {protocol: TCP, port: %1$s}]\n"
                .formatted(port));
  }

  @Test
  void theDnsPodsAndTheNodesOwnCacheAnswer() {
    assertThat(egress(Distribution.KUBERNETES))
        .isEqualTo(rule(53, COREDNS + "- ipBlock: {cidr: 169.254.20.10/32}\n"));
    assertThat(egress(Distribution.RANCHER)).isEqualTo(egress(Distribution.KUBERNETES));
  }

  @Test
  void onEksTheServiceAnswersWhereDnsRunsOnTheNode() {
    assertThat(egress(Distribution.EKS))
        .isEqualTo(
            rule(
                53,
                COREDNS
                    + """
                    - ipBlock: {cidr: 169.254.20.10/32}
                    - ipBlock: {cidr: 172.20.0.10/32}
                    - ipBlock: {cidr: 10.100.0.10/32}
                    """));
  }

  @Test
  void onGkeTheCacheMayBeAPodOrAnAddressAndCloudDnsTheMetadataServer() {
    assertThat(egress(Distribution.GKE))
        .isEqualTo(
            rule(
                53,
                COREDNS
                    + """
                    - namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: kube-system}}
                      podSelector: {matchLabels: {k8s-app: node-local-dns}}
                    - ipBlock: {cidr: 169.254.20.10/32}
                    - ipBlock: {cidr: 34.118.224.10/32}
                    - ipBlock: {cidr: 169.254.169.254/32}
                    """));
  }

  @Test
  void onAksLocalDnsAnswersAtItsSecondAddress() {
    assertThat(egress(Distribution.AKS))
        .isEqualTo(
            rule(
                53,
                COREDNS
                    + """
                    - ipBlock: {cidr: 169.254.20.10/32}
                    - ipBlock: {cidr: 169.254.10.11/32}
                    """));
  }

  @Test
  void onOpenShiftItsOwnDnsPodsListenElsewhere() {
    assertThat(egress(Distribution.OPENSHIFT))
        .isEqualTo(
            rule(
                5353,
                """
                - namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: openshift-dns}}
                  podSelector: {matchLabels: {dns.operator.openshift.io/daemonset-dns: default}}
                """));
  }
}
