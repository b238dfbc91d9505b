package dev.slipway.catalog.hyperscience;

import static dev.slipway.testing.YamlText.mapping;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.cluster.Distribution;
import dev.slipway.manifest.Manifest;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Seq;
import dev.slipway.manifest.Text;
import dev.slipway.manifest.YamlWriter;
import dev.slipway.render.Plan;
import dev.slipway.testing.controlplane.Await;
import dev.slipway.testing.controlplane.LegacyControlPlane;
import dev.slipway.testing.controlplane.Outcome;
import dev.slipway.testing.controlplane.Running;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Hyperscience on a real API server of 1.24 with PodSecurityPolicy. Its pods are created as the
 * accounts that they run as: an administrator may use any policy.
 */
class HyperscienceOn124IT {
  @RegisterExtension
  static final Running<LegacyControlPlane> RUNNING = Running.forClass(LegacyControlPlane::start);

  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final AtomicInteger NAMESPACES = new AtomicInteger();
  private static final String NO_POLICY = "is forbidden: PodSecurityPolicy: ";

  private final LegacyControlPlane cluster = RUNNING.get();
  private final AtomicInteger pods = new AtomicInteger();
  private final String namespace = "hs-" + NAMESPACES.incrementAndGet();
  private final List<Manifest> workloads = new ArrayList<>();

  @BeforeEach
  void apply() {
    Plan plan =
        Installations.plan(
            Installations.ofOnesOwn(Distribution.KUBERNETES, "1.24"),
            Installations.onOwnMachines()
                .namespace(namespace)
                .platform(Platform.of("forms:40.1.2"))
                .trainer(Trainer.of("trainer:40.1.2"))
                .operator(HyperOperator.of("operator:40.1.2")));
    workloads.addAll(plan.all().ofKind("Deployment"));
    cluster.apply(YamlWriter.write(plan.all())).orFail();
  }

  @Test
  void everyWorkloadsPodIsAdmittedAsItsOwnAccount() {
    assertThat(workloads)
        .extracting(workload -> account(spec(workload)))
        .containsExactly("hs-operator", "hs-platform", "hs-trainer");

    workloads.forEach(workload -> awaitAdmitted(spec(workload)));

    assertThat(cluster.kubectl().in(namespace).list("pods"))
        .isNotEmpty()
        .allSatisfy(
            pod ->
                assertThat(pod.text("metadata", "annotations", "kubernetes.io/psp"))
                    .contains(namespace + ".hs"));
  }

  @Test
  void withoutTheBindingNoneIsAdmitted() {
    workloads.forEach(workload -> awaitAdmitted(spec(workload)));

    cluster.kubectl().in(namespace).run("delete", "rolebinding", namespace + ".hs").orFail();

    for (Manifest workload : workloads) {
      Await.until(
          LIMIT,
          () -> workload.ref() + " refused without the binding",
          () -> create(spec(workload)).err().contains(NO_POLICY));
    }
  }

  @Test
  void noneIsAdmittedThatAddsNetAdmin() {
    for (Manifest workload : workloads) {
      awaitAdmitted(spec(workload));

      Outcome refused = create(adding(spec(workload), "[SETUID, SETGID, NET_ADMIN]"));

      assertThat(refused.exit()).isEqualTo(1);
      assertThat(refused.err()).contains("\"NET_ADMIN\": capability may not be added");
    }
  }

  @Test
  void aBlockThatSaysNothingOfWhatItDropsIsAdmittedAndDropsAll() {
    Mapping block =
        mapping(
            """
            serviceAccountName: hs-platform
            automountServiceAccountToken: false
            containers:
              - name: main
                image: example.com/block:1
                securityContext: {runAsUser: 1000, capabilities: {add: [SETUID, SETGID]}}
            """);

    awaitAdmitted(block);

    assertThat(cluster.kubectl().in(namespace).list("pods").get(0).list("spec", "containers"))
        .singleElement()
        .satisfies(
            container ->
                assertThat(container.text("securityContext", "capabilities", "drop"))
                    .contains("[ALL]"));
  }

  private static Mapping spec(Manifest workload) {
    return workload.body().mapping("spec").mapping("template").mapping("spec");
  }

  private static String account(Mapping spec) {
    return String.valueOf(spec.string("serviceAccountName"));
  }

  private static Mapping adding(Mapping spec, String capabilities) {
    Mapping container = (Mapping) spec.seq("containers").get(0);
    Mapping context =
        container
            .mapping("securityContext")
            .with("capabilities", mapping("{drop: [ALL], add: " + capabilities + "}"));
    return spec.with("containers", Seq.of(container.with("securityContext", context)));
  }

  private Outcome create(Mapping spec) {
    Mapping pod =
        Mapping.builder()
            .put("apiVersion", "v1")
            .put("kind", "Pod")
            .put("metadata", Mapping.of("name", Text.of("pod-" + pods.incrementAndGet())))
            .put("spec", spec)
            .build();
    return cluster.createPodAs(namespace, account(spec), YamlWriter.write(pod));
  }

  /** The server takes a moment to know of new policies and bindings. */
  private void awaitAdmitted(Mapping spec) {
    Await.until(LIMIT, () -> "admitted: " + create(spec).text(), () -> create(spec).succeeded());
  }
}
