package dev.slipway.security;

import static dev.slipway.testing.YamlText.mapping;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.cluster.Cluster;
import dev.slipway.cluster.Distribution;
import dev.slipway.manifest.JsonWriter;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Seq;
import dev.slipway.manifest.Text;
import dev.slipway.manifest.YamlWriter;
import dev.slipway.podsecurity.Level;
import dev.slipway.render.Collected;
import dev.slipway.target.Defaults;
import dev.slipway.target.Naming;
import dev.slipway.target.Target;
import dev.slipway.testing.controlplane.Await;
import dev.slipway.testing.controlplane.ControlPlane;
import dev.slipway.testing.controlplane.Kubectl;
import dev.slipway.testing.controlplane.Outcome;
import dev.slipway.testing.controlplane.Running;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a real API server of 1.34 lets in by the rendered labels and policies. */
class PodSecurityAdmissionIT {
  @RegisterExtension
  static final Running<ControlPlane> RUNNING = Running.forClass(ControlPlane::start);

  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final Cluster CLUSTER = Rendered.cluster(Distribution.KUBERNETES, "1.34");

  private static final SecurityProfile CHOWNING =
      Rendered.HYPERSCIENCE.toBuilder().addCapabilities("SETUID", "SETGID", "CHOWN").build();

  private final ControlPlane cluster = RUNNING.get();

  /** A pod that the level admits and the next stricter one does not. */
  private static SecuredPod pod(Level strictest) {
    return switch (strictest) {
      case RESTRICTED -> SecuredPod.of("restricted", CLUSTER, SecurityProfile.restricted());
      case BASELINE -> SecuredPod.of("baseline", CLUSTER, Rendered.HYPERSCIENCE);
      case PRIVILEGED ->
          SecuredPod.of("privileged", CLUSTER, SecurityProfile.restricted())
              .with(
                  "volumes",
                  mapping("volumes: [{name: logs, hostPath: {path: /var/log}}]").seq("volumes"));
    };
  }

  @ParameterizedTest
  @EnumSource(Level.class)
  void theChosenLevelAdmitsThePodsAndTheNextStricterDoesNot(Level strictest) {
    SecuredPod pod = pod(strictest);
    Map<String, String> labels =
        NamespaceLabels.forPods(SecuredPod.templates(pod(Level.RESTRICTED), pod), CLUSTER);

    assertThat(labels).containsEntry("pod-security.kubernetes.io/enforce", strictest.label());
    String chosen = namespace("chosen", labels);
    dryRun(chosen, pod).orFail();
    dryRun(chosen, pod(Level.RESTRICTED)).orFail();
    if (strictest != Level.RESTRICTED) {
      Level stricter = Level.values()[strictest.ordinal() + 1];
      Outcome refused =
          dryRun(namespace("stricter", NamespaceLabels.labels(stricter, CLUSTER)), pod);
      assertThat(refused.exit()).isEqualTo(1);
      assertThat(refused.err())
          .contains("violates PodSecurity \"%s:v1.34\"".formatted(stricter.label()));
    }
  }

  @Test
  void podsBelowRestrictedAreLetInWithAWarning() {
    SecuredPod pod = pod(Level.BASELINE);

    Outcome admitted =
        dryRun(
            namespace("warned", NamespaceLabels.forPods(SecuredPod.templates(pod), CLUSTER)), pod);

    assertThat(admitted.orFail().err())
        .contains("Warning: would violate PodSecurity \"restricted:latest\"");
  }

  @Test
  void thePolicyAdmitsWhatIsDeclaredAndRefusesWhatBaselineAloneAdmits() {
    Map<String, String> baseline = NamespaceLabels.labels(Level.BASELINE, CLUSTER);
    SecuredPod declared = SecuredPod.of("declared", CLUSTER, Rendered.HYPERSCIENCE);
    SecuredPod chowning = SecuredPod.of("chowning", CLUSTER, CHOWNING);
    String pinned = namespace("pinned", baseline);
    String alone = namespace("alone", baseline);
    pin(pinned, Rendered.HYPERSCIENCE);

    dryRun(pinned, declared).orFail();
    dryRun(alone, chowning).orFail();
    Outcome refused = dryRun(pinned, chowning);
    assertThat(refused.exit()).isEqualTo(1);
    assertThat(refused.err())
        .contains(
            "Containers in namespace "
                + pinned
                + " may add only SETUID, SETGID. Refused: main adds CHOWN");
  }

