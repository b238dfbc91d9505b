package dev.slipway.cdk8s;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.backing.Database;
import dev.slipway.backing.DatabaseSetting;
import dev.slipway.backing.EnvNames;
import dev.slipway.cluster.Cluster;
import dev.slipway.cluster.MachineType;
import dev.slipway.cluster.NodeGroup;
import dev.slipway.manifest.InvalidInputException;
import dev.slipway.manifest.Text;
import dev.slipway.secret.SecretSource;
import dev.slipway.security.SecurityProfile;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.cdk8s.App;
import org.cdk8s.Chart;
import org.cdk8s.ChartProps;
import org.cdk8s.Cron;
import org.cdk8s.Testing;
import org.cdk8s.plus28.ContainerProps;
import org.cdk8s.plus28.CronJob;
import org.cdk8s.plus28.CronJobProps;
import org.cdk8s.plus28.DaemonSet;
import org.cdk8s.plus28.DaemonSetProps;
import org.cdk8s.plus28.Deployment;
import org.cdk8s.plus28.DeploymentProps;
import org.cdk8s.plus28.Job;
import org.cdk8s.plus28.JobProps;
import org.cdk8s.plus28.Pod;
import org.cdk8s.plus28.PodProps;
import org.cdk8s.plus28.Service;
import org.cdk8s.plus28.ServicePort;
import org.cdk8s.plus28.ServiceProps;
import org.cdk8s.plus28.StatefulSet;
import org.cdk8s.plus28.StatefulSetProps;
import org.cdk8s.plus28.Workload;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What cdk8s-plus workloads of others take from a cluster and its services. */
class TheirWorkloadsTest {
  private final App app = Testing.app();
  private final Chart chart = new Chart(app, "team", ChartProps.builder().namespace("web").build());
  private final ClusterConstruct prod =
      new ClusterConstruct(
          chart,
          "prod",
          Cluster.builder("test")
              .kubernetes("1.34")
              .nodeGroup(group("platform").build())
              .nodeGroup(group("trainer").taint("dedicated=trainer:NoSchedule").build())
              .build());
  private final Deployment web =
      new Deployment(
          chart,
          "web",
          DeploymentProps.builder()
              .containers(
                  List.of(
                      ContainerProps.builder()
                          .name("web")
                          .image("registry.example.com/web:1.0")
                          .portNumber(8080)
                          .build()))
              .build());

  @Test
  void anAttractedWorkloadSelectsTheGroupsNodesAndToleratesItsTaints() {
    prod.nodeGroup("trainer").attract(web);

    assertThat(pod().get("nodeSelector")).isEqualTo(Map.of("pool", "trainer"));
    assertThat(pod().get("tolerations"))
        .isEqualTo(
            List.of(
                Map.of(
                    "effect", "NoSchedule",
                    "key", "dedicated",
                    "operator", "Equal",
                    "value", "trainer")));
  }

  @Test
  void aBarePodIsAttractedToo() {
    Pod bare =
        new Pod(
            chart,
            "bare",
            PodProps.builder()
                .containers(
                    List.of(ContainerProps.builder().image("registry.example.com/x:1").build()))
                .build());
    prod.nodeGroup("platform").attract(bare);

    Map<?, ?> last = (Map<?, ?>) chart.toJson().get(1);
    assertThat(((Map<?, ?>) last.get("spec")).get("nodeSelector"))
        .isEqualTo(Map.of("pool", "platform"));
  }

  static Stream<Arguments> everyKindOfWorkload() {
    return Stream.of(
        kind("Deployment", chart -> new Deployment(chart, "it", DeploymentProps.builder().build())),
        kind(
            "StatefulSet",
            chart ->
                new StatefulSet(
                    chart,
                    "it",
                    StatefulSetProps.builder()
                        .service(
                            new Service(
                                chart,
                                "peers",
                                ServiceProps.builder()
                                    .ports(List.of(ServicePort.builder().port(80).build()))
                                    .build()))
                        .build())),
        kind("DaemonSet", chart -> new DaemonSet(chart, "it", DaemonSetProps.builder().build())),
        kind("Job", chart -> new Job(chart, "it", JobProps.builder().build())),
        kind(
            "CronJob",
            chart ->
                new CronJob(chart, "it", CronJobProps.builder().schedule(Cron.hourly()).build())));
  }

