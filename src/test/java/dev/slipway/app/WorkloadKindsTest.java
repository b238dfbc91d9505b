package dev.slipway.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.manifest.Quantity;
import dev.slipway.manifest.Text;
import dev.slipway.network.Exposure;
import dev.slipway.pod.ClaimSpec;
import dev.slipway.pod.Container;
import dev.slipway.pod.Mount;
import dev.slipway.pod.Volume;
import dev.slipway.testing.YamlText;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class WorkloadKindsTest {
  private static final Map<String, String> LABELS = Map.of("app", "it");

  private static Container.Builder container() {
    return Container.builder("it", "it:1");
  }

  @Test
  void aStatefulSetHasAClaimForEachPodAndAHeadlessService() {
    Workload workload =
        Workload.statefulSet("it")
            .objectName("it")
            .onlyLabels(LABELS)
            .replicas(3)
            .parallel()
            .container(
                container()
                    .port("p", 1)
                    .mount(
                        Mount.writable(
                            Volume.perPod(ClaimSpec.of("data", Quantity.of("10Gi"))), "/data"))
                    .build())
            .expose(
                Exposure.headless()
                    .name("it-headless")
                    .publishNotReadyAddresses()
                    .port("p", 1)
                    .build())
            .build();

    Rendered rendered = Rendered.asGiven(workload);

    assertThat(rendered.only("StatefulSet").mapping("spec"))
        .isEqualTo(
            YamlText.mapping(
                """
                replicas: 3
                serviceName: it-headless
                podManagementPolicy: Parallel
                selector: {matchLabels: {app: it}}
                template:
                  metadata: {labels: {app: it}}
                  spec:
                    containers:
                    - name: it
                      image: it:1
                      ports: [{name: p, containerPort: 1}]
                      volumeMounts: [{name: data, mountPath: /data}]
                volumeClaimTemplates:
                - metadata: {name: data}
                  spec:
                    accessModes: [ReadWriteOnce]
                    resources: {requests: {storage: 10Gi}}
                """));
    assertThat(rendered.only("Service").mapping("spec"))
        .isEqualTo(
            YamlText.mapping(
                """
                clusterIP: None
                publishNotReadyAddresses: true
                selector: {app: it}
                ports: [{name: p, port: 1, targetPort: p}]
                """));
  }

  @Test
  void anExclusiveClaimComesWithItsWorkloadAndMakesTheRolloutRecreate() {
    Workload workload =
        Workload.deployment("it")
            .replicas(1)
            .container(
                container()
                    .mount(
                        Mount.writable(
                            Volume.claim(
                                ClaimSpec.of("data", Quantity.of("10Gi")).storageClass("fast")),
                            "/data"))
                    .build())
            .build();

    Rendered rendered = Rendered.asGiven(workload);

    assertThat(rendered.only("PersistentVolumeClaim").mapping("spec"))
        .isEqualTo(
            YamlText.mapping(
                """
                accessModes: [ReadWriteOnce]
                storageClassName: fast
                resources: {requests: {storage: 10Gi}}
                """));
    assertThat(rendered.only("Deployment").at("spec", "strategy"))
        .isEqualTo(YamlText.mapping("type: Recreate"));
    assertThat(rendered.pod().mapping("spec").seq("volumes").get(0))
        .isEqualTo(YamlText.mapping("{name: data, persistentVolumeClaim: {claimName: data}}"));
  }

  @Test
  void aCronJobWrapsAJob() {
    Controller.Job job =
        new Controller.Job(
            OptionalInt.empty(),
            OptionalInt.empty(),
            OptionalInt.of(2),
            Optional.of(Duration.ofMinutes(5)),
            Optional.empty());
    Workload workload =
        Workload.cronJob(
                "it",
                new Controller.CronJob(
                    "0 3 * * *", Optional.of("Etc/UTC"), Optional.of("Forbid"), job))
            .onlyLabels(LABELS)
            .container(container().build())
            .build();

    assertThat(Rendered.asGiven(workload).only("CronJob").mapping("spec"))
        .isEqualTo(
            YamlText.mapping(
                """
                schedule: 0 3 * * *
                timeZone: Etc/UTC
                concurrencyPolicy: Forbid
                jobTemplate:
                  spec:
                    backoffLimit: 2
                    activeDeadlineSeconds: 300
                    template:
                      metadata: {labels: {app: it}}
                      spec:
                        restartPolicy: OnFailure
                        containers: [{name: it, image: "it:1"}]
                """));
  }

  @Test
  void aDaemonSetHasNoReplicasAndAnUpdateStrategy() {
    Workload workload =
        Workload.daemonSet("it")
            .onlyLabels(LABELS)
            .rollout(Rollout.onDelete())
            .container(container().build())
            .build();

    assertThat(Rendered.asGiven(workload).only("DaemonSet").mapping("spec"))
        .isEqualTo(
            YamlText.mapping(
                """
                updateStrategy: {type: OnDelete}
                selector: {matchLabels: {app: it}}
                template:
                  metadata: {labels: {app: it}}
                  spec:
                    containers: [{name: it, image: "it:1"}]
                """));
  }

  @Test
  void aSidecarStartsBeforeTheOthersAndRestarts() {
    Workload workload =
        Workload.deployment("it")
            .initContainer(Container.builder("proxy", "proxy:1").sidecar().build())
            .container(container().build())
            .build();

    assertThat(Rendered.asGiven(workload).pod().mapping("spec").seq("initContainers").get(0))
        .isEqualTo(YamlText.mapping("{name: proxy, image: 'proxy:1', restartPolicy: Always}"));
  }

  @Test
  void aChangedSettingChangesThePodTemplateAndNothingElseOfIt() {
    Rendered before = Rendered.strict(withSetting("info"));
    Rendered after = Rendered.strict(withSetting("debug"));

    assertThat(before.only("ConfigMap").mapping("data")).isEqualTo(YamlText.mapping("LEVEL: info"));
    assertThat(before.pod().at("metadata", "annotations"))
        .isNotEqualTo(after.pod().at("metadata", "annotations"));
    assertThat(before.pod().mapping("spec")).isEqualTo(after.pod().mapping("spec"));
  }

  @Test
  void asGivenASettingIsTakenFromItsConfigMapAndThePodsAreNotRolledForIt() {
    Rendered before = Rendered.asGiven(withSetting("info"));

    assertThat(before.pod()).isEqualTo(Rendered.asGiven(withSetting("debug")).pod());
    assertThat(before.pod().mapping("spec").seq("containers").get(0))
        .isEqualTo(
            YamlText.mapping(
                """
                name: it
                image: it:1
                envFrom: [{configMapRef: {name: shop-config}}]
                """));
  }

  private static Workload withSetting(String level) {
    return Workload.deployment("it")
        .container(container().build())
        .settings(Settings.env("config", Map.of("LEVEL", Text.of(level))))
        .build();
  }

  @Test
  void aSessionStaysOnItsPod() {
    Workload workload =
        Workload.deployment("it")
            .container(container().port("mllp", 2575).build())
            .expose(
                Exposure.clusterIp()
                    .port("mllp", 2575)
                    .sessionAffinity(Duration.ofHours(1))
                    .build())
            .build();

    assertThat(Rendered.asGiven(workload).only("Service").mapping("spec"))
        .isEqualTo(
            YamlText.mapping(
                """
                type: ClusterIP
                selector:
                  app.kubernetes.io/name: shop
                  app.kubernetes.io/instance: shop
                  app.kubernetes.io/component: it
                ports: [{name: mllp, port: 2575, targetPort: mllp}]
                sessionAffinity: ClientIP
                sessionAffinityConfig: {clientIP: {timeoutSeconds: 3600}}
                """));
  }
}