  @Test
  void thePolicyLooksAtInitContainers() {
    String pinned = pinned();

    dryRun(
            pinned,
            SecuredPod.of("declared", CLUSTER, Rendered.HYPERSCIENCE)
                .startedBy(Rendered.HYPERSCIENCE))
        .orFail();
    Outcome refused =
        dryRun(
            pinned, SecuredPod.of("chowning", CLUSTER, Rendered.HYPERSCIENCE).startedBy(CHOWNING));
    assertThat(refused.exit()).isEqualTo(1);
    assertThat(refused.err()).contains("Refused: init-0 adds CHOWN");
  }

  @Test
  void thePolicyLooksAtEphemeralContainers() {
    String pinned = pinned();
    SecuredPod pod = SecuredPod.of("debugged", CLUSTER, Rendered.HYPERSCIENCE);
    in(pinned).send(pod.yaml(), "create", "-f", "-").orFail();

    Outcome refused = debug(pinned, "debugged", "first", CHOWNING);

    assertThat(refused.exit()).isEqualTo(1);
    assertThat(refused.err()).contains("Refused: first adds CHOWN");
    debug(pinned, "debugged", "second", Rendered.HYPERSCIENCE).orFail();
  }

  @Test
  void thePolicyRefusesContainersThatKeepTheRuntimesCapabilities() {
    String pinned = pinned();
    SecurityProfile keeping = Rendered.HYPERSCIENCE.toBuilder().dropCapabilities().build();

    Outcome refused = dryRun(pinned, SecuredPod.of("keeping", CLUSTER, keeping));

    assertThat(refused.exit()).isEqualTo(1);
    assertThat(refused.err()).contains("must drop ALL capabilities. Refused: main");
  }

  @Test
  void aPolicyThatDeclaresNothingRefusesEveryCapability() {
    String pinned = namespace("none", NamespaceLabels.labels(Level.BASELINE, CLUSTER));
    pin(pinned, SecurityProfile.restricted());

    dryRun(pinned, SecuredPod.of("web", CLUSTER, SecurityProfile.restricted())).orFail();
    Outcome refused = dryRun(pinned, SecuredPod.of("setuid", CLUSTER, Rendered.HYPERSCIENCE));
    assertThat(refused.err())
        .contains("may add no capability. Refused: main adds SETUID, main adds SETGID");
  }

  private String pinned() {
    String pinned = namespace("pinned", NamespaceLabels.labels(Level.BASELINE, CLUSTER));
    pin(pinned, Rendered.HYPERSCIENCE);
    return pinned;
  }

  private String namespace(String prefix, Map<String, String> labels) {
    String name = cluster.newNamespace(prefix);
    for (Map.Entry<String, String> label : labels.entrySet()) {
      cluster
          .kubectl()
          .run("label", "namespace", name, label.getKey() + "=" + label.getValue())
          .orFail();
    }
    return name;
  }

  /** Applies the policy of the profiles and waits until the server judges by it. */
  private void pin(String namespace, SecurityProfile profile) {
    Collected rendered = new Collected();
    new ValidatingAdmissionPolicyAdmission()
        .render(
            Subject.of("all", List.of(profile), List.of()),
            new Target(CLUSTER, namespace, new Naming("hs", "hs", ""), Defaults.STRICT),
            rendered);
    cluster.kubectl().apply(YamlWriter.write(rendered.objects())).orFail();
    SecuredPod probe =
        SecuredPod.of(
            "probe",
            CLUSTER,
            Rendered.HYPERSCIENCE.toBuilder().addCapabilities("SYS_CHROOT").build());
    Await.until(
        LIMIT,
        () -> "the policy of " + namespace + " judges",
        () -> dryRun(namespace, probe).err().contains("Refused: main adds SYS_CHROOT"));
  }

  private Kubectl in(String namespace) {
    return cluster.kubectl().in(namespace);
  }

  private Outcome dryRun(String namespace, SecuredPod pod) {
    return in(namespace).send(pod.yaml(), "create", "--dry-run=server", "-f", "-");
  }

  /** Adds an ephemeral container as {@code kubectl debug} does, but with the profile's context. */
  private Outcome debug(String namespace, String pod, String container, SecurityProfile profile) {
    Mapping ephemeral =
        Mapping.builder()
            .put("name", container)
            .put("image", Text.of("example.com/debug:1"))
            .put("securityContext", profile.containerContext(CLUSTER, Rendered.HYPERSCIENCE))
            .build();
    Mapping body =
        mapping("{apiVersion: v1, kind: Pod, metadata: {name: %s}}".formatted(pod))
            .with("spec", Mapping.of("ephemeralContainers", Seq.of(ephemeral)));
    return in(namespace)
        .send(
            JsonWriter.write(body),
            "replace",
            "--raw",
            "/api/v1/namespaces/%s/pods/%s/ephemeralcontainers".formatted(namespace, pod),
            "-f",
            "-");
  }
}