  private static Arguments kind(String kind, Function<Chart, Workload> workload) {
    return Arguments.of(kind, workload);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("everyKindOfWorkload")
  void everyKindIsPlacedSecuredAndGranted(String kind, Function<Chart, Workload> make) {
    Workload workload = make.apply(chart);
    workload.addContainer(
        ContainerProps.builder().name("it").image("registry.example.com/it:1.0").build());

    prod.nodeGroup("trainer").attract(workload);
    prod.secure(workload, SecurityProfile.builder().runAsUser(1000).build());
    database().grantTo(workload);

    Map<?, ?> spec = podOf(kind);
    assertThat(spec.get("nodeSelector")).isEqualTo(Map.of("pool", "trainer"));
    assertThat(spec.get("tolerations").toString()).contains("key=dedicated", "value=trainer");
    assertThat(((Map<?, ?>) spec.get("securityContext")).get("runAsUser")).isEqualTo(1000);
    Map<?, ?> container = (Map<?, ?>) ((List<?>) spec.get("containers")).get(0);
    assertThat(container.get("securityContext").toString()).contains("drop=[ALL]");
    assertThat(container.get("env").toString())
        .contains("name=DB_HOST", "value=db.example.com", "name=web-db");
  }

  private BackingConstruct database() {
    Database database =
        Database.postgres("16")
            .host(Text.of("db.example.com"))
            .credentials(SecretSource.existing("web-db").keys("password").build())
            .build();
    return new BackingConstruct(
        chart,
        "db",
        prod,
        "web",
        database.binding(
            EnvNames.of(DatabaseSetting.HOST, "DB_HOST")
                .and(DatabaseSetting.PASSWORD, "DB_PASSWORD")));
  }

  /** The pod's spec of the one object of a kind, the last of them. */
  private Map<?, ?> podOf(String kind) {
    Map<?, ?> object =
        chart.toJson().stream()
            .<Map<?, ?>>map(json -> (Map<?, ?>) json)
            .filter(json -> json.get("kind").equals(kind))
            .reduce((first, last) -> last)
            .orElseThrow();
    Map<?, ?> spec = (Map<?, ?>) object.get("spec");
    if (kind.equals("CronJob")) {
      spec = (Map<?, ?>) ((Map<?, ?>) spec.get("jobTemplate")).get("spec");
    }
    return (Map<?, ?>) ((Map<?, ?>) spec.get("template")).get("spec");
  }

  @Test
  void aWorkloadIsOnOneGroup() {
    prod.nodeGroup("trainer").attract(web);

    assertThatThrownBy(() -> prod.nodeGroup("platform").attract(web))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "'team/web' is put on node group 'platform', and is on 'trainer' already; no node is"
                + " in both. Attract it to one of them.");
  }

  @Test
  void anUnknownGroupIsRefusedWithTheNearestName() {
    assertThatThrownBy(() -> prod.nodeGroup("train"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("'train'")
        .hasMessageContaining("Did you mean 'trainer'?");
  }

  @Test
  void aSecuredWorkloadHasTheProfilesContexts() {
    prod.secure(web, SecurityProfile.builder().runAsUser(1000).fsGroup(2000).build());

    assertThat(pod().get("securityContext"))
        .isEqualTo(
            Map.of(
                "runAsNonRoot",
                true,
                "runAsUser",
                1000,
                "fsGroup",
                2000,
                "seccompProfile",
                Map.of("type", "RuntimeDefault")));
    assertThat(container().get("securityContext"))
        .isEqualTo(
            Map.of(
                "allowPrivilegeEscalation", false,
                "readOnlyRootFilesystem", true,
                "capabilities", Map.of("drop", List.of("ALL"))));
  }

  @Test
  void aDatabaseIsGrantedWithItsVariablesAndItsSecret() {
    database().grantTo(web);

    assertThat(container().get("env"))
        .isEqualTo(
            List.of(
                Map.of("name", "DB_HOST", "value", "db.example.com"),
                Map.of(
                    "name",
                    "DB_PASSWORD",
                    "valueFrom",
                    Map.of("secretKeyRef", Map.of("name", "web-db", "key", "password")))));
  }

  private static NodeGroup.Builder group(String name) {
    return NodeGroup.builder(name)
        .label("pool", name)
        .machine(MachineType.of("8", "32Gi", 58))
        .nodes(2);
  }

  private Map<?, ?> pod() {
    Map<?, ?> deployment = (Map<?, ?>) chart.toJson().get(0);
    Map<?, ?> template = (Map<?, ?>) ((Map<?, ?>) deployment.get("spec")).get("template");
    return (Map<?, ?>) template.get("spec");
  }

  private Map<?, ?> container() {
    return (Map<?, ?>) ((List<?>) pod().get("containers")).get(0);
  }
}
