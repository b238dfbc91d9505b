package dev.slipway.security;

import static dev.slipway.testing.YamlText.mapping;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.cluster.Cluster;
import dev.slipway.cluster.Distribution;
import dev.slipway.manifest.ManifestSet;
import dev.slipway.manifest.Text;
import dev.slipway.manifest.YamlWriter;
import dev.slipway.render.Collected;
import dev.slipway.target.Defaults;
import dev.slipway.target.Naming;
import dev.slipway.target.Target;
import dev.slipway.testing.controlplane.Await;
import dev.slipway.testing.controlplane.LegacyControlPlane;
import dev.slipway.testing.controlplane.Outcome;
import dev.slipway.testing.controlplane.Running;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * What a real API server of 1.24 with PodSecurityPolicy lets in by the rendered policies. Pods are
 * created as the account that they run as: an administrator may use any policy.
 */
class PodSecurityPolicyIT {
  @RegisterExtension
  static final Running<LegacyControlPlane> RUNNING = Running.forClass(LegacyControlPlane::start);

  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final Cluster CLUSTER = Rendered.cluster(Distribution.KUBERNETES, "1.24");
  private static final AtomicInteger NAMESPACES = new AtomicInteger();
  private static final String ACCOUNT = "platform";
  private static final String NO_POLICY = "is forbidden: PodSecurityPolicy: ";

  private final LegacyControlPlane cluster = RUNNING.get();
  private final AtomicInteger pods = new AtomicInteger();
  private String namespace = "";

  @BeforeEach
  void newNamespace() {
    namespace = "test-" + NAMESPACES.incrementAndGet();
    cluster.newNamespace(namespace);
    cluster.newServiceAccount(namespace, ACCOUNT);
  }

  @Test
  void thePolicyAndItsBindingAdmitTheWorkloadsPods() {
    apply(subject(Rendered.HYPERSCIENCE));

    awaitAdmitted(Rendered.HYPERSCIENCE);
  }

  @Test
  void withoutTheBindingTheyAreRefused() {
    apply(subject(Rendered.HYPERSCIENCE));
    awaitAdmitted(Rendered.HYPERSCIENCE);

    cluster.kubectl().in(namespace).run("delete", "rolebinding", namespace + ".platform").orFail();

    Await.until(
        LIMIT,
        () -> "pods refused without the binding",
        () -> create(pod(Rendered.HYPERSCIENCE)).err().contains(NO_POLICY));
  }

  @Test
  void anotherAccountIsRefused() {
    cluster.newServiceAccount(namespace, "other");
    apply(subject(Rendered.HYPERSCIENCE));
    awaitAdmitted(Rendered.HYPERSCIENCE);

    Outcome refused =
        cluster.createPodAs(
            namespace,
            "other",
            pod(Rendered.HYPERSCIENCE).with("serviceAccountName", Text.of("other")).yaml());

    assertThat(refused.exit()).isEqualTo(1);
    assertThat(refused.err()).contains(NO_POLICY);
  }

  @Test
  void anotherCapabilityIsRefused() {
    apply(subject(Rendered.HYPERSCIENCE));
    awaitAdmitted(Rendered.HYPERSCIENCE);

    Outcome refused =
        create(
            pod(
                Rendered.HYPERSCIENCE.toBuilder()
                    .addCapabilities("SETUID", "SETGID", "NET_ADMIN")
                    .build()));

    assertThat(refused.exit()).isEqualTo(1);
    assertThat(refused.err()).contains("\"NET_ADMIN\": capability may not be added");
  }

  @Test
  void theStrictPolicyAdmitsTheStrictPodAndNoOther() {
    apply(subject(SecurityProfile.restricted()));
    awaitAdmitted(SecurityProfile.restricted());

    assertThat(create(pod(Rendered.HYPERSCIENCE)).err())
        .contains("\"SETUID\": capability may not be added")
        .contains("Allowing privilege escalation for containers is not allowed")
        .contains("ReadOnlyRootFilesystem must be set to true");
    assertThat(
            create(pod(SecurityProfile.builder().runAsNonRoot(false).runAsUser(0).build())).err())
        .contains("runAsNonRoot: Invalid value: false: must be true");
    assertThat(create(pod(SecurityProfile.builder().seccomp(Seccomp.unconfined()).build())).err())
        .contains("unconfined is not an allowed seccomp profile");
  }

