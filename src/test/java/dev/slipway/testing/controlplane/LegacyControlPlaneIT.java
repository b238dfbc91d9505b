package dev.slipway.testing.controlplane;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LegacyControlPlaneIT {

  @RegisterExtension
  static final Running<LegacyControlPlane> RUNNING = Running.forClass(LegacyControlPlane::start);

  private final LegacyControlPlane cluster = RUNNING.get();

  @BeforeAll
  static void bindPolicy() {
    RUNNING.get().newNamespace("hyperscience");
    RUNNING.get().newServiceAccount("hyperscience", "platform");
    RUNNING.get().newServiceAccount("hyperscience", "unbound");
    RUNNING.get().apply(POLICY_AND_BINDING).orFail();
  }

  @Test
  void isTheDeclaredVersion() {
    assertThat(cluster.kubectl().run("version").out())
        .contains("Server Version: " + LegacyControlPlane.VERSION);
  }

  @Test
  void policyAdmitsItsCapability() {
    cluster.createPodAs("hyperscience", "platform", pod("own", "platform", "SETUID")).orFail();
    cluster.createPodAsController("hyperscience", pod("controlled", "platform", "SETUID")).orFail();
  }

  @Test
  void policyRefusesAnotherCapability() {
    Outcome outcome =
        cluster.createPodAs("hyperscience", "platform", pod("refused", "platform", "NET_ADMIN"));

    assertThat(outcome.exit()).isEqualTo(1);
    assertThat(outcome.err())
        .contains("PodSecurityPolicy: unable to admit pod")
        .contains("\"NET_ADMIN\": capability may not be added");
  }

  @Test
  void accountWithoutBindingIsRefused() {
    String pod = pod("unbound", "unbound", "SETUID");

    assertThat(cluster.createPodAs("hyperscience", "unbound", pod).err())
        .contains("PodSecurityPolicy: unable to admit pod: []");
    assertThat(cluster.createPodAsController("hyperscience", pod).err())
        .contains("PodSecurityPolicy: unable to admit pod: []");
  }

  private static String pod(String name, String serviceAccount, String capability) {
    return """
    apiVersion: v1
    kind: Pod
    metadata: {name: %s}
    spec:
      serviceAccountName: %s
      containers:
        - name: main
          image: example.com/platform:1
          securityContext: {capabilities: {add: [%s]}}
    """
        .formatted(name, serviceAccount, capability);
  }

  private static final String POLICY_AND_BINDING =
      """
      apiVersion: policy/v1beta1
      kind: PodSecurityPolicy
      metadata: {name: hyperscience}
      spec:
        allowedCapabilities: [SETUID, SETGID]
        fsGroup: {rule: RunAsAny}
        runAsUser: {rule: RunAsAny}
        seLinux: {rule: RunAsAny}
        supplementalGroups: {rule: RunAsAny}
        volumes: [configMap, emptyDir, persistentVolumeClaim, secret, projected]
      ---
      apiVersion: rbac.authorization.k8s.io/v1
      kind: Role
      metadata: {name: platform, namespace: hyperscience}
      rules:
        - {apiGroups: [policy], resources: [podsecuritypolicies], resourceNames: [hyperscience], verbs: [use]}
      ---
      apiVersion: rbac.authorization.k8s.io/v1
      kind: RoleBinding
      metadata: {name: platform, namespace: hyperscience}
      roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: platform}
      subjects: [{kind: ServiceAccount, name: platform, namespace: hyperscience}]
      """;
}
