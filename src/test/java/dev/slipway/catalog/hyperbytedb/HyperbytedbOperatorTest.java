package dev.slipway.catalog.hyperbytedb;

import static dev.slipway.testing.YamlText.mapping;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.manifest.Manifest;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Quantity;
import dev.slipway.pod.Resources;
import dev.slipway.render.Plan;
import dev.slipway.testing.EnvironmentFiles;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the operator will create is judged and never written. */
class HyperbytedbOperatorTest {

  private static List<String> judged(Plan plan) {
    return plan.judged().stream().map(m -> m.ref().kind() + " " + m.ref().name()).toList();
  }

  @Test
  void aSingleMemberHasServicesAndAStatefulSetAndNoBudget() {
    Plan plan = Databases.plan(Databases.database());

    assertThat(judged(plan))
        .containsExactly("Service metrics", "Service metrics-headless", "StatefulSet metrics");
    assertThat(plan.all().ofKind("StatefulSet")).isEmpty();
  }

  @Test
  void theStatefulSetIsWhatTheTextTellsOfIt() {
    Plan plan =
        Databases.plan(
            Databases.database()
                .set(Spec.RESOURCES, Resources.requests("500m", "1Gi"))
                .set(Storage.SIZE, Quantity.of("50Gi"))
                .set(Storage.STORAGE_CLASS_NAME, "fast-ssd"));

    assertThat(Databases.only(plan.judged(), "StatefulSet").get("spec"))
        .isEqualTo(
            mapping(
                """
                replicas: 1
                serviceName: metrics-headless
                selector:
                  matchLabels:
                    app.kubernetes.io/name: hyperbytedb
                    app.kubernetes.io/instance: metrics
                template:
                  metadata:
                    labels:
                      app.kubernetes.io/name: hyperbytedb
                      app.kubernetes.io/instance: metrics
                  spec:
                    terminationGracePeriodSeconds: 60
                    containers:
                    - name: hyperbytedb
                      image: hyperbytedb:1.0.0
                      ports: [{name: http, containerPort: 8086}]
                      volumeMounts: [{name: data, mountPath: /var/lib/hyperbytedb}]
                      resources: {requests: {cpu: 500m, memory: 1Gi}}
                volumeClaimTemplates:
                - metadata: {name: data}
                  spec:
                    accessModes: [ReadWriteOnce]
                    storageClassName: fast-ssd
                    resources: {requests: {storage: 50Gi}}
                """));
  }

  @Test
  void fromThreeMembersOnThereIsABudgetThatLetsOneGo() {
    assertThat(judged(Databases.plan(Databases.database().set(Spec.REPLICAS, 2))))
        .doesNotContain("PodDisruptionBudget metrics-pdb");
    Plan three = Databases.plan(Databases.database().set(Spec.REPLICAS, 3));

    assertThat(
            Databases.only(three.judged(), "PodDisruptionBudget")
                .mapping("spec")
                .integer("minAvailable"))
        .isEqualTo(2);
  }

  @Test
  void whatIsNotSaidHasTheTextsDefaults() {
    Mapping claim =
        (Mapping)
            Databases.only(Databases.plan(Databases.database()).judged(), "StatefulSet")
                .mapping("spec")
                .seq("volumeClaimTemplates")
                .get(0);

    assertThat(claim.mapping("spec").mapping("resources").mapping("requests").string("storage"))
        .isEqualTo("10Gi");
  }

  @Test
  void theHighlyAvailableEnvironmentIsPlacedAndScaledAsItsResourceSays() {
    Plan plan = EnvironmentFiles.read("hyperbytedb-ha").plan();
    Mapping pod =
        Databases.only(plan.judged(), "StatefulSet")
            .mapping("spec")
            .mapping("template")
            .mapping("spec");
    Mapping resource = Databases.resource(plan).mapping("spec");

    assertThat(pod.get("affinity")).isEqualTo(resource.get("affinity"));
    assertThat(pod.get("tolerations")).isEqualTo(resource.get("tolerations"));
    assertThat(pod.get("topologySpreadConstraints"))
        .isEqualTo(resource.get("topologySpreadConstraints"));
    assertThat(resource.mapping("monitoring").has("grafanaDashboard")).isFalse();
    assertThat(Databases.only(plan.judged(), "HorizontalPodAutoscaler").mapping("spec"))
        .isEqualTo(
            mapping(
                """
                scaleTargetRef: {apiVersion: apps/v1, kind: StatefulSet, name: hyperbytedb-ha}
                minReplicas: 5
                maxReplicas: 10
                metrics:
                - type: Resource
                  resource:
                    name: cpu
                    target: {type: Utilization, averageUtilization: 70}
                """));
  }

  @Test
  void theNamespaceHasTheLevelOfTheOperatorsPods() {
    Manifest namespace = Databases.plan(Databases.database()).all().ofKind("Namespace").get(0);

    assertThat(namespace.metadata().mapping("labels").string("pod-security.kubernetes.io/enforce"))
        .isEqualTo("baseline");
  }
}
