package dev.slipway.cluster;

/** Which Kubernetes a cluster is. */
public enum Distribution {
  /** Amazon Elastic Kubernetes Service. */
  EKS,
  /** Google Kubernetes Engine, Standard mode. */
  GKE,
  /** Google Kubernetes Engine, Autopilot mode: Google chooses the nodes. */
  GKE_AUTOPILOT,
  /** Azure Kubernetes Service. */
  AKS,
  /** Red Hat OpenShift. */
  OPENSHIFT,
  /** Rancher (RKE, RKE2). */
  RANCHER,
  /** Any other conformant Kubernetes. */
  KUBERNETES
}
