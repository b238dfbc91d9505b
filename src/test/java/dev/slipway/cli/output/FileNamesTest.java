package dev.slipway.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.manifest.Manifest;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class FileNamesTest {

  @Test
  void aNamespacedObjectStandsInItsNamespacesFolder() {
    assertThat(paths(Plans.object("apps/v1", "Deployment", "hyperscience", "platform")))
        .containsExactly("namespaces/hyperscience/deployment-platform.yaml");
  }

  @Test
  void aClusterScopedObjectStandsApartFromNamespaces() {
    assertThat(
            paths(
                Plans.object("v1", "Namespace", "", "cluster"),
                Plans.object("v1", "Secret", "cluster", "x")))
        .containsExactly("cluster/namespace-cluster.yaml", "namespaces/cluster/secret-x.yaml");
  }

  @Test
  void theGroupIsNamedOnlyWhereTwoGroupsHaveTheKind() {
    assertThat(
            paths(
                Plans.object("v1", "Service", "web", "web"),
                Plans.object("serving.knative.dev/v1", "Service", "web", "web"),
                Plans.object("serving.knative.dev/v1", "Service", "web", "other")))
        .containsExactly(
            "namespaces/web/service-web.yaml",
            "namespaces/web/service.serving.knative.dev-web.yaml",
            "namespaces/web/service-other.yaml");
  }

  /** The digests: {@code printf clusterrole-a:b | sha256sum}. */
  @Test
  void aNameThatNoFileSystemTakesIsChangedAndKeptApart() {
    assertThat(
            paths(
                Plans.object("rbac.authorization.k8s.io/v1", "ClusterRole", "", "a:b"),
                Plans.object("rbac.authorization.k8s.io/v1", "ClusterRole", "", "a_b"),
                Plans.object("rbac.authorization.k8s.io/v1", "ClusterRole", "", "A"),
                Plans.object("rbac.authorization.k8s.io/v1", "ClusterRole", "", "a")))
        .containsExactly(
            "cluster/clusterrole-a_b-f09c30b3.yaml",
            "cluster/clusterrole-a_b.yaml",
            "cluster/clusterrole-_-4321a87d.yaml",
            "cluster/clusterrole-a.yaml");
  }

  @Test
  void aNameCannotLeaveTheFolder() {
    assertThat(
            paths(Plans.object("v1", "ConfigMap", "../../etc", "../../../passwd"))
                .get(0)
                .split("/"))
        .hasSize(3)
        .doesNotContain("..", ".", "");
  }

  @Test
  void aNameThatWindowsKeepsForADeviceIsChanged() {
    assertThat(paths(Plans.object("v1", "ConfigMap", "aux", "nul")))
        .containsExactly("namespaces/aux_/configmap-nul.yaml");
  }

  @Test
  void aLongNameIsCutAndKeptApart() {
    String name = "x".repeat(252);
    List<String> paths =
        paths(
            Plans.object("v1", "ConfigMap", "web", name + "a"),
            Plans.object("v1", "ConfigMap", "web", name + "b"));
    assertThat(paths).doesNotHaveDuplicates().allMatch(path -> path.length() < 200);
  }

  private static List<String> paths(Manifest... manifests) {
    return FileNames.of(Arrays.asList(manifests));
  }
}
