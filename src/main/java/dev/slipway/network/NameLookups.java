package dev.slipway.network;

import dev.slipway.cluster.Cluster;
import java.util.List;
import java.util.Map;

/**
 * Where pods of a cluster ask for names.
 *
 * <p>A policy sees who answers, not the Service's address: the DNS pods of the cluster, a cache on
 * the node, or both. A cache on the node has an address of its own that no selector of pods
 * matches.
 *
 * <p>Only what is usual is known. A cache that takes over the address of the DNS Service itself, or
 * DNS of one's own, is let in by an egress rule of the workload.
 */
final class NameLookups {
  private static final String NAMESPACE_NAME = "kubernetes.io/metadata.name";

  /**
   * CoreDNS and kube-dns, in every distribution but OpenShift.
   *
   * @see <a
   *     href="https://kubernetes.io/docs/tasks/administer-cluster/dns-debugging-resolution/">DNS
   *     for Services and Pods: the pods are those with k8s-app=kube-dns</a>
   */
  private static final Peer DNS_PODS =
      Peer.podsIn(Map.of(NAMESPACE_NAME, "kube-system"), Map.of("k8s-app", "kube-dns"));

  /**
   * Kubernetes' own cache on the node, and RKE2's.
   *
   * @see <a href="https://kubernetes.io/docs/tasks/administer-cluster/nodelocaldns/">NodeLocal
   *     DNSCache: 169.254.20.10 by default</a>
   * @see <a href="https://docs.rke2.io/networking/networking_services">RKE2's NodeLocal</a>
   */
  private static final Peer NODE_LOCAL = Peer.addresses("169.254.20.10/32");

  /**
   * GKE's cache as its dataplane V2 sees it: a pod.
   *
   * @see <a
   *     href="https://cloud.google.com/kubernetes-engine/docs/how-to/nodelocal-dns-cache">Network
   *     policy with NodeLocal DNSCache</a>
   */
  private static final Peer NODE_LOCAL_PODS =
      Peer.podsIn(Map.of(NAMESPACE_NAME, "kube-system"), Map.of("k8s-app", "node-local-dns"));

  /**
   * Cloud DNS for GKE, which answers at the node's metadata server.
   *
   * @see <a href="https://cloud.google.com/kubernetes-engine/docs/how-to/cloud-dns">Using Cloud DNS
   *     for GKE</a>
   */
  private static final Peer CLOUD_DNS = Peer.addresses("169.254.169.254/32");

  /**
   * The DNS Service of GKE's own range of Service addresses, 34.118.224.0/20, whose tenth it is:
   * the cache on the node listens there too, and without dataplane V2 that address is what a policy
   * sees.
   *
   * @see <a href="https://cloud.google.com/kubernetes-engine/docs/concepts/alias-ips">GKE-managed
   *     range for Services</a>
   */
  private static final Peer GKE_SERVICE = Peer.addresses("34.118.224.10/32");

  /**
   * The DNS Service of EKS, whose range of Service addresses is one of two unless it was chosen: in
   * Auto Mode DNS runs on the node and no pod is seen to answer.
   *
   * @see <a href="https://github.com/aws/containers-roadmap/issues/2552">Network policies of EKS
   *     Auto Mode</a>
   */
  private static final Peer EKS_SERVICE = Peer.addresses("172.20.0.10/32");

  private static final Peer EKS_OTHER_SERVICE = Peer.addresses("10.100.0.10/32");

  /**
   * AKS's cache, where LocalDNS is on; pods ask the second of its two addresses.
   *
   * @see <a href="https://learn.microsoft.com/azure/aks/localdns-custom">LocalDNS in AKS</a>
   */
  private static final Peer LOCAL_DNS = Peer.addresses("169.254.10.11/32");

  /**
   * OpenShift's DNS, which listens at 5353 behind port 53 of its Service.
   *
   * @see <a
   *     href="https://docs.redhat.com/en/documentation/openshift_container_platform/4.18/html/networking_operators/dns-operator">DNS
   *     Operator</a>
   */
  private static final Peer OPENSHIFT_DNS_PODS =
      Peer.podsIn(
          Map.of(NAMESPACE_NAME, "openshift-dns"),
          Map.of("dns.operator.openshift.io/daemonset-dns", "default"));

  private NameLookups() {}

  /** What lets the pods of a cluster ask for names. */
  static Egress in(Cluster cluster) {
    return switch (cluster.distribution()) {
      case OPENSHIFT -> at(5353, OPENSHIFT_DNS_PODS);
      case EKS -> at(53, DNS_PODS, NODE_LOCAL, EKS_SERVICE, EKS_OTHER_SERVICE);
      case GKE, GKE_AUTOPILOT ->
          at(53, DNS_PODS, NODE_LOCAL_PODS, NODE_LOCAL, GKE_SERVICE, CLOUD_DNS);
      case AKS -> at(53, DNS_PODS, NODE_LOCAL, LOCAL_DNS);
      case RANCHER, KUBERNETES -> at(53, DNS_PODS, NODE_LOCAL);
    };
  }

  private static Egress at(int port, Peer... peers) {
    return new Egress(
        List.of(peers), List.of(PolicyPort.udp(port), PolicyPort.tcp(port)), "name look-ups");
  }
}
