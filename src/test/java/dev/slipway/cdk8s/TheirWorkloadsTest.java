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
import org.cdk8s.App;
import org.cdk8s.Chart;
import org.cdk8s.ChartProps;
import org.cdk8s.Testing;
import org.cdk8s.plus28.ContainerProps;
import org.cdk8s.plus28.Deployment;
import org.cdk8s.plus28.DeploymentProps;
import org.cdk8s.plus28.Pod;
import org.cdk8s.plus28.PodProps;
import org.junit.jupiter.api.Test;

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
    Database database =
        Database.postgres("16")
            .host(Text.of("db.example.com"))
            .credentials(SecretSource.existing("web-db").keys("password").build())
            .build();
    new BackingConstruct(
            chart,
            "db",
            prod,
            "web",
            database.binding(
                EnvNames.of(DatabaseSetting.HOST, "DB_HOST")
                    .and(DatabaseSetting.PASSWORD, "DB_PASSWORD")))
        .grantTo(web);

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