  @Test
  void thePolicySetsNothingInThePodsOfItsProfile() {
    apply(subject(SecurityProfile.restricted()));
    awaitAdmitted(SecurityProfile.restricted());

    var pod = cluster.kubectl().in(namespace).list("pods").get(0);

    assertThat(pod.text("metadata", "annotations", "kubernetes.io/psp"))
        .contains(namespace + ".platform");
    assertThat(pod.text("spec", "securityContext"))
        .contains("{runAsNonRoot=true, seccompProfile={type=RuntimeDefault}}");
  }

  @Test
  void namedUserAndGroupsAreAdmitted() {
    SecurityProfile profile =
        SecurityProfile.builder()
            .runAsUser(1001)
            .runAsGroup(1001)
            .fsGroup(2000)
            .supplementalGroups(3000)
            .build();
    apply(subject(profile));
    awaitAdmitted(profile);

    assertThat(create(pod(profile.toBuilder().fsGroup(2001).build())).err())
        .contains("group 2001 must be in the ranges");
    assertThat(create(pod(profile.toBuilder().runAsUser(1002).build())).err())
        .contains("must be in the ranges");
  }

  @Test
  void severalProfilesInOnePodAreAdmittedTogether() {
    SecurityProfile fixer =
        SecurityProfile.builder()
            .runAsNonRoot(false)
            .runAsUser(0)
            .addCapabilities("CHOWN")
            .seccomp(Seccomp.localhost("profiles/chown.json"))
            .build();
    apply(subject(SecurityProfile.restricted(), fixer));

    awaitAdmitted(() -> pod(SecurityProfile.restricted()).startedBy(fixer));
  }

  /** As the webhook of a cloud identity mounts it: with an audience, which no default allows. */
  @Test
  void anIdentitysTokenIsAdmittedWhereItIsToldOf() {
    var volumes =
        mapping(
                """
                volumes:
                  - name: token
                    projected:
                      sources:
                        - serviceAccountToken: {path: token, audience: sts.amazonaws.com}
                """)
            .seq("volumes");
    apply(subject(Rendered.HYPERSCIENCE));
    awaitAdmitted(Rendered.HYPERSCIENCE);
    assertThat(create(pod(Rendered.HYPERSCIENCE).with("volumes", volumes)).err())
        .contains("projected volumes are not allowed to be used");

    apply(subject(Rendered.HYPERSCIENCE).mounting("projected"));

    awaitAdmitted(() -> pod(Rendered.HYPERSCIENCE).with("volumes", volumes));
  }

  private Subject subject(SecurityProfile... profiles) {
    return Rendered.pods(ACCOUNT, profiles);
  }

  private void apply(Subject who) {
    Collected rendered = new Collected();
    new PodSecurityPolicyAdmission()
        .render(
            who,
            new Target(CLUSTER, namespace, new Naming("hs", "hs", ""), Defaults.STRICT),
            rendered);
    cluster.apply(YamlWriter.write(ManifestSet.of(rendered.objects()))).orFail();
  }

  private SecuredPod pod(SecurityProfile profile) {
    return SecuredPod.of("pod-" + pods.incrementAndGet(), CLUSTER, profile)
        .with("serviceAccountName", Text.of(ACCOUNT));
  }

  private Outcome create(SecuredPod pod) {
    return cluster.createPodAs(namespace, ACCOUNT, pod.yaml());
  }

  private void awaitAdmitted(SecurityProfile profile) {
    awaitAdmitted(() -> pod(profile));
  }

  /** The server takes a moment to know of new policies and bindings. */
  private void awaitAdmitted(Supplier<SecuredPod> pod) {
    Await.until(
        LIMIT, () -> "admitted: " + create(pod.get()).text(), () -> create(pod.get()).succeeded());
  }
}
